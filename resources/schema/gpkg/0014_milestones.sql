-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the indicators count of a case beyond its row (docs/indicators.md). Derived from its events in
-- the same transaction, like the row, and can be made again from them. A case that was imported in one
-- piece has none: of it only its row is known.

CREATE TABLE case_milestones (
    case_id INTEGER PRIMARY KEY NOT NULL REFERENCES cases(id),
    reported_by TEXT NOT NULL DEFAULT '',
    looked_at DATETIME,
    verified_at DATETIME,
    verify_due_at DATETIME,
    verified_by TEXT NOT NULL DEFAULT '',
    first_filed_at DATETIME,
    filing_due_at DATETIME,
    filed_by TEXT NOT NULL DEFAULT '',
    first_dispatched_at DATETIME,
    dispatch_due_at DATETIME,
    dispatched_by TEXT NOT NULL DEFAULT '',
    acted_at DATETIME,
    first_handled_at DATETIME,
    handled_by TEXT NOT NULL DEFAULT '',
    first_checked_at DATETIME,
    check_due_at DATETIME,
    checked_by TEXT NOT NULL DEFAULT '',
    closed_by TEXT NOT NULL DEFAULT '',
    replied_at DATETIME,
    satisfied BOOLEAN,
    returns INTEGER NOT NULL DEFAULT 0,
    transfers INTEGER NOT NULL DEFAULT 0,
    reworks INTEGER NOT NULL DEFAULT 0);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
    ('case_milestones', 'attributes', 'case_milestones', 'What the indicators count; derived from the events', NULL);
