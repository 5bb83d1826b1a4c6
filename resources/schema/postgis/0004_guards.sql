-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who writes what stands still: ground, catalogue, rules, accounts, staff, roster, inbox, second
-- looks, callers and households. The same areas as in the program's own check.

-- What lies nowhere: a right over all of the district.
CREATE FUNCTION gridward_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    IF NOT gridward_may_all(TG_ARGV[0], TG_ARGV[1]) THEN
        PERFORM gridward_refused(format('%s lacks the permission %s:%s', session_user, TG_ARGV[0], TG_ARGV[1]));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER divisions_by_right BEFORE INSERT OR UPDATE OR DELETE ON divisions
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('division', 'change');
CREATE TRIGGER grids_by_right BEFORE INSERT OR UPDATE OR DELETE ON grids
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('division', 'change');
CREATE TRIGGER grid_history_by_right BEFORE INSERT OR UPDATE OR DELETE ON grid_history
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('division', 'change');
CREATE TRIGGER key_places_by_right BEFORE INSERT OR UPDATE OR DELETE ON key_places
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('place', 'change');
CREATE TRIGGER components_by_right BEFORE INSERT OR UPDATE OR DELETE ON components
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('place', 'change');
CREATE TRIGGER addresses_by_right BEFORE INSERT OR UPDATE OR DELETE ON addresses
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('place', 'change');
CREATE TRIGGER resources_by_right BEFORE INSERT OR UPDATE OR DELETE ON resources
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('place', 'change');
CREATE TRIGGER catalogue_by_right BEFORE INSERT OR UPDATE OR DELETE ON catalogue
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('catalogue', 'change');
CREATE TRIGGER catalogue_history_by_right BEFORE INSERT OR UPDATE OR DELETE ON catalogue_history
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('catalogue', 'change');
CREATE TRIGGER filing_standards_by_right BEFORE INSERT OR UPDATE OR DELETE ON filing_standards
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('catalogue', 'change');
CREATE TRIGGER gridward_rule_books_by_right BEFORE INSERT OR UPDATE OR DELETE ON gridward_rule_books
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('rules', 'change');
CREATE TRIGGER gridward_calendars_by_right BEFORE INSERT OR UPDATE OR DELETE ON gridward_calendars
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('rules', 'change');
CREATE TRIGGER users_by_right BEFORE INSERT OR UPDATE OR DELETE ON users
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('account', 'change');
CREATE TRIGGER user_posts_by_right BEFORE INSERT OR UPDATE OR DELETE ON user_posts
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('account', 'change');
CREATE TRIGGER gridward_roles_by_right BEFORE INSERT OR UPDATE OR DELETE ON gridward_roles
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('role', 'change');
CREATE TRIGGER gridward_grants_by_right BEFORE INSERT OR UPDATE OR DELETE ON gridward_grants
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('role', 'change');
CREATE TRIGGER gridward_store_by_right BEFORE INSERT OR UPDATE OR DELETE ON gridward_store
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard('store', 'change');

-- Counters of the store: whoever has a post here counts.
CREATE FUNCTION gridward_guard_seat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM gridward_posts()) THEN
        PERFORM gridward_refused(format('%s has no post here', session_user));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER gridward_changes_by_seats BEFORE INSERT OR UPDATE ON gridward_changes
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_seat();
CREATE TRIGGER gridward_open_cases_by_seats BEFORE INSERT OR UPDATE ON gridward_open_cases
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_seat();
CREATE TRIGGER import_runs_by_seats BEFORE INSERT ON import_runs
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_seat();
CREATE TRIGGER gridward_drafts_by_seats BEFORE INSERT OR UPDATE ON gridward_drafts
    FOR EACH STATEMENT WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_seat();

-- The part of the district that an organisation or a person belongs to.
CREATE FUNCTION gridward_area_of_organisation(text) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT division FROM organisations WHERE code = $1), '');
END $$;
CREATE FUNCTION gridward_area_of_person(text) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT o.division FROM people AS p JOIN organisations AS o ON o.code = p.organisation
                     WHERE p.person_id = $1), '');
