-- SPDX-License-Identifier: GPL-3.0-or-later
-- Registered today by the local hour, and what is usual: the mean of the days of the same kind (worked or
-- not) among the four weeks before on which anything was registered at all.
WITH RECURSIVE hour (hour) AS (SELECT 0 UNION ALL SELECT hour + 1 FROM hour WHERE hour < 23),
registered AS (
    SELECT date(reported_at, :zone) AS day, CAST(strftime('%H', reported_at, :zone) AS INTEGER) AS hour
    FROM cases),
usual AS (
    SELECT w.day FROM worked AS w WHERE w.day >= date(:today, '-28 days') AND w.day < :today
        AND w.worked = (SELECT worked FROM worked WHERE day = :today)
        AND EXISTS (SELECT 1 FROM registered AS r WHERE r.day = w.day))
SELECT 'situation.today:' || hour,
    (SELECT count(*) FROM registered AS r WHERE r.day = :today AND r.hour = h.hour) FROM hour AS h
UNION ALL SELECT 'situation.usual:' || hour, printf('%.4f', coalesce(
    (SELECT count(*) FROM registered AS r WHERE r.hour = h.hour AND r.day IN (SELECT day FROM usual))
    * 1.0 / (SELECT count(*) FROM usual), 0)) FROM hour AS h
UNION ALL SELECT 'situation.usual_days', count(*) FROM usual
UNION ALL SELECT 'situation.is_workday', worked FROM worked WHERE day = :today;
