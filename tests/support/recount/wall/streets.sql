-- SPDX-License-Identifier: GPL-3.0-or-later
-- Registered in each street on each of the last fourteen days.
WITH RECURSIVE day (day) AS (SELECT date(:today, '-13 days') UNION ALL SELECT date(day, '+1 day') FROM day WHERE day < :today)
SELECT 'streets.registered:' || s.code || ':' || d.day,
    (SELECT count(*) FROM cases AS c WHERE c.street = s.code AND date(c.reported_at, :zone) = d.day)
FROM divisions AS s, day AS d WHERE s.level = 'street';
