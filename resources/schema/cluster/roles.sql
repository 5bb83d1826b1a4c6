-- SPDX-License-Identifier: GPL-3.0-or-later
-- The roles of a cluster that all its Gridward databases share. None of them can log in. Two
-- databases may be begun at the same moment: whoever comes second finds them there.
--   gridward_owner   owns the schema and all that is in it; who is a member of it is bound by nothing
--   gridward_keeper  makes and locks the logins of seats, for those who may change accounts
--   gridward_seat    every seat: what it may is told by the post of its user
--   gridward_reader  looks at ground and cases of the whole district, from QGIS for instance
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['gridward_owner', 'gridward_keeper', 'gridward_seat', 'gridward_reader'] LOOP
        CONTINUE WHEN EXISTS (SELECT 1 FROM pg_roles WHERE rolname = wanted);
        BEGIN
            EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL; -- another one was faster
        END;
    END LOOP;
    IF NOT (SELECT rolcreaterole FROM pg_roles WHERE rolname = 'gridward_keeper') THEN
        ALTER ROLE gridward_keeper CREATEROLE;
    END IF;
    -- From PostgreSQL 16 on CREATEROLE alone gives nobody a membership: it takes the admin option.
    IF NOT EXISTS (SELECT 1 FROM pg_auth_members
                   WHERE roleid = 'gridward_seat'::regrole AND member = 'gridward_keeper'::regrole) THEN
        GRANT gridward_seat TO gridward_keeper WITH ADMIN OPTION;
    END IF;
    -- So that the owner can give the keeper's functions to the keeper.
    IF NOT EXISTS (SELECT 1 FROM pg_auth_members
                   WHERE roleid = 'gridward_keeper'::regrole AND member = 'gridward_owner'::regrole) THEN
        GRANT gridward_keeper TO gridward_owner;
    END IF;
END $$;
