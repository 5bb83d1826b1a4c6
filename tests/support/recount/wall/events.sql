-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last twelve events by when they happened, without what the program urged by itself: case, step, what, when, how the case stood.
SELECT 'situation.event:' || row_number() OVER (ORDER BY e.at DESC, e.id DESC),
    c.number || ' ' || e.sequence || ' ' || e.action || ' ' || e.at || ' ' || c.state
FROM events AS e JOIN cases AS c ON c.id = e.case_id
WHERE NOT (e.action = 'urge' AND e.actor = 'system') ORDER BY e.at DESC, e.id DESC LIMIT 12;
