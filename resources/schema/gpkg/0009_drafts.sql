-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forms that somebody has begun and not sent: theirs alone, so that a crash loses nothing. Not in
-- gpkg_contents. What is erased here is overwritten: a draft may name a caller.

CREATE TABLE gridward_drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    user TEXT NOT NULL,
    form TEXT NOT NULL,
    about TEXT NOT NULL DEFAULT '',
    saved_at DATETIME NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (user, form, about));
