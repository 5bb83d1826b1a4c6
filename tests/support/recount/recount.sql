-- SPDX-License-Identifier: GPL-3.0-or-later
-- The figures, behind the milestones of milestones.sql.
,
-- the words of indicators.md, part one
word AS MATERIALIZED (
    SELECT c.id, c.state, c.source, c.unit, c.person, c.street, c.community, c.grid,
        c.reported_at, c.due_at, c.closed_at,
        c.merged_into IS NOT NULL AS duplicate,
        c.exempt <> 0 AS exempt,
        c.state IN ('void', 'refused') AS dropped,
        c.state IN ('closed', 'archived') AS closed,
        c.state NOT IN ('void', 'refused', 'closed', 'archived') AS open,
        c.state IN ('at-unit', 'handling', 'suspended', 'rework') AS with_unit,
        c.state IN ('fed-back', 'checking', 'pending-close') AS judged,
        c.due_at IS NOT NULL OR c.overdue_at IS NOT NULL AS under_limit,
        c.overdue_at IS NOT NULL
            OR (c.due_at IS NOT NULL AND coalesce(c.handled_at, c.closed_at, :asof) > c.due_at) AS late,
        CASE WHEN m.case_id IS NULL THEN c.filed_at ELSE m.first_filed_at END AS filed_time,
        CASE WHEN m.case_id IS NULL THEN c.dispatched_at ELSE m.first_dispatched_at END AS dispatched_time,
        CASE WHEN m.case_id IS NULL THEN c.handled_at ELSE m.first_handled_at END AS handled_time,
        coalesce(m.returns, 0) AS returns, coalesce(m.transfers, 0) AS transfers,
        coalesce(m.reworks, 0) AS reworks,
        m.first_filed_at, m.filing_due_at, m.looked_at, m.acted_at, m.replied_at,
        coalesce(m.reported_by, '') AS reported_by, coalesce(m.filed_by, '') AS filed_by,
        coalesce(m.dispatched_by, '') AS dispatched_by, coalesce(m.handled_by, '') AS handled_by,
        coalesce(m.closed_by, '') AS closed_by,
        coalesce((SELECT o.division FROM organisations AS o
            WHERE o.code = c.unit AND c.unit <> ''), '') AS serves
    FROM cohort AS c LEFT JOIN milestone AS m ON m.case_id = c.id
),
-- part two: the words that use words
fact AS MATERIALIZED (
    SELECT w.*,
        filed_time IS NOT NULL OR state = 'filed' OR with_unit OR judged OR closed AS filed,
        dispatched_time IS NOT NULL OR with_unit OR judged OR (closed AND unit <> '') AS dispatched,
        handled_time IS NOT NULL OR judged OR closed AS handed_in
    FROM word AS w
),
-- one row for each case in a denominator; num: in the numerator; ms: the time; post: whose step
counted AS MATERIALIZED (
    SELECT id, 'filing' AS indicator, filed AS num, NULL AS ms FROM fact
    UNION ALL SELECT id, 'filing_other', filed, NULL FROM fact WHERE NOT duplicate
    UNION ALL SELECT id, 'in_time_filing', first_filed_at <= filing_due_at, NULL FROM fact
        WHERE first_filed_at IS NOT NULL AND filing_due_at IS NOT NULL
    UNION ALL SELECT id, 'dispatch', dispatched, NULL FROM fact WHERE dispatched OR state = 'filed'
    UNION ALL SELECT id, 'accurate_dispatch', returns = 0 AND transfers = 0, NULL FROM fact WHERE dispatched
    UNION ALL SELECT id, 'accurate_dispatch_other', reworks = 0, NULL FROM fact WHERE dispatched
    UNION ALL SELECT id, 'handling', handed_in OR closed, NULL FROM fact
        WHERE dispatched AND NOT dropped AND (handed_in OR late)
    UNION ALL SELECT id, 'handling_other', handed_in OR closed, NULL FROM fact WHERE dispatched AND NOT dropped
    UNION ALL SELECT id, 'in_time_handling', handed_in AND NOT late, NULL FROM fact
        WHERE dispatched AND NOT dropped AND (handed_in OR late) AND under_limit AND NOT exempt
    UNION ALL SELECT id, 'in_time_handling_other', NOT late, NULL FROM fact
        WHERE handed_in AND dispatched AND NOT dropped AND under_limit AND NOT exempt
    UNION ALL SELECT id, 'closing', closed, NULL FROM fact WHERE judged OR closed
    UNION ALL SELECT id, 'closing_other', closed, NULL FROM fact WHERE state = 'pending-close' OR closed
    UNION ALL SELECT id, 'in_time_closing', closed_at <= due_at, NULL FROM fact
        WHERE closed_at IS NOT NULL AND due_at IS NOT NULL AND NOT exempt
    UNION ALL SELECT id, 'in_time_closing_other', closed AND NOT late, NULL FROM fact
        WHERE under_limit AND (closed OR (open AND late)) AND NOT exempt
    UNION ALL SELECT id, 'rework', reworks > 0, NULL FROM fact WHERE handed_in
    UNION ALL SELECT id, 'overdue_open', open AND late, NULL FROM fact
        WHERE under_limit AND (closed OR (open AND late)) AND NOT exempt
    UNION ALL SELECT id, 'solved_in_community', serves <> '' AND serves IN (community, grid), NULL
        FROM fact WHERE closed
    UNION ALL SELECT id, 'solved_in_community_other', serves <> '' AND serves IN (street, community, grid), NULL
        FROM fact WHERE closed
    UNION ALL SELECT id, 'patrol_found', source = 'patrol', NULL FROM fact
    UNION ALL SELECT id, 'patrol_found_other', source IN ('patrol', 'video', 'sensor'), NULL FROM fact
    UNION ALL SELECT id, 'first_look_hours', NULL,
            (strftime('%s', looked_at) - strftime('%s', reported_at)) * 1000
            + substr(looked_at, 21, 3) - substr(reported_at, 21, 3) FROM fact WHERE looked_at IS NOT NULL
    UNION ALL SELECT id, 'first_action_hours', NULL,
            (strftime('%s', acted_at) - strftime('%s', reported_at)) * 1000
            + substr(acted_at, 21, 3) - substr(reported_at, 21, 3) FROM fact WHERE acted_at IS NOT NULL
    UNION ALL SELECT id, 'reply_hours', NULL,
            (strftime('%s', replied_at) - strftime('%s', reported_at)) * 1000
            + substr(replied_at, 21, 3) - substr(reported_at, 21, 3) FROM fact WHERE replied_at IS NOT NULL
),
-- "By whom and where"; a second definition (…_other) goes with the first
judges (indicator, post) AS (
    VALUES ('filing', 'acceptor'), ('in_time_filing', 'filer'),
        ('dispatch', 'dispatcher'), ('accurate_dispatch', 'dispatcher'),
        ('handling', 'handler'), ('in_time_handling', 'handler'), ('rework', 'handler'),
        ('overdue_open', 'handler'), ('closing', 'filer'), ('in_time_closing', 'filer')
),
placed AS (
    SELECT 'district' AS level, (SELECT value FROM gridward_store WHERE key = 'district') AS code,
        indicator, num, ms FROM counted
    UNION ALL SELECT 'street', f.street, indicator, num, ms FROM counted JOIN fact AS f USING (id)
    UNION ALL SELECT 'community', f.community, indicator, num, ms FROM counted JOIN fact AS f USING (id)
    UNION ALL SELECT 'grid', f.grid, indicator, num, ms FROM counted JOIN fact AS f USING (id)
    UNION ALL SELECT 'department', f.unit, indicator, num, ms FROM counted JOIN fact AS f USING (id)
    UNION ALL SELECT 'post', j.post, c.indicator, num, ms
        FROM counted AS c JOIN judges AS j ON j.indicator = replace(c.indicator, '_other', '')
    UNION ALL SELECT 'person',
            CASE j.indicator
                WHEN 'filing' THEN f.reported_by
                WHEN 'in_time_filing' THEN f.filed_by
                WHEN 'dispatch' THEN f.dispatched_by
                WHEN 'accurate_dispatch' THEN f.dispatched_by
                WHEN 'handling' THEN coalesce(nullif(f.handled_by, ''), f.person)
                WHEN 'in_time_handling' THEN coalesce(nullif(f.handled_by, ''), f.person)
                WHEN 'rework' THEN coalesce(nullif(f.handled_by, ''), f.person)
                WHEN 'overdue_open' THEN f.person
                WHEN 'closing' THEN f.closed_by
                WHEN 'in_time_closing' THEN f.closed_by
            END,
            c.indicator, num, ms
        FROM counted AS c JOIN judges AS j ON j.indicator = replace(c.indicator, '_other', '')
            JOIN fact AS f ON f.id = c.id
),
ranked AS (
    SELECT level, code, indicator, ms,
        row_number() OVER (PARTITION BY level, code, indicator ORDER BY ms) AS place,
        count(*) OVER (PARTITION BY level, code, indicator) AS number
    FROM placed WHERE ms IS NOT NULL
)
SELECT level, code, indicator, sum(num <> 0) AS part, count(*) AS whole, NULL AS hours
FROM placed WHERE ms IS NULL GROUP BY level, code, indicator
UNION ALL
SELECT level, code, indicator, NULL, number,
    avg(CASE WHEN place IN ((number + 1) / 2, (number + 2) / 2) THEN ms END) / 3600000.0
FROM ranked GROUP BY level, code, indicator;
