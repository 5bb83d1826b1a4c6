-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rows that came in and are no cases yet: each ends as a case, joined to one, or refused; none is
-- deleted. Not in gpkg_contents. Who called is in a table of its own, which nothing lists, and goes
-- over to personal_callers with the case.

CREATE TABLE gridward_inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    batch TEXT NOT NULL,
    source TEXT NOT NULL,
    number TEXT NOT NULL DEFAULT '',
    row_key TEXT NOT NULL,
    channel TEXT NOT NULL,
    told_at TEXT NOT NULL DEFAULT '',
    received_at DATETIME,
    text TEXT NOT NULL,
    address TEXT NOT NULL DEFAULT '',
    has_caller BOOLEAN NOT NULL DEFAULT 0,
    proposed_class TEXT NOT NULL DEFAULT '',
    class_words TEXT NOT NULL DEFAULT '',
    proposed_longitude REAL,
    proposed_latitude REAL,
    place_words TEXT NOT NULL DEFAULT '',
    chosen_class TEXT NOT NULL DEFAULT '',
    level TEXT NOT NULL DEFAULT '',
    longitude REAL,
    latitude REAL,
    grid TEXT NOT NULL DEFAULT '',
    leader INTEGER REFERENCES gridward_inbox(id),
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'registered', 'joined', 'refused')),
    case_id TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    changed_by TEXT NOT NULL,
    changed_at DATETIME NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    change INTEGER NOT NULL,
    UNIQUE (source, row_key),
    CHECK (state != 'refused' OR reason != ''),
    CHECK ((state IN ('registered', 'joined')) = (case_id != '')));
CREATE INDEX gridward_inbox_batch ON gridward_inbox(batch, state, id);
CREATE INDEX gridward_inbox_state ON gridward_inbox(state, id);
CREATE UNIQUE INDEX gridward_inbox_change ON gridward_inbox(change);
CREATE INDEX gridward_inbox_leader ON gridward_inbox(leader) WHERE leader IS NOT NULL;

CREATE TRIGGER inbox_is_not_deleted BEFORE DELETE ON gridward_inbox
BEGIN
    SELECT RAISE(ABORT, 'rows of the inbox are never deleted');
END;

CREATE TRIGGER inbox_keeps_what_was_told BEFORE UPDATE OF
    id, batch, source, number, row_key, channel, told_at, received_at, text, address
    ON gridward_inbox
BEGIN
    SELECT RAISE(ABORT, 'what a row of the inbox says is never changed');
END;

CREATE TRIGGER inbox_that_ended_stays BEFORE UPDATE ON gridward_inbox
    WHEN old.state IN ('registered', 'joined')
BEGIN
    SELECT RAISE(ABORT, 'a row of the inbox that became a case stays as it is');
END;

CREATE TRIGGER inbox_counts_its_changes BEFORE UPDATE ON gridward_inbox
    WHEN new.version != old.version + 1 OR new.change <= old.change
BEGIN
    SELECT RAISE(ABORT, 'every change of a row of the inbox makes a new version');
END;

CREATE TABLE gridward_inbox_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    item INTEGER NOT NULL REFERENCES gridward_inbox(id),
    version INTEGER NOT NULL,
    at DATETIME NOT NULL,
    actor TEXT NOT NULL,
    origin TEXT NOT NULL DEFAULT '',
    action TEXT NOT NULL,
    facts TEXT NOT NULL DEFAULT '{}',
    UNIQUE (item, version));

CREATE TRIGGER inbox_log_is_not_changed BEFORE UPDATE ON gridward_inbox_log
BEGIN
    SELECT RAISE(ABORT, 'the log of the inbox is never changed');
END;

CREATE TRIGGER inbox_log_is_not_deleted BEFORE DELETE ON gridward_inbox_log
BEGIN
    SELECT RAISE(ABORT, 'the log of the inbox is never deleted');
END;

CREATE TABLE personal_inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    item INTEGER NOT NULL UNIQUE REFERENCES gridward_inbox(id),
    name TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    may_call_back BOOLEAN NOT NULL DEFAULT 1);
