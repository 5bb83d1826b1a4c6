-- SPDX-License-Identifier: GPL-3.0-or-later
-- What case_milestones holds, derived from the log `events` by the rules of indicators.md.
WITH cohort AS MATERIALIZED (
    SELECT * FROM cases WHERE reported_at >= :from AND reported_at < :to
),
-- every event of the cohort; facts may be the empty text
log AS MATERIALIZED (
    SELECT e.case_id, e.sequence, e.action, e.at, e.actor, e.state_before, e.state_after,
        nullif(e.facts, '') AS facts
    FROM cohort AS c JOIN events AS e ON e.case_id = c.id
),
taken_back AS MATERIALIZED (
    SELECT case_id, json_extract(facts, '$.withdraws') AS sequence FROM log
    WHERE action = 'withdraw' AND json_extract(facts, '$.withdraws') IS NOT NULL
),
-- the steps that count: neither taken back nor a taking back
step AS MATERIALIZED (
    SELECT l.*, coalesce(nullif(json_extract(l.facts, '$.by'), ''), l.actor) AS who
    FROM log AS l
    WHERE l.action <> 'withdraw'
        AND NOT EXISTS (SELECT 1 FROM taken_back AS t
            WHERE t.case_id = l.case_id AND t.sequence = l.sequence)
),
-- an imported case has milestones once there is a step behind the import; what the import says
-- of filing, dispatch and handing in comes first, by nobody
told AS MATERIALIZED (
    SELECT case_id, CASE WHEN action = 'import' THEN '' ELSE who END AS reported_by,
        CASE WHEN action = 'import' THEN json_extract(facts, '$.filed_at') END AS was_filed,
        CASE WHEN action = 'import' THEN json_extract(facts, '$.dispatched_at') END AS was_dispatched,
        CASE WHEN action = 'import' THEN json_extract(facts, '$.handled_at') END AS was_handled
    FROM step AS f WHERE sequence = 1 AND (action <> 'import' OR EXISTS
        (SELECT 1 FROM log AS l WHERE l.case_id = f.case_id AND l.sequence > 1))
),
-- sequence of the step that each column is about
place AS MATERIALIZED (
    SELECT case_id,
        min(CASE WHEN sequence > 1 AND actor <> 'system' THEN sequence END) AS looked,
        min(CASE WHEN action = 'verify' AND state_before = 'verifying' THEN sequence END) AS verified,
        min(CASE WHEN action = 'file' THEN sequence END) AS filed,
        min(CASE WHEN action = 'dispatch' THEN sequence END) AS dispatched,
        min(CASE WHEN action IN ('accept', 'assign', 'handle', 'arrive', 'checkin')
            THEN sequence END) AS acted,
        min(CASE WHEN action = 'handle' AND state_before IS NOT state_after THEN sequence END) AS handled,
        max(CASE WHEN action = 'handle' AND state_before IS NOT state_after THEN sequence END) AS handled_last,
        min(CASE WHEN action IN ('check', 'rework') THEN sequence END) AS checked,
        max(CASE WHEN action = 'close' THEN sequence END) AS closed_last,
        min(CASE WHEN action = 'callback' THEN sequence END) AS replied,
        max(CASE WHEN action = 'callback' AND json_extract(facts, '$.satisfied') IS NOT NULL
            THEN sequence END) AS replied_last,
        sum(action = 'return' AND state_before IN ('at-unit', 'handling', 'suspended', 'rework')) AS returns,
        sum(action = 'transfer') AS transfers,
        sum(action = 'rework') AS reworks
    FROM step GROUP BY case_id
),
-- wherever the log says a deadline of the stage (a JSON null says: none), taken back or not
said AS MATERIALIZED (
    SELECT case_id, sequence, json_extract(facts, '$.stage_due_at') AS due
    FROM log WHERE json_type(facts, '$.stage_due_at') IS NOT NULL
),
milestone AS MATERIALIZED (
    SELECT p.case_id, t.reported_by,
        (SELECT at FROM events AS e WHERE e.case_id = p.case_id AND e.sequence = p.looked) AS looked_at,
        v.at AS verified_at,
        (SELECT due FROM said AS s WHERE s.case_id = p.case_id AND s.sequence < p.verified
            ORDER BY s.sequence DESC LIMIT 1) AS verify_due_at,
        coalesce(v.who, '') AS verified_by,
        coalesce(t.was_filed, f.at) AS first_filed_at,
        (SELECT due FROM said AS s WHERE s.case_id = p.case_id AND s.sequence < p.filed AND t.was_filed IS NULL
            ORDER BY s.sequence DESC LIMIT 1) AS filing_due_at,
        CASE WHEN t.was_filed IS NULL THEN coalesce(f.who, '') ELSE '' END AS filed_by,
        coalesce(t.was_dispatched, d.at) AS first_dispatched_at,
        (SELECT due FROM said AS s WHERE s.case_id = p.case_id AND s.sequence < p.dispatched AND t.was_dispatched IS NULL
            ORDER BY s.sequence DESC LIMIT 1) AS dispatch_due_at,
        CASE WHEN t.was_dispatched IS NULL THEN coalesce(d.who, '') ELSE '' END AS dispatched_by,
        (SELECT at FROM events AS e WHERE e.case_id = p.case_id AND e.sequence = p.acted) AS acted_at,
        coalesce(t.was_handled, (SELECT at FROM events AS e
            WHERE e.case_id = p.case_id AND e.sequence = p.handled)) AS first_handled_at,
        coalesce(h.who, '') AS handled_by,
        k.at AS first_checked_at,
        (SELECT due FROM said AS s WHERE s.case_id = p.case_id AND s.sequence < p.checked
            ORDER BY s.sequence DESC LIMIT 1) AS check_due_at,
        coalesce(k.who, '') AS checked_by,
        coalesce(x.who, '') AS closed_by,
        (SELECT at FROM events AS e WHERE e.case_id = p.case_id AND e.sequence = p.replied) AS replied_at,
        (SELECT json_extract(nullif(e.facts, ''), '$.satisfied') FROM events AS e
            WHERE e.case_id = p.case_id AND e.sequence = p.replied_last) AS satisfied,
        p.returns, p.transfers, p.reworks
    FROM place AS p JOIN told AS t ON t.case_id = p.case_id
        LEFT JOIN step AS v ON v.case_id = p.case_id AND v.sequence = p.verified
        LEFT JOIN step AS f ON f.case_id = p.case_id AND f.sequence = p.filed
        LEFT JOIN step AS d ON d.case_id = p.case_id AND d.sequence = p.dispatched
        LEFT JOIN step AS h ON h.case_id = p.case_id AND h.sequence = p.handled_last
        LEFT JOIN step AS k ON k.case_id = p.case_id AND k.sequence = p.checked
        LEFT JOIN step AS x ON x.case_id = p.case_id AND x.sequence = p.closed_last
)
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
