-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is open, and what of it is late (the handling limit has passed, and it was not handed in before),
-- urgent (orange, red) or handed in and not yet checked.
WITH open AS (SELECT *, due_at IS NOT NULL AND due_at < coalesce(handled_at, :moment)
        AND due_at < :moment AS late
    FROM cases WHERE state NOT IN ('void', 'refused', 'closed', 'archived'))
SELECT 'situation.open', count(*) FROM open
UNION ALL SELECT 'situation.overdue', count(*) FROM open WHERE late
UNION ALL SELECT 'situation.urgent', count(*) FROM open WHERE level IN ('orange', 'red')
UNION ALL SELECT 'situation.to_check', count(*) FROM open WHERE state IN ('fed-back', 'checking')
UNION ALL SELECT 'streets.open:' || street, count(*) FROM open GROUP BY street
UNION ALL SELECT 'streets.overdue:' || street, sum(late) FROM open GROUP BY street
UNION ALL SELECT 'units.open:' || unit, count(*) FROM open GROUP BY unit
UNION ALL SELECT 'units.overdue:' || unit, sum(late) FROM open GROUP BY unit;
