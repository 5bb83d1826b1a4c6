-- SPDX-License-Identifier: GPL-3.0-or-later
-- The axes apart in both directions, for every account of a person and over cases that were cut in two
-- or put together (docs/axes.md); and nothing of the log is replaced either.

DROP TRIGGER events_keep_the_axes_apart;

-- Who dispatched or handled a case does not check or close it, answers no appeal of it and sends nobody
-- to look at it, nor is sent; and who did one of the first three does not take it in hand. Somebody is the same by the account, by the person behind it as the
-- event names it, or by the person that the account belongs to now. A report and a merge may bring
-- the names of whoever had the other case in hand (workers) or judged it (judges).
CREATE TRIGGER events_keep_the_axes_apart BEFORE INSERT ON events
WHEN NEW.action IN ('dispatch', 'transfer', 'accept', 'assign', 'handle', 'feedback', 'check', 'close', 'appeal',
        'entrust', 'verify')
BEGIN
    SELECT RAISE(ABORT, 'the axes are separate: nobody judges their own work')
    FROM events AS e
    WHERE e.case_id = NEW.case_id
        AND CASE
            WHEN NEW.action = 'appeal' AND json_extract(nullif(NEW.facts, ''), '$.request') IS 'asked'
                THEN 0
            WHEN NEW.action = 'verify'
                    AND coalesce(json_extract(nullif(NEW.facts, ''), '$.task_person'), '') = ''
                THEN 0
            WHEN NEW.action IN ('check', 'close', 'appeal', 'entrust', 'verify')
                THEN e.action IN ('dispatch', 'transfer', 'accept', 'assign', 'handle', 'feedback', 'report', 'merge')
            ELSE e.action IN ('check', 'close', 'report', 'merge')
                OR (e.action = 'appeal'
                    AND json_extract(nullif(e.facts, ''), '$.request') IS NOT 'asked')
        END
        AND EXISTS (
            SELECT 1
            FROM (SELECT e.actor AS name WHERE e.action NOT IN ('report', 'merge')
                UNION ALL
                SELECT json_extract(nullif(e.facts, ''), '$.by')
                WHERE e.action NOT IN ('report', 'merge')
                UNION ALL
                SELECT brought.value
                FROM json_each(nullif(e.facts, ''), CASE
                        WHEN NEW.action IN ('check', 'close', 'appeal', 'entrust', 'verify')
                    THEN '$.workers' ELSE '$.judges' END) AS brought
                WHERE e.action IN ('report', 'merge')) AS did
            WHERE did.name <> ''
                AND (did.name IN (NEW.actor, json_extract(nullif(NEW.facts, ''), '$.by'),
                        json_extract(nullif(NEW.facts, ''), '$.task_person'),
                        (SELECT u.person FROM users AS u WHERE u.name = NEW.actor AND u.person <> ''))
                    OR (SELECT u.person FROM users AS u WHERE u.name = did.name AND u.person <> '')
                        IN (NEW.actor, json_extract(nullif(NEW.facts, ''), '$.by'),
                            json_extract(nullif(NEW.facts, ''), '$.task_person'),
                            (SELECT u.person FROM users AS u
                                WHERE u.name = NEW.actor AND u.person <> ''))));
END;

-- INSERT OR REPLACE takes a row away without asking the guards of deleting.
CREATE TRIGGER events_are_not_replaced BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE case_id = NEW.case_id AND sequence >= NEW.sequence)
    OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'events are never replaced');
END;

CREATE TRIGGER attachments_are_not_replaced BEFORE INSERT ON attachments
WHEN EXISTS (SELECT 1 FROM attachments
        WHERE case_id = NEW.case_id AND sequence = NEW.sequence AND name = NEW.name)
    OR EXISTS (SELECT 1 FROM attachments WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'evidence is never replaced');
END;

-- Month-end sampling (docs/sampling.md): which closed cases were drawn, from which, by which seed; and
-- what a second look found. Nothing of it is changed or taken away.
CREATE TABLE samplings (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    month TEXT NOT NULL,
    area TEXT NOT NULL DEFAULT '',
    strata TEXT NOT NULL,
    size TEXT NOT NULL,
    seed TEXT NOT NULL,
    seed_given BOOLEAN NOT NULL DEFAULT 0,
    method TEXT NOT NULL,
    population INTEGER NOT NULL,
    population_hash TEXT NOT NULL,
    population_list TEXT NOT NULL,
    drawn INTEGER NOT NULL,
    drawn_by TEXT NOT NULL,
    drawn_person TEXT NOT NULL DEFAULT '',
    drawn_at DATETIME NOT NULL);

CREATE TABLE sampling_cases (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    sampling_id INTEGER NOT NULL REFERENCES samplings(id),
    place INTEGER NOT NULL,
    case_id INTEGER NOT NULL REFERENCES cases(id),
    version INTEGER NOT NULL,
    stratum TEXT NOT NULL DEFAULT '',
    UNIQUE (sampling_id, place),
    UNIQUE (sampling_id, case_id));

CREATE TABLE sampling_results (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    sampling_case_id INTEGER NOT NULL UNIQUE REFERENCES sampling_cases(id),
    result TEXT NOT NULL CHECK (result IN ('confirmed', 'refuted', 'missing')),
    note TEXT NOT NULL DEFAULT '',
    done_by TEXT NOT NULL,
    done_person TEXT NOT NULL DEFAULT '',
    done_at DATETIME NOT NULL,
    CHECK (result = 'confirmed' OR trim(note) <> ''));

