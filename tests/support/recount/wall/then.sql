-- SPDX-License-Identifier: GPL-3.0-or-later
-- The district as it stood at :moment, as temporary tables that stand before the store's own: the log
-- up to then, and the cases as it makes them. Each statement by itself.
CREATE TEMP TABLE events AS SELECT * FROM main.events WHERE at <= :moment;
CREATE INDEX temp.events_of ON events(case_id, sequence);
-- Every fact that an event says. Words are cleared by an empty one, times by null.
CREATE TEMP TABLE fact_said AS
    SELECT e.case_id, e.sequence, f.key, f.value FROM events AS e, json_each(e.facts) AS f
    WHERE e.facts <> '' AND f.key IN ('number', 'kind', 'class', 'level', 'source', 'grid', 'community',
        'street', 'unit', 'person', 'reported_at', 'filed_at', 'dispatched_at', 'due_at', 'handled_at',
        'closed_at', 'exempt', 'merged_into');
-- Times that a step sets by itself, where its facts do not say them; and what it takes away.
INSERT INTO fact_said SELECT e.case_id, e.sequence, t.key, t.value FROM events AS e JOIN (
        SELECT id, 'reported_at' AS key, at AS value FROM events WHERE action = 'report'
        UNION ALL SELECT id, 'filed_at', at FROM events WHERE action = 'file'
        UNION ALL SELECT id, 'dispatched_at', at FROM events WHERE action = 'dispatch'
        UNION ALL SELECT id, 'handled_at', at FROM events WHERE action = 'handle' AND state_before IS NOT state_after
        UNION ALL SELECT id, 'handled_at', NULL FROM events WHERE action IN ('rework', 'reopen')
        UNION ALL SELECT id, 'closed_at', at FROM events WHERE action = 'close'
        UNION ALL SELECT id, 'closed_at', NULL FROM events WHERE action = 'reopen'
        UNION ALL SELECT id, 'unit', '' FROM events WHERE action = 'return'
        UNION ALL SELECT id, 'person', '' FROM events WHERE action = 'return'
    ) AS t ON t.id = e.id
    WHERE NOT EXISTS (SELECT 1 FROM json_each(nullif(e.facts, '')) AS f WHERE f.key = t.key);
CREATE INDEX temp.fact_of ON fact_said(case_id, key, sequence);
CREATE TEMP TABLE fact_then AS
    SELECT case_id, key, value, max(sequence) AS sequence FROM fact_said GROUP BY case_id, key;
CREATE TEMP TABLE cases AS
    SELECT e.case_id AS id,
        (SELECT state_after FROM events AS l WHERE l.case_id = e.case_id ORDER BY sequence DESC LIMIT 1) AS state,
        max(CASE f.key WHEN 'number' THEN f.value END) AS number,
        coalesce(max(CASE f.key WHEN 'level' THEN f.value END), 'blue') AS level,
        coalesce(max(CASE f.key WHEN 'source' THEN f.value END), 'patrol') AS source,
        coalesce(max(CASE f.key WHEN 'class' THEN f.value END), '') AS class_code,
        coalesce(max(CASE f.key WHEN 'grid' THEN f.value END), '') AS grid,
        coalesce(max(CASE f.key WHEN 'community' THEN f.value END), '') AS community,
        coalesce(max(CASE f.key WHEN 'street' THEN f.value END), '') AS street,
        coalesce(max(CASE f.key WHEN 'unit' THEN f.value END), '') AS unit,
        coalesce(max(CASE f.key WHEN 'person' THEN f.value END), '') AS person,
        max(CASE f.key WHEN 'reported_at' THEN f.value END) AS reported_at,
        max(CASE f.key WHEN 'filed_at' THEN f.value END) AS filed_at,
        max(CASE f.key WHEN 'dispatched_at' THEN f.value END) AS dispatched_at,
        max(CASE f.key WHEN 'due_at' THEN f.value END) AS due_at,
        max(CASE f.key WHEN 'handled_at' THEN f.value END) AS handled_at,
        max(CASE f.key WHEN 'closed_at' THEN f.value END) AS closed_at,
        coalesce(max(CASE f.key WHEN 'exempt' THEN f.value END), 0) AS exempt,
        nullif(max(CASE f.key WHEN 'merged_into' THEN f.value END), '') AS merged_into,
        -- never taken back: it was set by the first event after the limit ran out
        (SELECT c.overdue_at FROM main.cases AS c WHERE c.id = e.case_id AND EXISTS (
            SELECT 1 FROM events AS l WHERE l.case_id = c.id AND l.at > c.overdue_at)) AS overdue_at
    FROM (SELECT DISTINCT case_id FROM events) AS e JOIN fact_then AS f ON f.case_id = e.case_id
    GROUP BY e.case_id;
-- The calendar of the store: which local days are worked.
CREATE TEMP TABLE worked AS
    WITH RECURSIVE calendar AS (SELECT content FROM gridward_calendars ORDER BY version DESC LIMIT 1),
    day (day) AS (SELECT date(:today, '-40 days') UNION ALL SELECT date(day, '+1 day') FROM day WHERE day < :today)
    SELECT day, CASE
        WHEN EXISTS (SELECT 1 FROM calendar, json_each(content, '$.make_up') AS m
            WHERE json_extract(m.value, '$.date') = day) THEN 1
        WHEN EXISTS (SELECT 1 FROM calendar, json_each(content, '$.holidays') AS h
            WHERE json_extract(h.value, '$.date') = day) THEN 0
        ELSE EXISTS (SELECT 1 FROM calendar, json_each(content, '$.workdays') AS w
            WHERE w.value = (CAST(strftime('%w', day) AS INTEGER) + 6) % 7 + 1) END AS worked
    FROM day;
