-- SPDX-License-Identifier: GPL-3.0-or-later
-- What signing in needs besides passwords: failed attempts, seats that are known, sessions.

-- Marks of names are keyed with this, so that what somebody typed into a name field is not kept.
CREATE TABLE gridward_sign_in (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    name_key BLOB NOT NULL);

-- By a short mark of the name, whether there is such an account or not.
CREATE TABLE gridward_failures (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    mark TEXT NOT NULL,
    origin TEXT NOT NULL DEFAULT '',
    count INTEGER NOT NULL,
    last_at DATETIME NOT NULL,
    UNIQUE (mark, origin));
CREATE INDEX gridward_failures_last_at ON gridward_failures(last_at);

-- Where a user has signed in from: others' wrong tries do not hold them up there.
CREATE TABLE gridward_origins (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    user TEXT NOT NULL REFERENCES users(name),
    origin TEXT NOT NULL,
    last_at DATETIME NOT NULL,
    UNIQUE (user, origin));

-- Of the token that a seat may keep, only a hash.
CREATE TABLE gridward_sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    session TEXT NOT NULL UNIQUE,
    user TEXT NOT NULL REFERENCES users(name),
    origin TEXT NOT NULL DEFAULT '',
    token_hash BLOB,
    started_at DATETIME NOT NULL,
    seen_at DATETIME NOT NULL,
    ends_at DATETIME NOT NULL,
    ended_at DATETIME,
    ended_why TEXT NOT NULL DEFAULT '');
CREATE INDEX gridward_sessions_user ON gridward_sessions(user);
CREATE INDEX gridward_sessions_token ON gridward_sessions(token_hash);
