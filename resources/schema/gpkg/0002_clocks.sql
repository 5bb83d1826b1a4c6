-- SPDX-License-Identifier: GPL-3.0-or-later
-- Clocks, families and bundles of cases, and the rules that they are decided by. The rows that are
-- there get what their events make of these columns in the same transaction: see casemigration.h.

-- The process comes last: what only lists read stays in front of it.
ALTER TABLE cases ADD COLUMN stage_due_at DATETIME;
ALTER TABLE cases ADD COLUMN suspended_until DATETIME;
ALTER TABLE cases ADD COLUMN overdue_at DATETIME;
ALTER TABLE cases ADD COLUMN scene_due_at DATETIME;
ALTER TABLE cases ADD COLUMN next_at DATETIME;
ALTER TABLE cases ADD COLUMN exempt BOOLEAN NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN parent TEXT;
ALTER TABLE cases ADD COLUMN merged_into TEXT;
ALTER TABLE cases ADD COLUMN bundle TEXT;
ALTER TABLE cases ADD COLUMN process TEXT;

-- Most cases have none of these: the indexes hold only those that do, so that they cost an import
-- nothing.
CREATE INDEX cases_open_next ON cases(next_at) WHERE is_open = 1 AND next_at IS NOT NULL;
CREATE INDEX cases_parent ON cases(parent) WHERE parent IS NOT NULL;
CREATE INDEX cases_open_bundle ON cases(bundle) WHERE is_open = 1 AND bundle IS NOT NULL;

-- The axes are separate: who dispatched or handled a case does not check or close it nor answer its
-- appeal, and who checked it does not take it in hand. Somebody is the same by the account or by the
-- person behind it. Programs check this before they write; the file keeps it whoever writes.
CREATE TRIGGER events_keep_the_axes_apart BEFORE INSERT ON events
WHEN NEW.action IN ('dispatch', 'transfer', 'accept', 'assign', 'handle', 'feedback', 'check', 'close', 'appeal')
BEGIN
    SELECT RAISE(ABORT, 'the axes are separate: nobody judges their own work')
    FROM events AS e
    WHERE e.case_id = NEW.case_id
        AND CASE
            WHEN NEW.action IN ('check', 'close')
                THEN e.action IN ('dispatch', 'transfer', 'accept', 'assign', 'handle', 'feedback')
            WHEN NEW.action = 'appeal'
                THEN e.action IN ('dispatch', 'transfer', 'accept', 'assign', 'handle', 'feedback')
                    AND json_extract(nullif(NEW.facts, ''), '$.request') IS NOT 'asked'
            ELSE e.action = 'check'
        END
        AND (e.actor IN (nullif(NEW.actor, ''), nullif(json_extract(nullif(NEW.facts, ''), '$.by'), ''))
            OR json_extract(nullif(e.facts, ''), '$.by')
                IN (nullif(NEW.actor, ''), nullif(json_extract(nullif(NEW.facts, ''), '$.by'), '')));
END;

-- What cases are decided by. Versions are never changed: events name the one that decided.
CREATE TABLE gridward_rule_books (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    version INTEGER NOT NULL UNIQUE,
    valid_from DATE,
    content TEXT NOT NULL);

CREATE TRIGGER rule_books_are_not_changed BEFORE UPDATE ON gridward_rule_books
BEGIN
    SELECT RAISE(ABORT, 'rule books are never changed');
END;

CREATE TRIGGER rule_books_are_not_deleted BEFORE DELETE ON gridward_rule_books
BEGIN
    SELECT RAISE(ABORT, 'rule books are never deleted');
END;

CREATE TRIGGER rule_books_are_not_replaced BEFORE INSERT ON gridward_rule_books
WHEN EXISTS (SELECT 1 FROM gridward_rule_books WHERE version = NEW.version)
BEGIN
    SELECT RAISE(ABORT, 'rule books are never replaced');
END;

CREATE TABLE gridward_calendars (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    calendar_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (calendar_id, version));

CREATE TRIGGER calendars_are_not_changed BEFORE UPDATE ON gridward_calendars
BEGIN
    SELECT RAISE(ABORT, 'calendars are never changed');
END;

CREATE TRIGGER calendars_are_not_deleted BEFORE DELETE ON gridward_calendars
BEGIN
    SELECT RAISE(ABORT, 'calendars are never deleted');
END;

CREATE TRIGGER calendars_are_not_replaced BEFORE INSERT ON gridward_calendars
WHEN EXISTS (SELECT 1 FROM gridward_calendars WHERE calendar_id = NEW.calendar_id AND version = NEW.version)
BEGIN
    SELECT RAISE(ABORT, 'calendars are never replaced');
END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
    ('gridward_rule_books', 'attributes', 'gridward_rule_books', 'Rules that cases are decided by', NULL),
    ('gridward_calendars', 'attributes', 'gridward_calendars', 'Working calendars', NULL);
