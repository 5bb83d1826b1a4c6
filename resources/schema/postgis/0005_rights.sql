-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the roles may touch at all, and which rows. A seat is bound by its user's posts besides.

REVOKE ALL ON ALL TABLES IN SCHEMA gridward FROM PUBLIC;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA gridward FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA gridward FROM PUBLIC;
GRANT USAGE ON SCHEMA gridward TO gridward_seat, gridward_reader, gridward_keeper;

-- Nothing of passwords, sessions and failed attempts: on a server the server itself knows them.
GRANT SELECT ON ALL TABLES IN SCHEMA gridward TO gridward_seat;
REVOKE ALL ON gridward_passwords, gridward_sign_in, gridward_failures, gridward_origins, gridward_sessions
    FROM gridward_seat;
-- The parts of the log are read through the log, which knows who may see which row.
DO $$
DECLARE
    part regclass;
BEGIN
    FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'gridward.events'::regclass LOOP
        EXECUTE format('REVOKE ALL ON %s FROM gridward_seat', part);
    END LOOP;
END $$;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA gridward TO gridward_seat;
GRANT INSERT ON cases, attachments, case_milestones, gridward_inbox_log, import_runs, sampling_cases,
    sampling_results, sampling_evidence, gridward_rule_books, gridward_calendars, personal_inbox,
    grid_history TO gridward_seat;
-- The server itself numbers events and says which transaction and login they are of.
GRANT INSERT (case_id, sequence, action, at, actor, origin, state_before, state_after, note, facts, hash)
    ON events TO gridward_seat;
GRANT INSERT (id, at, actor, origin, kind, subject, facts, hash) ON audit_log TO gridward_seat;
GRANT INSERT (month, area, strata, size, seed, seed_given, method, population, population_hash,
    population_list, drawn, drawn_by, drawn_person, drawn_at) ON samplings TO gridward_seat;
GRANT UPDATE ON cases, case_milestones TO gridward_seat;
GRANT INSERT, UPDATE ON tasks, gridward_open_cases, gridward_changes, gridward_inbox, divisions, grids,
    key_places, components, addresses, resources, organisations, people, posts, post_holders, leaves,
    duties, shifts, handovers, staff_positions, staffing_needs, coverage_needs, catalogue,
    filing_standards, users, user_posts, gridward_roles, gridward_grants, gridward_store,
    gridward_drafts TO gridward_seat;
GRANT DELETE ON staffing_needs, coverage_needs, gridward_roles, gridward_grants, gridward_drafts
    TO gridward_seat;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA gridward TO gridward_seat, gridward_keeper;
REVOKE EXECUTE ON FUNCTION gridward_make_parts(date, date) FROM gridward_seat;
GRANT SELECT, INSERT, UPDATE ON gridward_logins TO gridward_keeper;

-- For analysis: ground, classes and cases of the whole district. No people, no accounts, no logs.
GRANT SELECT ON divisions, grids, grid_history, key_places, components, addresses, resources, organisations,
    catalogue, catalogue_history, filing_standards, gridward_schema, gridward_store, cases, case_milestones
    TO gridward_reader;
GRANT EXECUTE ON FUNCTION gridward_pairs(text), gridward_says(text, text), instr(text, text),
    gridward_addresses(text, integer), gridward_registered(bigint), gridward_first_id(date) TO gridward_reader;

-- Cases. What a user sees is asked once for a statement: (SELECT …) is not of the row.
-- The length of a number may not be asked of rows that nobody has looked at yet: by the number alone.
CREATE INDEX cases_number_alone ON cases(number);
ALTER TABLE cases ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_see_theirs ON cases FOR SELECT TO gridward_seat USING (
    (SELECT gridward_sees_all())
    OR street = ANY ((SELECT gridward_seen_places())::text[])
    OR unit = ANY ((SELECT gridward_seen_units())::text[])
    OR person = ANY ((SELECT gridward_seen_people())::text[])
    OR ARRAY[community, grid] && (SELECT gridward_seen_places())::text[]
    OR ((SELECT cardinality(gridward_seen_units() || gridward_seen_people())) > 0 AND (
        coalesce(process, '{}')::jsonb -> 'assisting' ?| (SELECT gridward_seen_units())::text[]
        OR coalesce(process, '{}')::jsonb #>> '{scene,person}' = ANY ((SELECT gridward_seen_people())::text[])
        OR jsonb_path_query_array(coalesce(process, '{}')::jsonb, '$.calls[*].department')
            ?| (SELECT gridward_seen_units())::text[]
        OR (strpos(hands, session_user::text) > 0 AND gridward_was_last(id, version))))
    OR ((SELECT gridward_sees_single()) AND gridward_sees_case(id))
    OR ((SELECT pg_current_xact_id_if_assigned()) IS NOT NULL AND gridward_in_hand(id, bundle)));
