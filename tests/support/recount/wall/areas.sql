-- SPDX-License-Identifier: GPL-3.0-or-later
-- Registered in each community and grid in this month up to today, and in the month before up to the same
-- day and hour.
WITH area AS (
    SELECT code, area FROM divisions WHERE level = 'community'
    UNION ALL SELECT code, area FROM grids WHERE valid_to IS NULL),
placed AS (
    SELECT community AS code, date(reported_at, :zone) AS day, reported_at FROM cases
    UNION ALL SELECT grid, date(reported_at, :zone), reported_at FROM cases),
counted AS (
    SELECT code, sum(day BETWEEN date(:today, 'start of month') AND :today) AS now,
        sum(day >= :before_first AND day < date(:today, 'start of month') AND reported_at <= :before_moment) AS before
    FROM placed GROUP BY code)
SELECT 'month.cases_now:' || code, coalesce(now, 0) FROM area LEFT JOIN counted USING (code)
UNION ALL SELECT 'month.cases_before:' || code, coalesce(before, 0) FROM area LEFT JOIN counted USING (code)
UNION ALL SELECT 'month.km2:' || code, printf('%.6f', area / 1e6) FROM area;
