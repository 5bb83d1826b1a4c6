-- SPDX-License-Identifier: GPL-3.0-or-later
-- For tests/app/rights.sh, as the superuser: two streets of a demo, units, ten users of street A and
-- unit U1, and for each of them cases at four places. Then functions that write one step, one entry
-- or one case as a seat would: they run as whoever calls them.
SET search_path TO gridward, public;

-- Where the tests work: two streets of the demo with a community and a grid each.
CREATE TABLE public.test_places AS
    SELECT row_number() OVER (ORDER BY (SELECT count(*) FROM cases AS c WHERE c.street = g.street
        AND c.state = 'handling' AND c.next_at < now()) DESC, g.street) AS place, g.street, g.community, g.grid
    FROM (SELECT DISTINCT ON (street) street, community, code AS grid FROM grids
          WHERE street <> '' ORDER BY street, code) AS g ORDER BY place LIMIT 2;
INSERT INTO organisations (code, name, kind, division, handles)
    SELECT 'U' || place, 'Unit ' || place, '', street, 1 FROM public.test_places;
INSERT INTO people (person_id, name, organisation) VALUES ('p-a', 'A', 'U1'), ('p-b', 'B', 'U2');
INSERT INTO people (person_id, name, organisation)
    SELECT 'p-' || role, role, 'U1' FROM unnest(ARRAY['acceptor', 'filer', 'dispatcher', 'handler', 'street',
        'checker', 'supervisor', 'analyst', 'leader', 'admin']) AS role;
INSERT INTO users (name, person, role, division, organisation)
    SELECT 'u-' || role, 'p-' || role, role, (SELECT street FROM public.test_places WHERE place = 1), 'U1'
    FROM unnest(ARRAY['acceptor', 'filer', 'dispatcher', 'handler', 'street', 'checker', 'supervisor',
        'analyst', 'leader', 'admin']) AS role;

