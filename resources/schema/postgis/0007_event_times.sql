-- SPDX-License-Identifier: GPL-3.0-or-later
-- What happened last, by when it happened (0018_event_times.sql of files).

CREATE INDEX events_at ON events(at, id);

-- The last of the log until a moment, of whatever case: as with gridward_feed everybody is told that
-- something happened, and what cases they are is for whoever may see them. Who sees few would
-- otherwise go through the whole log to find a dozen.
CREATE FUNCTION gridward_latest(until timestamptz, most integer)
    RETURNS TABLE (event_id bigint, event_case bigint, event_sequence bigint, event_action text,
        event_at timestamptz)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20
    SET search_path = gridward, public, pg_temp SET plan_cache_mode = force_generic_plan
    SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off AS $$
BEGIN
    RETURN QUERY
    SELECT e.id, e.case_id, e.sequence, e.action, e.at FROM events AS e
    WHERE e.at <= coalesce(until, 'infinity') AND NOT (e.action = 'urge' AND e.actor = 'system') ORDER BY e.at DESC, e.id DESC LIMIT most;
END $$;
REVOKE ALL ON FUNCTION gridward_latest(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gridward_latest(timestamptz, integer) TO gridward_seat, gridward_keeper;