CREATE POLICY seats_write_with_a_step ON cases FOR INSERT TO gridward_seat WITH CHECK (true);
CREATE POLICY seats_change_with_a_step ON cases FOR UPDATE TO gridward_seat USING (true) WITH CHECK (true);
CREATE POLICY readers_see_all ON cases FOR SELECT TO gridward_reader USING (true);

ALTER TABLE events ENABLE ROW LEVEL SECURITY;
-- Not EXISTS: that would read all cases of a seat first, to look the few events up among them.
CREATE POLICY seats_see_theirs ON events FOR SELECT TO gridward_seat USING (
    (SELECT gridward_sees_all()) OR (SELECT true FROM cases AS c WHERE c.id = case_id));
CREATE POLICY seats_write_theirs ON events FOR INSERT TO gridward_seat WITH CHECK (true);

ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_see_theirs ON attachments FOR SELECT TO gridward_seat USING (
    (SELECT true FROM cases AS c WHERE c.id = case_id));
CREATE POLICY seats_write_with_a_step ON attachments FOR INSERT TO gridward_seat WITH CHECK (true);

ALTER TABLE case_milestones ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_see_theirs ON case_milestones FOR SELECT TO gridward_seat USING (
    (SELECT gridward_sees_all()) OR (SELECT true FROM cases AS c WHERE c.id = case_id));
CREATE POLICY seats_write_with_a_step ON case_milestones FOR INSERT TO gridward_seat WITH CHECK (true);
CREATE POLICY seats_change_with_a_step ON case_milestones FOR UPDATE TO gridward_seat USING (true) WITH CHECK (true);
CREATE POLICY readers_see_all ON case_milestones FOR SELECT TO gridward_reader USING (true);

ALTER TABLE tasks ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_see_theirs ON tasks FOR SELECT TO gridward_seat USING (
    (SELECT gridward_sees_all()) OR person IN (SELECT p.person FROM gridward_posts() AS p WHERE p.person <> '')
    OR (case_uuid = '' AND (SELECT gridward_may_any('roster', 'see')))
    OR (SELECT true FROM cases AS c WHERE c.uuid = case_uuid));
CREATE POLICY seats_write_by_right ON tasks FOR INSERT TO gridward_seat WITH CHECK (true);
CREATE POLICY seats_change_by_right ON tasks FOR UPDATE TO gridward_seat USING (true) WITH CHECK (true);

-- Logs of the store.
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
CREATE POLICY auditors_see_all ON audit_log FOR SELECT TO gridward_seat
    USING ((SELECT gridward_may_all('audit', 'see')));
CREATE POLICY seats_write_theirs ON audit_log FOR INSERT TO gridward_seat WITH CHECK (true);
ALTER TABLE import_runs ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_see_all ON import_runs FOR SELECT TO gridward_seat USING (true);
CREATE POLICY seats_write_theirs ON import_runs FOR INSERT TO gridward_seat
    WITH CHECK (actor = session_user::text);
ALTER TABLE gridward_logins ENABLE ROW LEVEL SECURITY;
CREATE POLICY accounts_by_right ON gridward_logins FOR SELECT TO gridward_seat
    USING ("user" = session_user::text OR (SELECT gridward_may_all('account', 'see')));
CREATE POLICY keeper_writes ON gridward_logins TO gridward_keeper USING (true) WITH CHECK (true);

-- One's own alone.
ALTER TABLE gridward_drafts ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_only ON gridward_drafts TO gridward_seat
    USING ("user" = session_user::text) WITH CHECK ("user" = session_user::text);

-- Staff and roster: for those who may see them.
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_by_right ON people TO gridward_seat
    USING ((SELECT gridward_may_any('staff', 'see'))) WITH CHECK (true);
ALTER TABLE posts ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_by_right ON posts TO gridward_seat
    USING ((SELECT gridward_may_any('staff', 'see'))) WITH CHECK (true);
ALTER TABLE post_holders ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_by_right ON post_holders TO gridward_seat
    USING ((SELECT gridward_may_any('staff', 'see'))) WITH CHECK (true);
ALTER TABLE leaves ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_by_right ON leaves TO gridward_seat
    USING ((SELECT gridward_may_any('staff', 'see'))) WITH CHECK (true);
ALTER TABLE duties ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_by_right ON duties TO gridward_seat
    USING ((SELECT gridward_may_any('staff', 'see'))) WITH CHECK (true);
ALTER TABLE staffing_needs ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_by_right ON staffing_needs TO gridward_seat
    USING ((SELECT gridward_may_any('staff', 'see'))) WITH CHECK (true);