END $$;
-- The areas that a row of staff or roster touches.
CREATE FUNCTION gridward_areas_of(name text, line jsonb) RETURNS text[] LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN CASE name
        WHEN 'organisations' THEN ARRAY[line->>'division']
        WHEN 'people' THEN ARRAY[gridward_area_of_organisation(line->>'organisation')]
        WHEN 'posts' THEN ARRAY[gridward_area_of_organisation(line->>'organisation')]
        WHEN 'post_holders' THEN ARRAY[gridward_area_of_organisation(line->>'organisation')]
        -- A deputy gets the posts of the absent: nobody gives away what reaches beyond their area.
        WHEN 'leaves' THEN ARRAY[gridward_area_of_person(line->>'person')] || CASE
            WHEN coalesce(line->>'deputy', '') = '' THEN '{}' ELSE ARRAY(
                SELECT u.division FROM users AS u WHERE u.person = line->>'person'
                UNION SELECT p.division FROM user_posts AS p JOIN users AS u ON u.name = p."user"
                WHERE u.person = line->>'person') END
        WHEN 'staff_positions' THEN ARRAY[line->>'grid']
        WHEN 'staffing_needs' THEN ARRAY['']
        WHEN 'coverage_needs' THEN ARRAY['']
        ELSE ARRAY[line->>'area'] END;
END $$;
CREATE FUNCTION gridward_guard_area() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
DECLARE
    area text;
    areas text[] := '{}';
BEGIN
    IF TG_OP <> 'INSERT' THEN
        areas := areas || gridward_areas_of(TG_TABLE_NAME, to_jsonb(OLD));
    END IF;
    IF TG_OP <> 'DELETE' THEN
        areas := areas || gridward_areas_of(TG_TABLE_NAME, to_jsonb(NEW));
        IF TG_TABLE_NAME = 'staff_positions' AND EXISTS (SELECT 1 FROM gridward_posts() AS p
                WHERE p.person <> '' AND p.person = to_jsonb(NEW)->>'person') THEN
            RETURN NEW; -- everybody tells where they are themselves
        END IF;
        IF TG_TABLE_NAME = 'tasks' AND EXISTS (SELECT 1 FROM cases AS c JOIN events AS e ON e.case_id = c.id
                WHERE c.uuid = to_jsonb(NEW)->>'case_uuid' AND e.tx = pg_current_xact_id_if_assigned()) THEN
            RETURN NEW; -- it follows from a step that was permitted
        END IF;
    END IF;
    FOREACH area IN ARRAY areas LOOP
        IF NOT gridward_may_at(TG_ARGV[0], TG_ARGV[1], area) THEN
            PERFORM gridward_refused(format('%s may not do %s:%s there', session_user, TG_ARGV[0], TG_ARGV[1]));
        END IF;
    END LOOP;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER organisations_by_right BEFORE INSERT OR UPDATE OR DELETE ON organisations
    FOR EACH ROW WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_area('staff', 'change');
CREATE TRIGGER people_by_right BEFORE INSERT OR UPDATE OR DELETE ON people
    FOR EACH ROW WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_area('staff', 'change');
CREATE TRIGGER posts_by_right BEFORE INSERT OR UPDATE OR DELETE ON posts
    FOR EACH ROW WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_area('staff', 'change');
CREATE TRIGGER post_holders_by_right BEFORE INSERT OR UPDATE OR DELETE ON post_holders
    FOR EACH ROW WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_area('staff', 'change');
CREATE TRIGGER leaves_by_right BEFORE INSERT OR UPDATE OR DELETE ON leaves
    FOR EACH ROW WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_area('staff', 'change');
CREATE TRIGGER duties_by_right BEFORE INSERT OR UPDATE OR DELETE ON duties
    FOR EACH ROW WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_area('staff', 'change');
CREATE TRIGGER staffing_needs_by_right BEFORE INSERT OR UPDATE OR DELETE ON staffing_needs
    FOR EACH ROW WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_area('staff', 'change');
CREATE TRIGGER shifts_by_right BEFORE INSERT OR UPDATE OR DELETE ON shifts
    FOR EACH ROW WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_area('roster', 'change');