-- own, unit, division, elsewhere: as seen from the user of a role.
CREATE TABLE public.test_cases (role text, spot text, id bigint, uuid text, number text);
CREATE FUNCTION public.test_case(role text, spot text, running bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    there public.test_places;
    row_id bigint := ((extract(epoch FROM now())::bigint * 1000) << 20) + running;
    row_uuid text := gen_random_uuid();
    row_number text := '11010120990101' || lpad(running::text, 5, '0');
    told events;
BEGIN
    SELECT * INTO there FROM public.test_places AS p
    WHERE p.place = CASE WHEN spot = 'elsewhere' THEN 2 ELSE 1 END;
    told := (NULL, NULL, row_id, 1, 'report', date_trunc('milliseconds', now()), 'somebody', '', NULL, 'reported',
        '', '{}', '', '')::events;
    told.hash := gridward_chain(NULL, row_uuid, told);
    INSERT INTO cases (id, uuid, number, version, state, is_open, scheme, kind, class_code, level, source,
        grid, community, street, unit, person, head)
    VALUES (row_id, row_uuid, row_number, 1, 'reported', 1, 'test', 'matter', '0101', 'green', 'hotline',
        there.grid, there.community, there.street,
        CASE spot WHEN 'own' THEN 'U2' WHEN 'unit' THEN 'U1' ELSE '' END,
        CASE spot WHEN 'own' THEN 'p-' || role ELSE '' END, told.hash);
    INSERT INTO events (case_id, sequence, action, at, actor, state_after, facts, hash)
    VALUES (row_id, 1, 'report', told.at, 'somebody', 'reported', '{}', told.hash);
    INSERT INTO personal_callers (case_id, name, phone) VALUES (row_uuid, 'Zhang San', '13800000000');
    INSERT INTO public.test_cases VALUES (role, spot, row_id, row_uuid, row_number);
END $$;
SELECT public.test_case(substr(name, 3), spot, running) FROM (
    SELECT u.name, s.spot, row_number() OVER () AS running
    FROM users AS u, unnest(ARRAY['own', 'unit', 'division', 'elsewhere']) AS s(spot) WHERE u.name LIKE 'u-%') AS one;
INSERT INTO samplings (month, strata, size, seed, method, population, population_hash, population_list, drawn,
    drawn_by, drawn_at) VALUES ('2099-01', 'none', '1', '1', 'test', 1, '', '', 40, 'somebody', now());
INSERT INTO sampling_cases (sampling_id, place, case_id, version)
    SELECT (SELECT max(id) FROM samplings), row_number() OVER (), id, 1 FROM public.test_cases;
INSERT INTO gridward_drafts ("user", form, saved_at, content) VALUES ('somebody', 'report', now(), '{}');
INSERT INTO shifts (person, post, starts_at, ends_at) VALUES ('p-a', 'duty', now(), now() + interval '1 hour');
INSERT INTO audit_log (id, at, actor, kind, hash)
    SELECT coalesce(max(id), 0) + 1, date_trunc('milliseconds', now()), 'test', 'configuration', '\x00' FROM audit_log;

-- The newest link of a log, which a seat needs to go on, also where it may not see it.
CREATE FUNCTION public.test_end(bigint, OUT sequence bigint, OUT hash bytea, OUT state text)
    LANGUAGE sql SECURITY DEFINER AS $$
    SELECT sequence, hash, state_after FROM gridward.events WHERE case_id = $1 ORDER BY sequence DESC LIMIT 1 $$;
-- A step as the program writes it: event and row; constraints are looked at before it returns.
CREATE FUNCTION public.test_step(case_row bigint, case_uuid text, what text,
        who text DEFAULT session_user, forged boolean DEFAULT false, at_time timestamptz DEFAULT now())
    RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    last record;
    told gridward.events;
BEGIN
    SELECT * INTO last FROM public.test_end(case_row);
    told := (NULL, NULL, case_row, last.sequence + 1, what, date_trunc('milliseconds', at_time), who, 'test',
        last.state, last.state, '', '{}', '', '')::gridward.events;
    told.hash := gridward.gridward_chain(last.hash, case_uuid, told);
    IF forged THEN
        told.hash := sha256('forged');
    END IF;
    INSERT INTO gridward.events (case_id, sequence, action, at, actor, origin, state_before, state_after, note,
        facts, hash) VALUES (case_row, told.sequence, what, told.at, who, 'test', last.state, last.state, '',
        '{}', told.hash);
    UPDATE gridward.cases SET version = told.sequence, head = told.hash WHERE id = case_row;
    IF NOT FOUND THEN
        RAISE insufficient_privilege USING MESSAGE = 'the row is not in sight';
    END IF;
    SET CONSTRAINTS ALL IMMEDIATE;
END $$;
-- A new case in the street of that place, reported or brought in by whom it says.
CREATE FUNCTION public.test_report(wanted bigint, who text DEFAULT session_user, outside text DEFAULT NULL)
    RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    there public.test_places;
    told gridward.events;
    row_id bigint := ((extract(epoch FROM clock_timestamp())::bigint * 1000) << 20) + (random() * 1000000)::bigint;
    row_uuid text := gen_random_uuid();
BEGIN
    SELECT * INTO there FROM public.test_places AS p WHERE p.place = wanted;
    told := (NULL, NULL, row_id, 1, CASE WHEN outside IS NULL THEN 'report' ELSE 'import' END,
        date_trunc('milliseconds', now()), who, '', NULL, 'reported', '', '{}', '', '')::gridward.events;
    told.hash := gridward.gridward_chain(NULL, row_uuid, told);
    INSERT INTO gridward.cases (id, uuid, number, version, state, is_open, scheme, kind, class_code, level,
        source, grid, community, street, head, external_source, external_id)
    VALUES (row_id, row_uuid, '11010120980101' || (random() * 1000000)::bigint, 1, 'reported', 1, 'test',
        'matter', '0101', 'green', 'hotline', there.grid, there.community, there.street, told.hash,
        CASE WHEN outside IS NOT NULL THEN 'test' END, outside);
    INSERT INTO gridward.events (case_id, sequence, action, at, actor, origin, state_after, note, facts, hash)
    VALUES (row_id, 1, told.action, told.at, who, '', 'reported', '', '{}', told.hash);
    SET CONSTRAINTS ALL IMMEDIATE;
END $$;
CREATE FUNCTION public.test_note(what text, about text, who text DEFAULT session_user) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    last record;
    at_time timestamptz := date_trunc('milliseconds', now());
    bytes bytea;
    field text;
BEGIN
    SELECT * INTO last FROM gridward.gridward_audit_end();
    bytes := last.hash;
    FOREACH field IN ARRAY ARRAY[(last.id + 1)::text, gridward.gridward_iso(at_time), who, 'test', what, about, '{}'] LOOP
        bytes := bytes || gridward.gridward_netstring(field);
    END LOOP;
    INSERT INTO gridward.audit_log (id, at, actor, origin, kind, subject, facts, hash)
    VALUES (last.id + 1, at_time, who, 'test', what, about, '{}', sha256(bytes));
END $$;
-- What becomes of a statement, which leaves nothing behind: done, denied (42501, or rows that are not
-- there where `seeks` asks for one), or the error that it was.
CREATE FUNCTION public.test_try(sql text, seeks boolean) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    found_rows bigint;
BEGIN
    BEGIN
        EXECUTE sql;
        GET DIAGNOSTICS found_rows = ROW_COUNT;
        RAISE EXCEPTION USING ERRCODE = 'P0TST', MESSAGE = 'taken back';
    EXCEPTION
        WHEN SQLSTATE 'P0TST' THEN
            RETURN CASE WHEN seeks AND found_rows = 0 THEN 'denied' ELSE 'done' END;
        WHEN insufficient_privilege THEN
            RETURN 'denied';
        WHEN OTHERS THEN
            RETURN 'error ' || SQLSTATE || ' ' || SQLERRM;
    END;
END $$;
CREATE TABLE public.test_samples AS SELECT id, case_id FROM sampling_cases;
GRANT SELECT ON public.test_places, public.test_cases, public.test_samples TO gridward_seat;
