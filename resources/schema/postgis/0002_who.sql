-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is asking, and what they may: the same questions that the program asks itself (StoreGuard,
-- AccessRules), answered from the login. Nothing here can be told by the one who asks: names and
-- posts come from session_user, which no SET changes.
--
-- Every function that looks into tables has a fixed path with pg_temp last: a table that somebody
-- made for the session is never taken for one of the store.

-- What the roles may before a district changed anything: written by the program, which has the one
-- table of it, when a store is made or migrated.
CREATE TABLE gridward_standard_grants (
    role text COLLATE "C" NOT NULL,
    thing text COLLATE "C" NOT NULL,
    action text COLLATE "C" NOT NULL,
    reach text COLLATE "C" NOT NULL,
    PRIMARY KEY (role, thing, action));
-- Who has a login, and since when with that password.
CREATE TABLE gridward_logins (
    "user" text COLLATE "C" PRIMARY KEY REFERENCES users(name),
    changed_at timestamptz NOT NULL);

-- Bound by nothing: the superuser, and who is a member of the owner (migrations, imports).
CREATE FUNCTION gridward_is_exempt() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT pg_has_role(session_user, 'gridward_owner', 'MEMBER') $$;
-- The user whom the login proves; NULL for those who are bound by nothing.
CREATE FUNCTION gridward_login() RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN pg_has_role(session_user, 'gridward_owner', 'MEMBER') THEN NULL
        ELSE session_user::text END $$;
-- The day in the district.
CREATE FUNCTION gridward_today() RETURNS date LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN (now() AT TIME ZONE coalesce(
        (SELECT nullif(value, '') FROM gridward_store WHERE key = 'time_zone'), 'UTC'))::date;
END $$;

