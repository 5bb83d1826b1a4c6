-- SPDX-License-Identifier: GPL-3.0-or-later
-- Callers and households: apart from cases and their logs, so that they can be corrected and
-- erased. Not in gpkg_contents: programs that read the layers of the file do not list them.

CREATE TABLE personal_callers (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    case_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    may_call_back BOOLEAN NOT NULL DEFAULT 1);

CREATE TABLE personal_households (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    household TEXT NOT NULL UNIQUE,
    grid TEXT NOT NULL,
    address TEXT NOT NULL DEFAULT '',
    dwelling TEXT NOT NULL DEFAULT '',
    head TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    members TEXT NOT NULL DEFAULT '[]',
    needs TEXT NOT NULL DEFAULT '',
    consent_for TEXT NOT NULL DEFAULT '',
    consent_on DATE,
    next_visit DATE);
CREATE INDEX personal_households_grid ON personal_households(grid, household);
