-- SPDX-License-Identifier: GPL-3.0-or-later
-- Posts and who holds them, leave with deputies, hand-overs, and what must be staffed and covered.

CREATE TABLE posts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    code TEXT NOT NULL,
    organisation TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL DEFAULT '',
    head_count INTEGER NOT NULL DEFAULT 1,
    roles TEXT NOT NULL DEFAULT '',
    valid_from DATE,
    valid_to DATE,
    UNIQUE (code, organisation));

CREATE TABLE post_holders (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    post TEXT NOT NULL,
    organisation TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES people(person_id),
    valid_from DATE NOT NULL,
    valid_to DATE,
    UNIQUE (post, organisation, person, valid_from));
CREATE INDEX post_holders_person ON post_holders(person);

-- A leave is withdrawn by an end before its beginning.
CREATE TABLE leaves (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person TEXT NOT NULL REFERENCES people(person_id),
    valid_from DATE NOT NULL,
    valid_to DATE NOT NULL,
    kind TEXT NOT NULL,
    deputy TEXT REFERENCES people(person_id),
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (person, valid_from));
CREATE INDEX leaves_ends ON leaves(valid_to);

CREATE TABLE handovers (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    post TEXT NOT NULL,
    area TEXT NOT NULL DEFAULT '',
    from_person TEXT NOT NULL REFERENCES people(person_id),
    to_person TEXT NOT NULL REFERENCES people(person_id),
    at DATETIME NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    open TEXT NOT NULL DEFAULT '',
    acknowledged_at DATETIME,
    acknowledged_by TEXT NOT NULL DEFAULT '',
    UNIQUE (post, area, from_person, at));
CREATE INDEX handovers_at ON handovers(at);

-- What was said at a hand-over stays; that it was taken is added once.
CREATE TRIGGER handovers_are_not_changed BEFORE UPDATE ON handovers
WHEN OLD.acknowledged_at IS NOT NULL OR NEW.acknowledged_at IS NULL
    OR OLD.post <> NEW.post OR OLD.area <> NEW.area OR OLD.from_person <> NEW.from_person
    OR OLD.to_person <> NEW.to_person OR OLD.at <> NEW.at OR OLD.note <> NEW.note
    OR OLD.open <> NEW.open
BEGIN
    SELECT RAISE(ABORT, 'what was handed over is never changed');
END;

CREATE TRIGGER handovers_are_not_deleted BEFORE DELETE ON handovers
BEGIN
    SELECT RAISE(ABORT, 'what was handed over is never deleted');
END;

-- Empty: the standard ones of the program.
CREATE TABLE staffing_needs (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    level TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL,
    count INTEGER NOT NULL,
    UNIQUE (level, role));

CREATE TABLE coverage_needs (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    post TEXT NOT NULL,
    scope TEXT NOT NULL,
    count INTEGER NOT NULL,
    from_minute INTEGER NOT NULL,
    to_minute INTEGER NOT NULL,
    days INTEGER NOT NULL DEFAULT 127);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
    ('posts', 'attributes', 'posts', 'Posts of organisations', NULL),
    ('post_holders', 'attributes', 'post_holders', 'Who holds a post', NULL),
    ('leaves', 'attributes', 'leaves', 'Who is away, and the deputy', NULL),
    ('handovers', 'attributes', 'handovers', 'Turns handed over; never changed', NULL),
    ('staffing_needs', 'attributes', 'staffing_needs', 'Roles that a grid must have', NULL),
    ('coverage_needs', 'attributes', 'coverage_needs', 'Posts that must be covered', NULL);