-- All posts that the asking user has today: the own row, further ones in force, and those of people
-- on leave whose deputy they are, along the chain of deputies. None for a disabled account.
CREATE FUNCTION gridward_posts() RETURNS TABLE (name text, person text, role text, division text,
        organisation text, all_units boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 2 SET search_path = gridward, public, pg_temp AS $$
DECLARE
    me users;
    today date;
BEGIN
    SELECT * INTO me FROM users AS u WHERE u.name = session_user::text AND u.disabled = 0;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    name := me.name;
    person := me.person;
    role := me.role;
    division := me.division;
    organisation := me.organisation;
    all_units := me.acts_for_all_units <> 0;
    RETURN NEXT;
    today := gridward_today();
    RETURN QUERY SELECT me.name, me.person, p.role, p.division, p.organisation, false
        FROM user_posts AS p WHERE p."user" = me.name
            AND coalesce(p.valid_from <= today, true) AND coalesce(p.valid_to >= today, true);
    IF me.person = '' OR EXISTS (SELECT 1 FROM leaves AS l
            WHERE l.person = me.person AND today BETWEEN l.valid_from AND l.valid_to) THEN
        RETURN;
    END IF;
    RETURN QUERY WITH RECURSIVE absent AS (
            SELECT l.person AS who, 1 AS steps FROM leaves AS l
            WHERE l.deputy = me.person AND today BETWEEN l.valid_from AND l.valid_to
            UNION
            SELECT l.person, a.steps + 1 FROM absent AS a JOIN leaves AS l ON l.deputy = a.who
            WHERE today BETWEEN l.valid_from AND l.valid_to AND a.steps < 8),
        away AS (
            SELECT u.* FROM users AS u WHERE u.disabled = 0 AND u.name <> me.name AND u.person <> ''
                AND u.person IN (SELECT who FROM absent))
        SELECT me.name, me.person, w.role, w.division, w.organisation, w.acts_for_all_units <> 0
        FROM away AS w
        UNION ALL
        SELECT me.name, me.person, p.role, p.division, p.organisation, false
        FROM away AS w JOIN user_posts AS p ON p."user" = w.name
        WHERE coalesce(p.valid_from <= today, true) AND coalesce(p.valid_to >= today, true);
END $$;

-- How far a role may do something to a kind of thing: none, own, unit, division or district.
CREATE FUNCTION gridward_reach_of(text, text, text) RETURNS text LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
DECLARE
    found_reach text;
BEGIN
    SELECT g.reach INTO found_reach FROM gridward_grants AS g
    WHERE g.role = $1 AND g.thing = $2 AND g.action = $3;
    IF NOT FOUND THEN
        SELECT s.reach INTO found_reach FROM gridward_standard_grants AS s
        WHERE s.role = $1 AND s.thing = $2 AND s.action = $3;
    END IF;
    RETURN coalesce(found_reach, 'none');
END $$;

-- Is it all of the district?
CREATE FUNCTION gridward_is_root(text) RETURNS boolean LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN $1 = '' OR EXISTS (SELECT 1 FROM divisions WHERE code = $1 AND parent = '');
END $$;
-- Does the division or grid $1 lie in $2?
CREATE FUNCTION gridward_within(text, text) RETURNS boolean LANGUAGE plpgsql STABLE
    SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
DECLARE
    place text;
BEGIN
    IF $1 = $2 THEN
        RETURN true;
    END IF;
    place := coalesce((SELECT community FROM grids WHERE code = $1), $1);
    FOR steps IN 1..20 LOOP
        EXIT WHEN place = '';
        IF place = $2 THEN
            RETURN true;
        END IF;
        place := coalesce((SELECT parent FROM divisions WHERE code = place), '');
    END LOOP;
    RETURN false;
END $$;

-- May the asking user do this, in any of their posts, to something in that street, community and
-- grid which has to do with those units and people?
CREATE FUNCTION gridward_may(thing text, action text, street text, community text, grid text,
        units text[], people text[]) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
DECLARE
    post record;
    has text;
    is_own boolean;
BEGIN
    IF gridward_is_exempt() THEN
        RETURN true;
    END IF;
    FOR post IN SELECT * FROM gridward_posts() LOOP
        has := gridward_reach_of(post.role, $1, $2);
        IF has = 'district' THEN
            RETURN true;
        END IF;
        CONTINUE WHEN has = 'none';
        is_own := post.name = ANY ($7) OR (post.person <> '' AND post.person = ANY ($7));
        CONTINUE WHEN has = 'own' AND NOT is_own;
        CONTINUE WHEN has = 'unit' AND NOT (is_own OR post.all_units
            OR (post.organisation <> '' AND post.organisation = ANY ($6)));
        IF gridward_is_root(post.division) OR post.division = $5
            OR gridward_within($4, post.division) OR gridward_within($3, post.division) THEN
            RETURN true;
        END IF;
    END LOOP;
    RETURN false;
END $$;
-- The same for something that is in a grid or division, by its code; nowhere without one.
CREATE FUNCTION gridward_may_at(thing text, action text, area text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
DECLARE
    place grids;
BEGIN
    SELECT * INTO place FROM grids AS g WHERE g.code = $3;
    IF FOUND THEN
        RETURN gridward_may($1, $2, place.street, place.community, place.code, '{}', '{}');
    END IF;
    RETURN gridward_may($1, $2, '', coalesce($3, ''), '', '{}', '{}');
END $$;
-- The same for what lies nowhere: in all of the district or not at all.
CREATE FUNCTION gridward_may_all(thing text, action text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN gridward_is_exempt() OR EXISTS (
        SELECT 1 FROM gridward_posts() AS p
        CROSS JOIN LATERAL (SELECT gridward_reach_of(p.role, $1, $2) AS has) AS r
        WHERE r.has = 'district' OR (r.has = 'division' AND gridward_is_root(p.division)));
END $$;
-- Anywhere at all.
CREATE FUNCTION gridward_may_any(thing text, action text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN gridward_is_exempt() OR EXISTS (
        SELECT 1 FROM gridward_posts() AS p WHERE gridward_reach_of(p.role, $1, $2) <> 'none');
END $$;

-- What a user may see of the cases, in parts that a statement asks for once and not for each row.
-- All of them.
CREATE FUNCTION gridward_sees_all() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN gridward_is_exempt() OR EXISTS (
        SELECT 1 FROM gridward_posts() AS p
        CROSS JOIN LATERAL (SELECT gridward_reach_of(p.role, 'case', 'see') AS has) AS r
        WHERE r.has = 'district' OR (gridward_is_root(p.division)
            AND (r.has = 'division' OR (r.has = 'unit' AND p.all_units))));
END $$;
-- All in these streets, communities and grids.
CREATE FUNCTION gridward_seen_places() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN (WITH RECURSIVE part AS (
            SELECT p.division COLLATE "C" AS code FROM gridward_posts() AS p
            CROSS JOIN LATERAL (SELECT gridward_reach_of(p.role, 'case', 'see') AS has) AS r
            WHERE p.division <> '' AND (r.has = 'division' OR (r.has = 'unit' AND p.all_units))
            UNION
            SELECT d.code FROM divisions AS d JOIN part ON d.parent = part.code)
        SELECT coalesce(array_agg(code), '{}') FROM part);
END $$;
-- All that is with these units.
CREATE FUNCTION gridward_seen_units() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(array_agg(DISTINCT p.organisation), '{}') FROM gridward_posts() AS p
        WHERE p.organisation <> '' AND gridward_is_root(p.division)
            AND gridward_reach_of(p.role, 'case', 'see') = 'unit');
END $$;
-- All that these people have in hand: the user, and who is behind the account.
CREATE FUNCTION gridward_seen_people() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(array_agg(DISTINCT who.name), '{}') FROM gridward_posts() AS p
        CROSS JOIN LATERAL (VALUES (p.name), (p.person)) AS who(name)
        WHERE who.name <> '' AND gridward_is_root(p.division)
            AND gridward_reach_of(p.role, 'case', 'see') IN ('unit', 'own'));
END $$;
-- Has a post whose sight only a look at the single case tells: what they reported, or what their
-- unit has in a part of the district.
CREATE FUNCTION gridward_sees_single() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gridward, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM gridward_posts() AS p
        CROSS JOIN LATERAL (SELECT gridward_reach_of(p.role, 'case', 'see') AS has) AS r
        WHERE r.has = 'own' OR (r.has = 'unit' AND NOT gridward_is_root(p.division)));
END $$;
