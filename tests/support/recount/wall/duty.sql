-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is on duty, what nobody covers in the 24 hours that come, and which grids lack somebody. Where the
-- district says nothing of its own, the command centre needs two around the clock and each street one, and
-- each grid one of each of the seven forces.
WITH RECURSIVE
need AS (
    SELECT post, scope, count, from_minute, to_minute, days FROM coverage_needs
    UNION ALL SELECT * FROM (VALUES ('command-centre', 'district', 2, 0, 1440, 127),
        ('street', 'street', 1, 0, 1440, 127)) WHERE NOT EXISTS (SELECT 1 FROM coverage_needs)),
needed AS (
    SELECT n.rowid_ AS need, n.post, d.code AS area, n.count, n.from_minute, n.to_minute, n.days
    FROM (SELECT row_number() OVER () AS rowid_, * FROM need) AS n
        JOIN divisions AS d ON d.level = n.scope OR d.code = n.scope),
day (day) AS (SELECT date(:today, '-1 day') UNION ALL SELECT date(day, '+1 day') FROM day WHERE day < date(:today, '+2 days')),
away AS (SELECT l.person, d.day, nullif(l.deputy, '') AS deputy FROM leaves AS l JOIN day AS d
    ON d.day BETWEEN l.valid_from AND l.valid_to),
-- whoever acts for whom on each day: themselves, or along the deputies until one is there
acts (person, day, who, steps) AS (
    SELECT p.person_id, d.day, p.person_id, 0 FROM people AS p, day AS d
        WHERE p.person_id IN (SELECT person FROM shifts WHERE ends_at > strftime('%Y-%m-%dT%H:%M:%fZ', :moment, '-2 days')
            UNION SELECT person FROM leaves)
    UNION ALL SELECT a.person, a.day, w.deputy, a.steps + 1 FROM acts AS a JOIN away AS w
        ON w.person = a.who AND w.day = a.day WHERE w.deputy IS NOT NULL AND a.steps < 9),
acting AS (SELECT person, day, who FROM acts AS a
    WHERE NOT EXISTS (SELECT 1 FROM away AS w WHERE w.person = a.who AND w.day = a.day)),
-- turns cut at midnight, each by whoever acts that day
midnight AS (SELECT day, strftime('%Y-%m-%dT%H:%M:%fZ', day, :back) AS begins,
    strftime('%Y-%m-%dT%H:%M:%fZ', day, '+1 day', :back) AS ends FROM day),
cover AS (
    SELECT s.post, s.area, a.who, max(s.starts_at, m.begins) AS begins, min(s.ends_at, m.ends) AS ends
    FROM shifts AS s JOIN midnight AS m ON s.starts_at < m.ends AND s.ends_at > m.begins
        JOIN acting AS a ON a.person = s.person AND a.day = m.day
    WHERE s.ends_at > s.starts_at),
-- the hours in which a need holds
win AS (
    SELECT n.need, n.post, n.area, n.count,
        strftime('%Y-%m-%dT%H:%M:%fZ', d.day, '+' || n.from_minute || ' minutes', :back) AS begins,
        strftime('%Y-%m-%dT%H:%M:%fZ', d.day, '+' || (n.to_minute + CASE WHEN n.to_minute > n.from_minute
            THEN 0 ELSE 1440 END) || ' minutes', :back) AS ends
    FROM needed AS n, day AS d
    WHERE n.days & (1 << ((CAST(strftime('%w', d.day) AS INTEGER) + 6) % 7))),
there AS (
    SELECT n.post, n.area, max(n.count) AS needed, (SELECT count(DISTINCT c.who) FROM cover AS c
        WHERE c.post = n.post AND c.area = n.area AND c.begins <= :moment AND c.ends > :moment) AS people
    FROM win AS n WHERE n.begins <= :moment AND n.ends > :moment GROUP BY n.post, n.area),
