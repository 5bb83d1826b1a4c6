-- SPDX-License-Identifier: GPL-3.0-or-later
-- The store as a GeoPackage 1.3. Statements end with a semicolon at the end of a line; those of a
-- trigger with END; on a line of its own. Positions are EPSG:4326, longitude first; times are UTC.
-- Live tables have no GeoPackage R-tree: its triggers need functions that plain SQLite lacks.

CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL,
    srs_id INTEGER PRIMARY KEY,
    organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL,
    definition TEXT NOT NULL,
    description TEXT);

INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
    ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');

CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY,
    data_type TEXT NOT NULL,
    identifier TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE,
    min_y DOUBLE,
    max_x DOUBLE,
    max_y DOUBLE,
    srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));

CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL,
    m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));

-- What the store says about itself, and the number of its schema.
CREATE TABLE gridward_store (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL);

CREATE TABLE gridward_schema (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    version INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL,
    applied_at DATETIME NOT NULL);

-- How often each table was written, for other programs on the same file.
CREATE TABLE gridward_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    table_name TEXT NOT NULL UNIQUE,
    count INTEGER NOT NULL);

CREATE TABLE divisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom MULTIPOLYGON,
    code TEXT NOT NULL UNIQUE,
    parent TEXT NOT NULL DEFAULT '',
    level TEXT NOT NULL,
    name TEXT NOT NULL,
    population INTEGER NOT NULL DEFAULT 0,
    area DOUBLE NOT NULL DEFAULT 0);

CREATE TABLE grids (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom MULTIPOLYGON,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    community TEXT NOT NULL REFERENCES divisions(code),
    street TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL,
    level TEXT NOT NULL,
    area DOUBLE NOT NULL DEFAULT 0,
    residents INTEGER NOT NULL DEFAULT 0,
    households INTEGER NOT NULL DEFAULT 0,
    organisation TEXT NOT NULL DEFAULT '',
    valid_from DATE,
    valid_to DATE);
CREATE INDEX grids_community ON grids(community);

CREATE TABLE grid_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    grid TEXT NOT NULL REFERENCES grids(code),
    type TEXT NOT NULL,
    level TEXT NOT NULL,
    since DATETIME NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '');
CREATE INDEX grid_history_grid ON grid_history(grid);

CREATE TABLE key_places (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom GEOMETRY,
    place_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    grid TEXT NOT NULL DEFAULT '',
    risk INTEGER NOT NULL DEFAULT 1,
    last_check DATE,
    next_check DATE,
    patrol_rule TEXT NOT NULL DEFAULT '',
    is_area BOOLEAN NOT NULL DEFAULT 0);
CREATE INDEX key_places_grid ON key_places(grid);

CREATE TABLE components (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom POINT,
    code TEXT NOT NULL UNIQUE,
    scheme TEXT NOT NULL,
    class_code TEXT NOT NULL,
    name TEXT NOT NULL,
    supervisor TEXT NOT NULL DEFAULT '',
    owner TEXT NOT NULL DEFAULT '',
    maintainer TEXT NOT NULL DEFAULT '',
    grid TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'intact',
    surveyed DATE,
    changed DATE,
    source TEXT NOT NULL DEFAULT '');
CREATE INDEX components_grid ON components(grid, code);

CREATE TABLE addresses (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom POINT,
    address_id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    road TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    grid TEXT NOT NULL DEFAULT '');
CREATE INDEX addresses_grid ON addresses(grid, address_id);

CREATE TABLE resources (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom POINT,
    resource_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL DEFAULT '',
    grid TEXT NOT NULL DEFAULT '',
    capacity INTEGER NOT NULL DEFAULT 0);

CREATE TABLE staff_positions (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    geom POINT,
    person TEXT NOT NULL UNIQUE,
    grid TEXT NOT NULL DEFAULT '',
    at DATETIME NOT NULL);

CREATE TABLE organisations (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    parent TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    name_en TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    division TEXT NOT NULL DEFAULT '',
    handles BOOLEAN NOT NULL DEFAULT 0);

CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL DEFAULT '',
    work_phone TEXT NOT NULL DEFAULT '',
    skills TEXT NOT NULL DEFAULT '',
    languages TEXT NOT NULL DEFAULT '');

CREATE TABLE duties (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person TEXT NOT NULL REFERENCES people(person_id),
    role TEXT NOT NULL,
    area TEXT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    UNIQUE (person, role, area, valid_from));
CREATE INDEX duties_area ON duties(area);

CREATE TABLE shifts (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    person TEXT NOT NULL REFERENCES people(person_id),
    post TEXT NOT NULL,
    area TEXT NOT NULL DEFAULT '',
    starts_at DATETIME NOT NULL,
    ends_at DATETIME NOT NULL,
    UNIQUE (person, post, area, starts_at));
