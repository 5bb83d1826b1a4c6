-- SPDX-License-Identifier: GPL-3.0-or-later
-- Analyses under a name: the question as JSON (docs/analysis.md), the data that it was asked of and
-- what came out, as hashes. They hold no cases. Not in gpkg_contents: nothing in it is for a map.

CREATE TABLE gridward_analyses (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    made_by TEXT NOT NULL,
    made_at DATETIME NOT NULL,
    question TEXT NOT NULL,
    data_version INTEGER NOT NULL,
    data_hash TEXT NOT NULL,
    result_hash TEXT NOT NULL);
