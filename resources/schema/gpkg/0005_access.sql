-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may do what, and the log of what is not in the log of a case.

ALTER TABLE users ADD COLUMN disabled BOOLEAN NOT NULL DEFAULT 0;

-- One person, many duties: what a user may act as besides what the row in users says.
CREATE TABLE user_posts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    user TEXT NOT NULL REFERENCES users(name),
    role TEXT NOT NULL,
    division TEXT NOT NULL DEFAULT '',
    organisation TEXT NOT NULL DEFAULT '',
    valid_from DATE,
    valid_to DATE);
-- A date that is missing is one value here, as it is in the program.
CREATE UNIQUE INDEX user_posts_key
    ON user_posts(user, role, division, organisation, coalesce(valid_from, ''));

-- Roles that the district added, and what differs from the rights that the program gives.
CREATE TABLE gridward_roles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    role TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL DEFAULT '');

CREATE TABLE gridward_grants (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    role TEXT NOT NULL,
    thing TEXT NOT NULL,
    action TEXT NOT NULL,
    reach TEXT NOT NULL,
    UNIQUE (role, thing, action));

-- Argon2id, with its parameters and salt, as libsodium writes it.
CREATE TABLE gridward_passwords (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    user TEXT NOT NULL UNIQUE REFERENCES users(name),
    hash TEXT NOT NULL,
    must_change BOOLEAN NOT NULL DEFAULT 0,
    changed_at DATETIME NOT NULL);

CREATE TABLE audit_log (
    id INTEGER PRIMARY KEY NOT NULL,
    at DATETIME NOT NULL,
    actor TEXT NOT NULL,
    origin TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    subject TEXT NOT NULL DEFAULT '',
    facts TEXT NOT NULL DEFAULT '',
    hash BLOB NOT NULL);
CREATE INDEX audit_log_kind ON audit_log(kind);
CREATE INDEX audit_log_actor ON audit_log(actor);

CREATE TRIGGER audit_log_is_not_changed BEFORE UPDATE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'the audit log is never changed');
END;

CREATE TRIGGER audit_log_is_not_deleted BEFORE DELETE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'the audit log is never deleted');
END;

CREATE TRIGGER audit_log_is_not_replaced BEFORE INSERT ON audit_log
WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM audit_log)
BEGIN
    SELECT RAISE(ABORT, 'the audit log has no gaps');
END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
    ('user_posts', 'attributes', 'user_posts', 'What users may act as besides', NULL),
    ('gridward_roles', 'attributes', 'gridward_roles', 'Roles that the district added', NULL),
    ('gridward_grants', 'attributes', 'gridward_grants', 'Rights that differ from the standard', NULL),
    ('audit_log', 'attributes', 'audit_log', 'Sign-ins, exports, changes of rights; never changed', NULL);