CREATE TRIGGER coverage_needs_by_right BEFORE INSERT OR UPDATE OR DELETE ON coverage_needs
    FOR EACH ROW WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_area('roster', 'change');
CREATE TRIGGER staff_positions_by_right BEFORE INSERT OR UPDATE OR DELETE ON staff_positions
    FOR EACH ROW WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_area('roster', 'change');
CREATE TRIGGER tasks_by_right BEFORE INSERT OR UPDATE OR DELETE ON tasks
    FOR EACH ROW WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_area('roster', 'change');
CREATE TRIGGER handovers_by_right BEFORE INSERT OR UPDATE OR DELETE ON handovers
    FOR EACH ROW WHEN (NOT pg_has_role(session_user, 'gridward_owner', 'MEMBER'))
    EXECUTE FUNCTION gridward_guard_area('roster', 'hand-over');

-- The inbox: whoever may report there works on a row; nobody knows yet where one without a grid
-- is: then whoever may report anything.
CREATE FUNCTION gridward_may_inbox(text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
DECLARE
    place grids;
BEGIN
    IF $1 = '' THEN
        RETURN gridward_may_any('case', 'report');
    END IF;
    SELECT * INTO place FROM grids WHERE code = $1;
    RETURN gridward_may('case', 'report', coalesce(place.street, ''), coalesce(place.community, ''), $1, '{}',
        ARRAY[session_user::text]);
END $$;
CREATE FUNCTION gridward_may_import_inbox() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN gridward_may_all('case', 'import') OR gridward_may('case', 'report', '', '', '', '{}', '{}');
END $$;
CREATE FUNCTION gridward_imported(bigint) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM gridward_inbox_log
                   WHERE item = $1 AND version = 1 AND actor = session_user::text);
END $$;
CREATE FUNCTION gridward_inbox_last_change() RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(max(change), 0) FROM gridward_inbox);
END $$;