ALTER TABLE shifts ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_by_right ON shifts TO gridward_seat
    USING ((SELECT gridward_may_any('roster', 'see'))) WITH CHECK (true);
ALTER TABLE handovers ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_by_right ON handovers TO gridward_seat
    USING ((SELECT gridward_may_any('roster', 'see'))) WITH CHECK (true);
ALTER TABLE coverage_needs ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_by_right ON coverage_needs TO gridward_seat
    USING ((SELECT gridward_may_any('roster', 'see'))) WITH CHECK (true);
ALTER TABLE staff_positions ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_by_right ON staff_positions TO gridward_seat
    USING ((SELECT gridward_may_any('roster', 'see'))) WITH CHECK (true);

-- The inbox.
ALTER TABLE gridward_inbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_see_theirs ON gridward_inbox FOR SELECT TO gridward_seat USING (
    (SELECT gridward_may_all('case', 'report')) OR gridward_may_inbox(grid) OR gridward_imported(id));
CREATE POLICY seats_bring_in ON gridward_inbox FOR INSERT TO gridward_seat
    WITH CHECK (changed_by = session_user::text AND (SELECT gridward_may_import_inbox()));
CREATE POLICY seats_work_on_theirs ON gridward_inbox FOR UPDATE TO gridward_seat
    USING (gridward_may_inbox(grid)) WITH CHECK (changed_by = session_user::text AND gridward_may_inbox(grid));
ALTER TABLE gridward_inbox_log ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_see_theirs ON gridward_inbox_log FOR SELECT TO gridward_seat USING (
    EXISTS (SELECT 1 FROM gridward_inbox AS i WHERE i.id = item));
CREATE POLICY seats_write_theirs ON gridward_inbox_log FOR INSERT TO gridward_seat
    WITH CHECK (actor = session_user::text);
ALTER TABLE personal_inbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY opened_with_a_note ON personal_inbox FOR SELECT TO gridward_seat
    USING (gridward_may_open_inbox(item));
CREATE POLICY seats_bring_in ON personal_inbox FOR INSERT TO gridward_seat
    WITH CHECK ((SELECT gridward_may_import_inbox()));

-- Callers and households: written by functions only.
ALTER TABLE personal_callers ENABLE ROW LEVEL SECURITY;
CREATE POLICY opened_with_a_note ON personal_callers FOR SELECT TO gridward_seat
    USING (gridward_may_open_caller(case_id));
ALTER TABLE personal_households ENABLE ROW LEVEL SECURITY;
CREATE POLICY opened_with_a_note ON personal_households FOR SELECT TO gridward_seat
    USING (gridward_noted('personal-opened', household) AND gridward_may_at('personal', 'open', grid));

-- Second looks.
ALTER TABLE samplings ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_see_theirs ON samplings FOR SELECT TO gridward_seat
    USING (gridward_may_at('case', 'see', area));
CREATE POLICY seats_draw_theirs ON samplings FOR INSERT TO gridward_seat
    WITH CHECK (drawn_by = session_user::text AND gridward_may_at('case', 'sample', area));
ALTER TABLE sampling_cases ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_see_theirs ON sampling_cases FOR SELECT TO gridward_seat
    USING (EXISTS (SELECT 1 FROM samplings AS s WHERE s.id = sampling_id));
CREATE POLICY seats_draw_theirs ON sampling_cases FOR INSERT TO gridward_seat
    WITH CHECK (EXISTS (SELECT 1 FROM samplings AS s WHERE s.id = sampling_id
        AND s.drawn_by = session_user::text AND s.tx = pg_current_xact_id()));
ALTER TABLE sampling_results ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_see_theirs ON sampling_results FOR SELECT TO gridward_seat
    USING (EXISTS (SELECT 1 FROM sampling_cases AS s WHERE s.id = sampling_case_id));
CREATE POLICY seats_look_again ON sampling_results FOR INSERT TO gridward_seat
    WITH CHECK (done_by = session_user::text AND gridward_may_recheck(sampling_case_id));
ALTER TABLE sampling_evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY seats_see_theirs ON sampling_evidence FOR SELECT TO gridward_seat
    USING (EXISTS (SELECT 1 FROM sampling_cases AS s WHERE s.id = sampling_case_id));
CREATE POLICY seats_look_again ON sampling_evidence FOR INSERT TO gridward_seat
    WITH CHECK (gridward_may_recheck(sampling_case_id));

-- The keeper's functions are the keeper's: only it may make roles.
GRANT CREATE ON SCHEMA gridward TO gridward_keeper;
ALTER FUNCTION gridward_set_login(text, text) OWNER TO gridward_keeper;
ALTER FUNCTION gridward_lock_login(text, boolean) OWNER TO gridward_keeper;
REVOKE CREATE ON SCHEMA gridward FROM gridward_keeper;