-- pieces of the 24 hours between any two moments at which something changes
edge AS (
    SELECT need, post, area, :moment AS at FROM needed UNION SELECT need, post, area, :tomorrow FROM needed
    UNION SELECT need, post, area, begins FROM win WHERE begins BETWEEN :moment AND :tomorrow
    UNION SELECT need, post, area, ends FROM win WHERE ends BETWEEN :moment AND :tomorrow
    UNION SELECT n.need, n.post, n.area, c.begins FROM needed AS n JOIN cover AS c USING (post, area)
        WHERE c.begins BETWEEN :moment AND :tomorrow
    UNION SELECT n.need, n.post, n.area, c.ends FROM needed AS n JOIN cover AS c USING (post, area)
        WHERE c.ends BETWEEN :moment AND :tomorrow),
piece AS (SELECT need, post, area, at AS begins,
    lead(at) OVER (PARTITION BY need, area ORDER BY at) AS ends FROM edge),
lack AS (
    SELECT p.*, (SELECT max(w.count) FROM win AS w WHERE w.need = p.need AND w.area = p.area
            AND w.begins <= p.begins AND w.ends >= p.ends)
        - (SELECT count(DISTINCT c.who) FROM cover AS c WHERE c.post = p.post AND c.area = p.area
            AND c.begins <= p.begins AND c.ends >= p.ends) AS missing
    FROM piece AS p WHERE p.ends IS NOT NULL),
gap AS (
    SELECT need, post, area, missing, min(begins) AS begins, max(ends) AS ends FROM (
        SELECT *, sum(starts) OVER (PARTITION BY need, area ORDER BY begins) AS run FROM (
            SELECT *, lag(ends) OVER (PARTITION BY need, area ORDER BY begins) IS NOT begins
                OR lag(missing) OVER (PARTITION BY need, area ORDER BY begins) IS NOT missing AS starts
            FROM lack WHERE missing > 0))
    GROUP BY need, post, area, run, missing),
-- grids
role_need AS (
    SELECT level, role, count FROM staffing_needs
    UNION ALL SELECT '', column1, 1 FROM (VALUES ('manager'), ('assistant'), ('police'), ('supervisor'),
        ('party-secretary'), ('judicial'), ('fire')) WHERE NOT EXISTS (SELECT 1 FROM staffing_needs)),
cell AS (
    SELECT g.street, g.code AS grid, r.role, coalesce(
            (SELECT max(o.count) FROM role_need AS o WHERE o.role = r.role AND o.level = g.level),
            (SELECT max(o.count) FROM role_need AS o WHERE o.role = r.role AND o.level = ''), 0) AS needed
    FROM grids AS g, (SELECT DISTINCT role FROM role_need) AS r WHERE g.valid_to IS NULL),
held AS (
    SELECT c.*, (SELECT count(*) FROM duties AS d WHERE d.area = c.grid AND d.role = c.role
            AND d.valid_from <= :today AND (d.valid_to IS NULL OR d.valid_to >= :today)) AS holders,
        (SELECT count(*) FROM duties AS d WHERE d.area = c.grid AND d.role = c.role
            AND d.valid_from <= :today AND (d.valid_to IS NULL OR d.valid_to >= :today)
            AND (NOT EXISTS (SELECT 1 FROM away AS w WHERE w.person = d.person AND w.day = :today)
                OR EXISTS (SELECT 1 FROM acting AS a WHERE a.person = d.person AND a.day = :today))) AS working
    FROM cell AS c WHERE c.needed > 0),
grid AS (SELECT street, grid, max(holders < needed OR working = 0) AS vacant FROM held GROUP BY street, grid)
SELECT 'duty.there:' || post || '/' || area, people FROM there
UNION ALL SELECT 'duty.needed:' || post || '/' || area, needed FROM there
UNION ALL SELECT 'duty.gaps', count(*) FROM gap
UNION ALL SELECT 'duty.gap:' || post || '/' || area || '/' || begins || '/' || ends, missing FROM gap
UNION ALL SELECT 'duty.grids:' || street, count(*) FROM grids WHERE valid_to IS NULL GROUP BY street
UNION ALL SELECT 'duty.vacant:' || street, sum(vacant) FROM grid GROUP BY street
UNION ALL SELECT 'duty.seen', count(*) FROM staff_positions
    WHERE at <= :moment AND at >= strftime('%Y-%m-%dT%H:%M:%fZ', :moment, '-1 hour');