CREATE INDEX shifts_ends ON shifts(ends_at);

CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL,
    division TEXT NOT NULL DEFAULT '',
    organisation TEXT NOT NULL DEFAULT '',
    acts_for_all_units BOOLEAN NOT NULL DEFAULT 0);

CREATE TABLE catalogue (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    scheme TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    major_code TEXT NOT NULL DEFAULT '',
    major_name TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    name_en TEXT NOT NULL DEFAULT '',
    local BOOLEAN NOT NULL DEFAULT 0,
    valid_from DATE,
    valid_to DATE,
    UNIQUE (scheme, kind, code));

CREATE TABLE filing_standards (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    standard_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    scheme TEXT NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    condition TEXT NOT NULL,
    condition_en TEXT NOT NULL DEFAULT '',
    limit_value INTEGER NOT NULL,
    limit_unit TEXT NOT NULL,
    closing_condition TEXT NOT NULL DEFAULT '',
    closing_condition_en TEXT NOT NULL DEFAULT '',
    closing_mandatory BOOLEAN NOT NULL DEFAULT 1,
    unit_kind TEXT NOT NULL DEFAULT '',
    supervisor TEXT NOT NULL DEFAULT '',
    valid_from DATE,
    valid_to DATE,
    UNIQUE (standard_id, version));
CREATE INDEX filing_standards_class ON filing_standards(scheme, kind, code);

-- The row of a case is derived from its events and can be made again from them. Row numbers are
-- ordered by the time of registration: newest first is descending by id.
CREATE TABLE cases (
    id INTEGER PRIMARY KEY NOT NULL,
    geom POINT,
    uuid TEXT NOT NULL UNIQUE,
    number TEXT NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    is_open BOOLEAN NOT NULL,
    scheme TEXT NOT NULL,
    kind TEXT NOT NULL,
    class_code TEXT NOT NULL,
    level TEXT NOT NULL,
    source TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    grid TEXT NOT NULL DEFAULT '',
    community TEXT NOT NULL DEFAULT '',
    street TEXT NOT NULL DEFAULT '',
    component TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    person TEXT NOT NULL DEFAULT '',
    standard TEXT NOT NULL DEFAULT '',
    reported_at DATETIME,
    filed_at DATETIME,
    dispatched_at DATETIME,
    due_at DATETIME,
    handled_at DATETIME,
    checked_at DATETIME,
    closed_at DATETIME,
    external_source TEXT,
    external_id TEXT,
    head BLOB NOT NULL);
-- One index for each set of filters that a list may have: each ends with the row number, so the
-- first hundred are read without sorting, however many cases there are.
CREATE INDEX cases_state ON cases(state);
CREATE INDEX cases_street ON cases(street);
CREATE INDEX cases_class ON cases(class_code);
CREATE INDEX cases_state_street ON cases(state, street);
CREATE INDEX cases_state_class ON cases(state, class_code);
CREATE INDEX cases_street_class ON cases(street, class_code);
CREATE INDEX cases_state_street_class ON cases(state, street, class_code);
CREATE INDEX cases_grid ON cases(grid);
CREATE INDEX cases_open ON cases(is_open) WHERE is_open = 1;
CREATE INDEX cases_open_street ON cases(street) WHERE is_open = 1;
CREATE INDEX cases_open_class ON cases(class_code) WHERE is_open = 1;
CREATE INDEX cases_open_street_class ON cases(street, class_code) WHERE is_open = 1;
CREATE INDEX cases_open_grid ON cases(grid) WHERE is_open = 1;
CREATE INDEX cases_open_due ON cases(due_at) WHERE is_open = 1;
CREATE INDEX cases_open_unit ON cases(unit) WHERE is_open = 1;
CREATE UNIQUE INDEX cases_external ON cases(external_source, external_id)
    WHERE external_id IS NOT NULL;
-- Longer numbers come after shorter ones: the last one of a day is the last in this order, however
-- many digits its running number has.
CREATE UNIQUE INDEX cases_number ON cases(length(number), number);

-- How many cases are open at each unit: counting them would go through all that are open. Not kept by
-- triggers, which make every insert of a case twice as long, but by who writes cases.
CREATE TABLE gridward_open_cases (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    unit TEXT NOT NULL UNIQUE,
    count INTEGER NOT NULL);

CREATE TABLE events (
    id INTEGER PRIMARY KEY NOT NULL,
    case_id INTEGER NOT NULL REFERENCES cases(id) DEFERRABLE INITIALLY DEFERRED,
    sequence INTEGER NOT NULL,
    action TEXT NOT NULL,
    at DATETIME NOT NULL,
    actor TEXT NOT NULL,
    origin TEXT NOT NULL DEFAULT '',
    state_before TEXT,
    state_after TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    facts TEXT NOT NULL DEFAULT '',
    hash BLOB NOT NULL);
