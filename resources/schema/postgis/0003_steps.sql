-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the server itself looks after when a seat writes into a log. Owners and superusers (imports,
-- demos, migrations) are not asked; seats are never one of them.

-- Under which login it was written, whatever else the event says: the server's own word.
ALTER TABLE events ADD COLUMN login text COLLATE "C" NOT NULL DEFAULT session_user;

-- And in which transaction, of what is told to be written together with something else.
ALTER TABLE audit_log ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE samplings ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id();

CREATE FUNCTION gridward_refused(why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = why;
END $$;

-- Functions of the first schema that look into tables: as the owner, for a seat sees only its part,
-- and never into tables of the session's own.
ALTER FUNCTION gridward_axes() SECURITY DEFINER SET search_path = gridward, public, pg_temp;
ALTER FUNCTION gridward_second_look() SECURITY DEFINER SET search_path = gridward, public, pg_temp;
ALTER FUNCTION gridward_next_step() SECURITY DEFINER SET search_path = gridward, public, pg_temp;
ALTER FUNCTION gridward_audit_number() SECURITY DEFINER SET search_path = gridward, public, pg_temp;
ALTER FUNCTION gridward_catalogue_history() SECURITY DEFINER SET search_path = gridward, public, pg_temp;
ALTER FUNCTION gridward_next_number(text) SECURITY DEFINER SET search_path = gridward, public, pg_temp;
ALTER FUNCTION gridward_seen_number(text, bigint) SECURITY DEFINER SET search_path = gridward, public, pg_temp;

-- A constraint, so that a check of all constraints finds it; it cannot be put off.
DROP TRIGGER events_keep_the_axes_apart ON events;
CREATE CONSTRAINT TRIGGER events_keep_the_axes_apart AFTER INSERT ON events
    NOT DEFERRABLE FOR EACH ROW WHEN (NEW.action IN ('dispatch', 'transfer', 'accept', 'assign',
        'handle', 'feedback', 'check', 'close', 'appeal', 'entrust', 'verify'))
    EXECUTE FUNCTION gridward_axes();

-- The units and people that have to do with a case: as spotOf() in the program.
CREATE FUNCTION gridward_units_of(subject cases) RETURNS text[] LANGUAGE plpgsql STABLE
    SET search_path = gridward, public, pg_temp AS $$
DECLARE
    told jsonb := coalesce(nullif(subject.process, ''), '{}')::jsonb;
BEGIN
    RETURN (SELECT coalesce(array_agg(unit), '{}') FROM (
        SELECT subject.unit AS unit
        UNION ALL SELECT jsonb_array_elements_text(coalesce(told->'assisting', '[]'))
        UNION ALL SELECT call->>'department' FROM jsonb_array_elements(coalesce(told->'calls', '[]')) AS call
        ) AS units WHERE unit <> '');
END $$;
CREATE FUNCTION gridward_people_of(subject cases) RETURNS text[] LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
DECLARE
    told jsonb := coalesce(nullif(subject.process, ''), '{}')::jsonb;
BEGIN
    RETURN (SELECT coalesce(array_agg(who), '{}') FROM (
        SELECT subject.person AS who UNION ALL SELECT told #>> '{scene,person}') AS people WHERE who <> '');
END $$;
-- May the asking user do that to this case? Whose right is over their own alone may do it to what
-- they reported.
CREATE FUNCTION gridward_may_case(action text, subject cases) RETURNS boolean LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
DECLARE
    units text[] := gridward_units_of(subject);
    people text[] := gridward_people_of(subject);
BEGIN
    RETURN gridward_may('case', action, subject.street, subject.community, subject.grid, units, people)
        OR (EXISTS (SELECT 1 FROM gridward_posts() AS p WHERE gridward_reach_of(p.role, 'case', action) = 'own')
            AND gridward_may('case', action, subject.street, subject.community, subject.grid, '{}',
                ARRAY(SELECT e.actor::text FROM events AS e WHERE e.case_id = subject.id AND e.sequence = 1)));
END $$;
-- The same of seeing it, where only the single case tells.
CREATE FUNCTION gridward_sees_case(bigint) RETURNS boolean LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN gridward_may_case('see', (SELECT c FROM cases AS c WHERE c.id = $1));
END $$;
-- A case that this transaction takes a step of stays in sight until it ends, also where the step
-- gives it away; and so do those that are bundled with it.
CREATE FUNCTION gridward_in_hand(bigint, text) RETURNS boolean LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM events AS e WHERE e.case_id = $1 AND e.tx = pg_current_xact_id_if_assigned())
        OR ($2 IS NOT NULL AND EXISTS (SELECT 1 FROM cases AS c JOIN events AS e ON e.case_id = c.id
            WHERE c.uuid = $2 AND e.tx = pg_current_xact_id_if_assigned()));
END $$;
-- Whose step was the last may look at it again, to take it back.
CREATE FUNCTION gridward_was_last(bigint, bigint) RETURNS boolean LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM events AS e
        WHERE e.case_id = $1 AND e.sequence = $2 AND e.actor = session_user::text);
END $$;

-- Milliseconds of a moment as the hashes have them.
CREATE FUNCTION gridward_iso(timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT to_char($1 AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;
-- A field with its length in bytes before it.
CREATE FUNCTION gridward_netstring(text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT convert_to(octet_length(convert_to(coalesce($1, ''), 'UTF8')) || ':', 'UTF8')
        || convert_to(coalesce($1, ''), 'UTF8') $$;
-- The link of the chain: SHA-256 over the one before and the ten fields; see docs/store.md.
CREATE FUNCTION gridward_chain(previous bytea, uuid text, event events) RETURNS bytea
    LANGUAGE plpgsql STABLE SET search_path = gridward, public, pg_temp AS $$
DECLARE
    bytes bytea := coalesce(previous, decode(repeat('00', 32), 'hex'));
    field text;
BEGIN
    FOREACH field IN ARRAY ARRAY[uuid, event.sequence::text, event.action, gridward_iso(event.at), event.actor,
            event.origin, coalesce(event.state_before, ''), event.state_after, event.note, event.facts] LOOP
        bytes := bytes || gridward_netstring(field) || '\x2c'::bytea;
    END LOOP;
    RETURN sha256(bytes);
END $$;

-- Clocks of seats differ by seconds; beyond that somebody claims a wrong time. Demos and drills may.
CREATE FUNCTION gridward_is_now(timestamptz) RETURNS boolean LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN $1 BETWEEN clock_timestamp() - interval '10 minutes' AND clock_timestamp() + interval '10 minutes'
        OR (SELECT value FROM gridward_store WHERE key = 'purpose') IS DISTINCT FROM 'real';
END $$;

-- Is the case one that this transaction brings in from elsewhere? Then its log names others.
CREATE FUNCTION gridward_is_import(subject cases, told jsonb, sequence bigint) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN gridward_may_all('case', 'import') AND subject.external_id IS NOT NULL AND (sequence = 1 OR EXISTS (
        SELECT 1 FROM events AS e WHERE e.case_id = subject.id AND e.sequence = 1
            AND e.tx = pg_current_xact_id()));
END $$;

-- Was this step permitted, though the right for it is not there, by another one of this transaction?
CREATE FUNCTION gridward_follows(subject cases, event events, told jsonb) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN CASE event.action
        WHEN 'report' THEN -- a part that is split off
            told ? 'parent' AND EXISTS (SELECT 1 FROM cases AS c
                WHERE c.uuid = told->>'parent' AND gridward_may_case('split', c))
        WHEN 'merge' THEN -- a report that tells of a known case; and what that case notes of it
            EXISTS (SELECT 1 FROM events AS e WHERE e.case_id = subject.id AND e.sequence = 1
                AND event.sequence = 2 AND e.actor = session_user::text AND e.tx = pg_current_xact_id())
            OR (told ? 'merged_from' AND EXISTS (SELECT 1 FROM cases AS c JOIN events AS e ON e.case_id = c.id
                WHERE length(c.number) = length(told->>'merged_from') AND c.number = told->>'merged_from'
                    AND c.merged_into = subject.uuid AND e.action = 'merge' AND e.sequence = c.version
                    AND e.actor = session_user::text AND e.tx = pg_current_xact_id()))
        WHEN 'extend' THEN -- the limit of the case that leads a bundle
            told ? 'follows' AND told->>'bundle' = subject.bundle AND EXISTS (
                SELECT 1 FROM cases AS c JOIN events AS e ON e.case_id = c.id
                WHERE c.uuid = subject.bundle AND e.actor = session_user::text AND e.tx = pg_current_xact_id())
        WHEN 'withdraw' THEN -- one's own last step, which may have given the case away
            gridward_was_last(subject.id, subject.version) AND gridward_may_any('case', 'withdraw')
        ELSE false END;
END $$;

-- What a seat writes into the log of a case: in nobody else's name, with the right for it, at an
-- honest time, and as a true link of the chain.
CREATE FUNCTION gridward_check_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
DECLARE
    subject cases;
    facts jsonb := coalesce(gridward_facts(NEW.facts), '{}');
    previous events;
    brings boolean;
BEGIN
    IF NEW.actor = '' THEN
        NEW.actor := session_user;
    END IF;
    NEW.login := session_user;
    SELECT * INTO subject FROM cases AS c WHERE c.id = NEW.case_id;
    IF NOT FOUND THEN
        PERFORM gridward_refused('there is no case of this step');
    END IF;
    IF NEW.sequence > 1 THEN
        SELECT * INTO previous FROM events AS e
        WHERE e.case_id = NEW.case_id ORDER BY e.sequence DESC LIMIT 1;
        IF NEW.sequence IS DISTINCT FROM previous.sequence + 1
            OR NEW.state_before IS DISTINCT FROM previous.state_after THEN
            RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
                MESSAGE = 'a step follows the one before';
        END IF;
    ELSIF NEW.action NOT IN ('report', 'import') OR NEW.state_before IS NOT NULL THEN
        PERFORM gridward_refused('a case begins with its report');
    END IF;
    brings := gridward_is_import(subject, facts, NEW.sequence);
    IF NEW.actor = 'system' AND NOT brings THEN
        -- What is due is due for everybody: any seat that sees the case may do it for the program.
        IF NOT (NEW.action = 'urge' AND NEW.state_after = NEW.state_before
                OR NEW.action = 'resume' AND NEW.state_before = 'suspended'
                    AND NEW.state_after = 'handling')
            OR subject.next_at IS NULL
            OR NEW.at > clock_timestamp() + interval '10 minutes'
                AND (SELECT value FROM gridward_store WHERE key = 'purpose') = 'real'
            OR subject.next_at > greatest(NEW.at, clock_timestamp())
            OR NOT gridward_may_case('see', subject) THEN
            PERFORM gridward_refused('the program takes no such step of this case now');
        END IF;
    ELSIF NOT brings THEN
        IF NEW.actor <> session_user::text THEN
            PERFORM gridward_refused(format('%s cannot take a step in the name of %s', session_user, NEW.actor));
        END IF;
        IF NOT gridward_is_now(NEW.at) THEN
            PERFORM gridward_refused('the time of the step is not that of the server');
        END IF;
        IF NOT (CASE WHEN NEW.sequence = 1
                THEN gridward_may('case', NEW.action, subject.street, subject.community, subject.grid, '{}',
                    ARRAY[session_user::text])
                ELSE gridward_may_case(NEW.action, subject) END
            OR gridward_follows(subject, NEW, facts)) THEN
            PERFORM gridward_refused(format('%s may not do case:%s there', session_user, NEW.action));
        END IF;
    END IF;
    IF NEW.hash <> gridward_chain(previous.hash, subject.uuid, NEW) THEN
        PERFORM gridward_refused('the hash is not that of the chain');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER events_are_of_who_writes BEFORE INSERT ON events FOR EACH ROW
    WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_check_step();

-- The row of a case is what its log says: written only together with the newest step.
CREATE FUNCTION gridward_row_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM cases AS c JOIN events AS e ON e.case_id = c.id AND e.sequence = c.version
        WHERE c.id = NEW.id AND e.hash = c.head AND e.state_after = c.state AND e.tx = pg_current_xact_id()
            AND NOT EXISTS (SELECT 1 FROM events AS later
                            WHERE later.case_id = c.id AND later.sequence > c.version)) THEN
        PERFORM gridward_refused('the row of a case changes with a step of its log only');
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER cases_follow_their_log AFTER INSERT OR UPDATE ON cases
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_row_follows();
CREATE TRIGGER cases_keep_their_names BEFORE UPDATE ON cases FOR EACH ROW
    WHEN ((OLD.id IS DISTINCT FROM NEW.id OR OLD.uuid IS DISTINCT FROM NEW.uuid
        OR OLD.number IS DISTINCT FROM NEW.number)
        AND NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_refuse('a case keeps its id and its number');
-- An event alone would leave the row behind: the newest one is the row's.
CREATE FUNCTION gridward_log_has_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM cases AS c JOIN events AS e ON e.case_id = c.id AND e.sequence = c.version
                   WHERE c.id = NEW.case_id AND c.version >= NEW.sequence AND e.hash = c.head) THEN
        PERFORM gridward_refused('a step is written together with the row of its case');
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER events_have_their_row AFTER INSERT ON events
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_log_has_row();

-- What belongs to a step comes with it: times of a case and evidence, never by themselves.
CREATE FUNCTION gridward_with_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM events AS e
                   WHERE e.case_id = NEW.case_id AND e.tx = pg_current_xact_id()) THEN
        PERFORM gridward_refused('this is written together with a step of its case only');
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER attachments_come_with_a_step AFTER INSERT ON attachments
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_with_step();
CREATE CONSTRAINT TRIGGER milestones_come_with_a_step AFTER INSERT OR UPDATE ON case_milestones
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_with_step();

-- The end of the audit log, which the next entry follows: no more of it than that.
CREATE FUNCTION gridward_audit_end(OUT id bigint, OUT hash bytea) RETURNS SETOF record LANGUAGE plpgsql
    STABLE SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT a.id, a.hash FROM audit_log AS a ORDER BY a.id DESC LIMIT 1;
END $$;
-- What a seat writes into the audit log: in its own name, at an honest time, as a true link.
CREATE FUNCTION gridward_check_entry() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
DECLARE
    bytes bytea := coalesce((SELECT a.hash FROM audit_log AS a WHERE a.id = NEW.id - 1), '');
    field text;
BEGIN
    IF NEW.actor <> session_user::text OR NOT EXISTS (SELECT 1 FROM gridward_posts()) THEN
        PERFORM gridward_refused(format('%s cannot write into the audit log in the name of %s',
            session_user, NEW.actor));
    END IF;
    IF NOT gridward_is_now(NEW.at) THEN
        PERFORM gridward_refused('the time of the entry is not that of the server');
    END IF;
    FOREACH field IN ARRAY ARRAY[NEW.id::text, gridward_iso(NEW.at), NEW.actor, NEW.origin, NEW.kind,
            NEW.subject, NEW.facts] LOOP
        bytes := bytes || gridward_netstring(field);
    END LOOP;
    IF NEW.hash <> sha256(bytes) THEN
        PERFORM gridward_refused('the hash is not that of the chain');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER audit_log_is_of_who_writes BEFORE INSERT ON audit_log FOR EACH ROW
    WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_check_entry();
-- Did the asking user write this entry of the audit log in this transaction?
CREATE FUNCTION gridward_noted(kind text, subject text) RETURNS boolean LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM (SELECT * FROM audit_log ORDER BY id DESC LIMIT 64) AS a
        WHERE a.kind = $1 AND a.subject = $2 AND a.actor = session_user::text
            AND a.tx = pg_current_xact_id_if_assigned());
END $$;

-- Planned once: to plan over all parts of the log takes longer than the answer.
ALTER FUNCTION gridward_axes() SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION gridward_next_step() SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION gridward_check_step() SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION gridward_row_follows() SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION gridward_log_has_row() SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION gridward_with_step() SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION gridward_in_hand(bigint, text) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION gridward_was_last(bigint, bigint) SET plan_cache_mode = force_generic_plan;