CREATE TABLE sampling_evidence (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    sampling_case_id INTEGER NOT NULL REFERENCES sampling_cases(id),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (sampling_case_id, name));

-- Whoever dispatched or handled a case, checked or closed it or answered its appeal does not look at it
-- again.
CREATE TRIGGER sampling_results_are_by_others BEFORE INSERT ON sampling_results
BEGIN
    SELECT RAISE(ABORT, 'nobody looks again at a case of their own')
    FROM sampling_cases AS s JOIN events AS e ON e.case_id = s.case_id
    WHERE s.id = NEW.sampling_case_id
        AND (e.action IN ('dispatch', 'transfer', 'accept', 'assign', 'handle', 'feedback', 'check', 'close')
            OR (e.action = 'appeal' AND json_extract(nullif(e.facts, ''), '$.request') IS NOT 'asked'))
        AND EXISTS (
            SELECT 1
            FROM (SELECT e.actor AS name
                UNION ALL
                SELECT json_extract(nullif(e.facts, ''), '$.by')) AS did
            WHERE did.name <> ''
                AND (did.name IN (NEW.done_by, NEW.done_person,
                        (SELECT u.person FROM users AS u WHERE u.name = NEW.done_by AND u.person <> ''))
                    OR (SELECT u.person FROM users AS u WHERE u.name = did.name AND u.person <> '')
                        IN (NEW.done_person,
                            (SELECT u.person FROM users AS u
                                WHERE u.name = NEW.done_by AND u.person <> ''))));
END;

CREATE TRIGGER samplings_are_not_changed BEFORE UPDATE ON samplings
BEGIN
    SELECT RAISE(ABORT, 'a sampling is never changed');
END;

CREATE TRIGGER samplings_are_not_deleted BEFORE DELETE ON samplings
BEGIN
    SELECT RAISE(ABORT, 'a sampling is never deleted');
END;

CREATE TRIGGER samplings_are_not_replaced BEFORE INSERT ON samplings
WHEN EXISTS (SELECT 1 FROM samplings WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'a sampling is never replaced');
END;

CREATE TRIGGER sampling_cases_are_not_changed BEFORE UPDATE ON sampling_cases
BEGIN
    SELECT RAISE(ABORT, 'what was drawn is never changed');
END;

CREATE TRIGGER sampling_cases_are_not_deleted BEFORE DELETE ON sampling_cases
BEGIN
    SELECT RAISE(ABORT, 'what was drawn is never deleted');
END;

CREATE TRIGGER sampling_cases_are_not_replaced BEFORE INSERT ON sampling_cases
WHEN EXISTS (SELECT 1 FROM sampling_cases WHERE id = NEW.id OR (sampling_id = NEW.sampling_id AND (place = NEW.place OR case_id = NEW.case_id)))
BEGIN
    SELECT RAISE(ABORT, 'what was drawn is never replaced');
END;

CREATE TRIGGER sampling_results_are_not_changed BEFORE UPDATE ON sampling_results
BEGIN
    SELECT RAISE(ABORT, 'a result of a second look is never changed');
END;

CREATE TRIGGER sampling_results_are_not_deleted BEFORE DELETE ON sampling_results
BEGIN
    SELECT RAISE(ABORT, 'a result of a second look is never deleted');
END;

CREATE TRIGGER sampling_results_are_not_replaced BEFORE INSERT ON sampling_results
WHEN EXISTS (SELECT 1 FROM sampling_results WHERE id = NEW.id OR sampling_case_id = NEW.sampling_case_id)
BEGIN
    SELECT RAISE(ABORT, 'a result of a second look is never replaced');
END;

CREATE TRIGGER sampling_evidence_are_not_changed BEFORE UPDATE ON sampling_evidence
BEGIN
    SELECT RAISE(ABORT, 'evidence of a second look is never changed');
END;

CREATE TRIGGER sampling_evidence_are_not_deleted BEFORE DELETE ON sampling_evidence
BEGIN
    SELECT RAISE(ABORT, 'evidence of a second look is never deleted');
END;

CREATE TRIGGER sampling_evidence_are_not_replaced BEFORE INSERT ON sampling_evidence
WHEN EXISTS (SELECT 1 FROM sampling_evidence WHERE id = NEW.id OR (sampling_case_id = NEW.sampling_case_id AND name = NEW.name))
BEGIN
    SELECT RAISE(ABORT, 'evidence of a second look is never replaced');
END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
    ('samplings', 'attributes', 'samplings', 'Month-end samplings of closed cases', NULL),
    ('sampling_cases', 'attributes', 'sampling_cases', 'Cases that were drawn', NULL),
    ('sampling_results', 'attributes', 'sampling_results', 'What a second look at them found', NULL),
    ('sampling_evidence', 'attributes', 'sampling_evidence', 'Evidence of that', NULL);

-- A part that an assisting unit handed in does not hand the case in: the lead still has it.
UPDATE cases SET handled_at = NULL
WHERE handled_at IS NOT NULL AND is_open = 1 AND state IN ('at-unit', 'handling', 'suspended')
    AND process LIKE '%"parts_done"%';