CREATE UNIQUE INDEX events_case ON events(case_id, sequence);

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are never changed');
END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are never deleted');
END;

CREATE TRIGGER cases_are_not_deleted BEFORE DELETE ON cases
BEGIN
    SELECT RAISE(ABORT, 'cases are never deleted');
END;

CREATE TABLE attachments (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    case_id INTEGER NOT NULL REFERENCES cases(id),
    sequence INTEGER NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (case_id, sequence, name));

CREATE TRIGGER attachments_are_not_changed BEFORE UPDATE ON attachments
BEGIN
    SELECT RAISE(ABORT, 'evidence is never changed');
END;

CREATE TRIGGER attachments_are_not_deleted BEFORE DELETE ON attachments
BEGIN
    SELECT RAISE(ABORT, 'evidence is never deleted');
END;

CREATE TABLE tasks (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    task_id TEXT NOT NULL UNIQUE,
    case_uuid TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL,
    person TEXT NOT NULL DEFAULT '',
    area TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    created_at DATETIME NOT NULL,
    due_at DATETIME,
    done_at DATETIME,
    result TEXT NOT NULL DEFAULT '');
CREATE INDEX tasks_open ON tasks(person, due_at) WHERE done_at IS NULL;

CREATE TABLE import_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    source TEXT NOT NULL,
    file TEXT NOT NULL,
    file_hash TEXT NOT NULL DEFAULT '',
    at DATETIME NOT NULL,
    actor TEXT NOT NULL,
    accepted INTEGER NOT NULL,
    known INTEGER NOT NULL,
    refused INTEGER NOT NULL);

-- Look-up by place, beside the tables: a plain R-tree on longitude and latitude.
CREATE VIRTUAL TABLE component_extent USING rtree(id, west, east, south, north);
CREATE VIRTUAL TABLE address_extent USING rtree(id, west, east, south, north);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
    ('divisions', 'features', 'divisions', 'Division tree', 4326),
    ('grids', 'features', 'grids', 'Unit grids', 4326),
    ('key_places', 'features', 'key_places', 'Key locations and key areas', 4326),
    ('components', 'features', 'components', 'Components', 4326),
    ('addresses', 'features', 'addresses', 'Standard addresses', 4326),
    ('resources', 'features', 'resources', 'Prevention and control resources', 4326),
    ('staff_positions', 'features', 'staff_positions', 'Staff on duty, last position', 4326),
    ('cases', 'features', 'cases', 'Cases as they stand', 4326),
    ('grid_history', 'attributes', 'grid_history', 'Types and levels of grids over time', NULL),
    ('organisations', 'attributes', 'organisations', 'Organisations and handling units', NULL),
    ('people', 'attributes', 'people', 'Those who work in the system', NULL),
    ('duties', 'attributes', 'duties', 'Roles of people in areas, with dates', NULL),
    ('shifts', 'attributes', 'shifts', 'Duty roster', NULL),
    ('users', 'attributes', 'users', 'Users', NULL),
    ('catalogue', 'attributes', 'catalogue', 'Classes of components and matters', NULL),
    ('filing_standards', 'attributes', 'filing_standards', 'Filing standards', NULL),
    ('events', 'attributes', 'events', 'Log of every case; never changed', NULL),
    ('attachments', 'attributes', 'attachments', 'Evidence', NULL),
    ('tasks', 'attributes', 'tasks', 'Tasks', NULL),
    ('import_runs', 'attributes', 'import_runs', 'Imports', NULL),
    ('gridward_store', 'attributes', 'gridward_store', 'What the store says about itself', NULL),
    ('gridward_schema', 'attributes', 'gridward_schema', 'Migrations', NULL),
    ('gridward_changes', 'attributes', 'gridward_changes', 'How often tables were written', NULL),
    ('gridward_open_cases', 'attributes', 'gridward_open_cases', 'Open cases of each unit', NULL);

INSERT INTO gpkg_geometry_columns VALUES
    ('divisions', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
    ('grids', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
    ('key_places', 'geom', 'GEOMETRY', 4326, 0, 0),
    ('components', 'geom', 'POINT', 4326, 0, 0),
    ('addresses', 'geom', 'POINT', 4326, 0, 0),
    ('resources', 'geom', 'POINT', 4326, 0, 0),
    ('staff_positions', 'geom', 'POINT', 4326, 0, 0),
    ('cases', 'geom', 'POINT', 4326, 0, 0);
