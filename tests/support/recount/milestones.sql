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