-- Callers and households: who opens one may do so there, and has written into the audit log, in the
-- same transaction, that they do.
CREATE FUNCTION gridward_may_open_caller(text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
DECLARE
    subject cases;
BEGIN
    SELECT * INTO subject FROM cases WHERE uuid = $1;
    RETURN FOUND AND gridward_noted('personal-opened', subject.number)
        AND gridward_may('personal', 'open', subject.street, subject.community, subject.grid,
            gridward_units_of(subject), gridward_people_of(subject));
END $$;
CREATE FUNCTION gridward_has_caller(text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM cases AS c JOIN personal_callers AS p ON p.case_id = c.uuid
                   WHERE c.uuid = $1 AND (gridward_may_case('see', c) OR gridward_in_hand(c.id, NULL)));
END $$;
-- Nothing in all fields: erased.
CREATE FUNCTION gridward_put_caller(text, text, text, integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
DECLARE
    subject cases;
BEGIN
    SELECT * INTO subject FROM cases WHERE uuid = $1;
    IF NOT FOUND OR NOT (gridward_may_all('personal', 'import')
        OR gridward_may('personal', 'change', subject.street, subject.community, subject.grid,
            gridward_units_of(subject), gridward_people_of(subject))) THEN
        PERFORM gridward_refused(format('%s may not do personal:change there', session_user));
    END IF;
    IF $2 = '' AND $3 = '' THEN
        DELETE FROM personal_callers WHERE case_id = $1;
    ELSE
        INSERT INTO personal_callers (case_id, name, phone, may_call_back) VALUES ($1, $2, $3, $4)
        ON CONFLICT (case_id) DO UPDATE
            SET name = excluded.name, phone = excluded.phone, may_call_back = excluded.may_call_back;
    END IF;
END $$;
-- The caller of a row of the inbox goes on with the case that it became; nobody sees them by it.
CREATE FUNCTION gridward_hand_over_caller(text, bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    IF NOT gridward_is_exempt() AND NOT (
            gridward_may_inbox((SELECT i.grid FROM gridward_inbox AS i WHERE i.id = $2))
            AND EXISTS (SELECT 1 FROM cases AS c JOIN events AS e ON e.case_id = c.id
                WHERE c.uuid = $1 AND e.sequence = 1 AND e.tx = pg_current_xact_id()
                    AND e.actor = session_user::text)) THEN
        PERFORM gridward_refused('a caller goes on with a case that is reported now');
    END IF;
    INSERT INTO personal_callers (case_id, name, phone, may_call_back)
    SELECT $1, name, phone, may_call_back FROM personal_inbox WHERE item = $2;
    DELETE FROM personal_inbox WHERE item = $2;
END $$;
CREATE FUNCTION gridward_may_open_inbox(bigint) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
DECLARE
    area text := (SELECT grid FROM gridward_inbox WHERE id = $1);
BEGIN
    RETURN gridward_noted('personal-opened', 'inbox ' || $1) AND gridward_may_inbox(area)
        AND CASE WHEN area = '' THEN gridward_may_all('personal', 'open')
            ELSE gridward_may_at('personal', 'open', area) END;
END $$;
-- Where a household is, for those who may open any; NULL if there is none.
CREATE FUNCTION gridward_household_grid(text) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN (SELECT grid FROM personal_households WHERE household = $1
            AND (gridward_may_any('personal', 'open') OR gridward_may_any('personal', 'change')
                OR gridward_may_any('personal', 'import')));
END $$;
-- Which there are in a grid, for who may open them there; how many, for statistics too.
CREATE FUNCTION gridward_households_in(text) RETURNS SETOF text LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT h.household FROM personal_households AS h
        WHERE h.grid = $1 AND gridward_may_at('personal', 'open', $1) ORDER BY 1;
END $$;
CREATE FUNCTION gridward_count_households(text, text) RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    IF NOT (gridward_may_any('personal', 'open') OR gridward_may_any('statistics', 'see')) THEN
        PERFORM gridward_refused(format('%s lacks the permission statistics:see', session_user));
    END IF;
    RETURN (SELECT count(*) FROM personal_households AS h WHERE h.grid = $1 AND instr(h.needs, $2) > 0);
END $$;
CREATE FUNCTION gridward_put_household(text, text, text, text, text, text, text, text, text, date, date)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
DECLARE
    area text;
BEGIN
    FOREACH area IN ARRAY ARRAY[$2, coalesce((SELECT grid FROM personal_households WHERE household = $1), $2)] LOOP
        IF NOT (gridward_may_at('personal', 'change', area) OR gridward_may_at('personal', 'import', area)) THEN
            PERFORM gridward_refused(format('%s may not do personal:change there', session_user));
        END IF;
    END LOOP;
    INSERT INTO personal_households (household, grid, address, dwelling, head, phone, members, needs,
        consent_for, consent_on, next_visit) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (household) DO UPDATE SET grid = excluded.grid, address = excluded.address,
        dwelling = excluded.dwelling, head = excluded.head, phone = excluded.phone,
        members = excluded.members, needs = excluded.needs, consent_for = excluded.consent_for,
        consent_on = excluded.consent_on, next_visit = excluded.next_visit;
END $$;
CREATE FUNCTION gridward_erase_household(text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    IF NOT gridward_may_at('personal', 'change', (SELECT grid FROM personal_households WHERE household = $1)) THEN
        PERFORM gridward_refused(format('%s may not do personal:change there', session_user));
    END IF;
    DELETE FROM personal_households WHERE household = $1;
END $$;
-- Callers of cases that ended long ago, of refused rows of the inbox, and old drafts; how many.
CREATE FUNCTION gridward_purge_callers(timestamptz) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
DECLARE
    erased bigint;
    more bigint;
BEGIN
    IF NOT gridward_may_all('store', 'change') THEN
        PERFORM gridward_refused(format('%s lacks the permission store:change', session_user));
    END IF;
    DELETE FROM personal_callers WHERE case_id IN (SELECT c.uuid FROM cases AS c
        WHERE c.state IN ('archived', 'void', 'refused')
            AND NOT EXISTS (SELECT 1 FROM events AS e WHERE e.case_id = c.id AND e.at >= $1));
    GET DIAGNOSTICS erased = ROW_COUNT;
    DELETE FROM personal_inbox WHERE item IN
        (SELECT id FROM gridward_inbox WHERE state = 'refused' AND changed_at < $1);
    GET DIAGNOSTICS more = ROW_COUNT;
    DELETE FROM gridward_drafts WHERE saved_at < $1 OR "user" IN (SELECT name FROM users WHERE disabled = 1);
    RETURN erased + more;
END $$;

-- Second looks: drawn and done in one's own name, where one may.
CREATE FUNCTION gridward_may_recheck(bigint) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM sampling_cases AS s JOIN cases AS c ON c.id = s.case_id
        WHERE s.id = $1 AND gridward_may('case', 'recheck', c.street, c.community, c.grid,
            ARRAY[c.unit::text], ARRAY[c.person::text]));
END $$;

-- Logins of seats. Only the verifier ever comes here, never a password; made by the keeper, who may
-- make roles, for whoever may change accounts (and for oneself: the own password).
CREATE FUNCTION gridward_seat_role(name text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
DECLARE
    known pg_roles;
BEGIN
    IF octet_length(name) > 63 OR name ~ '^(gridward_|pg_)' OR name IN ('postgres', 'public', 'none')
        OR NOT EXISTS (SELECT 1 FROM users AS u WHERE u.name = $1) THEN
        PERFORM gridward_refused(format('“%s” can be no login of a seat', name));
    END IF;
    SELECT * INTO known FROM pg_roles AS r WHERE r.rolname = $1;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF known.rolsuper OR known.rolcreaterole OR known.rolcreatedb OR known.rolreplication OR known.rolbypassrls
        OR pg_has_role(known.oid, 'gridward_owner', 'MEMBER') OR pg_has_role(known.oid, 'gridward_keeper', 'MEMBER')
        OR NOT pg_has_role(known.oid, 'gridward_seat', 'MEMBER') THEN
        PERFORM gridward_refused(format('“%s” is a role of the server that is no seat', name));
    END IF;
    -- Roles are of the whole cluster: nobody takes over a login that another district has given. The
    -- superuser may take one that no other database lets in: its store is gone.
    IF NOT EXISTS (SELECT 1 FROM gridward_logins AS l WHERE l."user" = $1) AND (NOT gridward_is_exempt()
        OR EXISTS (SELECT 1 FROM pg_database AS d, aclexplode(d.datacl) AS a
            WHERE d.datname <> current_database() AND a.grantee = known.oid)) THEN
        PERFORM gridward_refused(format('“%s” is a login of another store of this server', name));
    END IF;
    RETURN true;
END $$;
CREATE FUNCTION gridward_set_login(name text, verifier text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    IF NOT gridward_may_all('account', 'change') AND name <> session_user::text THEN
        PERFORM gridward_refused(format('%s lacks the permission account:change', session_user));
    END IF;
    IF verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        PERFORM gridward_refused('only a SCRAM verifier is taken, never a password');
    END IF;
    IF gridward_seat_role(name) THEN
        EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', name, verifier);
    ELSE
        EXECUTE format('CREATE ROLE %I LOGIN INHERIT PASSWORD %L', name, verifier);
        EXECUTE format('GRANT gridward_seat TO %I', name);
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), name);
    INSERT INTO gridward_logins ("user", changed_at) VALUES (name, clock_timestamp())
    ON CONFLICT ("user") DO UPDATE SET changed_at = excluded.changed_at;
END $$;
CREATE FUNCTION gridward_lock_login(name text, locked boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    IF NOT gridward_may_all('account', 'change') THEN
        PERFORM gridward_refused(format('%s lacks the permission account:change', session_user));
    END IF;
    IF EXISTS (SELECT 1 FROM users AS u WHERE u.name = $1)
        AND NOT EXISTS (SELECT 1 FROM gridward_logins AS l WHERE l."user" = $1) THEN
        RETURN; -- an account without a login here, whoever else has one of that name
    END IF;
    IF gridward_seat_role(name) THEN
        EXECUTE format('ALTER ROLE %I %s', name, CASE WHEN locked THEN 'NOLOGIN' ELSE 'LOGIN' END);
    END IF;
END $$;
