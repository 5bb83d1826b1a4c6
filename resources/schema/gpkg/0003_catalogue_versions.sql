-- SPDX-License-Identifier: GPL-3.0-or-later
-- Filing standards for a part of the district and with the source of their limits; and nothing of
-- the catalogue is lost: versions of standards stay as they were, classes keep a history.

ALTER TABLE catalogue ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE filing_standards ADD COLUMN area TEXT NOT NULL DEFAULT '';
ALTER TABLE filing_standards ADD COLUMN source TEXT NOT NULL DEFAULT '';

-- Until now nothing but the example set could be in a store.
UPDATE filing_standards SET source = '示例时限表（非国家标准） · example limits, not a national standard';

CREATE TRIGGER filing_standards_are_not_changed BEFORE UPDATE ON filing_standards
WHEN (OLD.standard_id, OLD.version, OLD.scheme, OLD.kind, OLD.code, OLD.area, OLD.condition,
      OLD.condition_en, OLD.limit_value, OLD.limit_unit, OLD.closing_condition,
      OLD.closing_condition_en, OLD.closing_mandatory, OLD.unit_kind, OLD.supervisor, OLD.source)
  IS NOT
     (NEW.standard_id, NEW.version, NEW.scheme, NEW.kind, NEW.code, NEW.area, NEW.condition,
      NEW.condition_en, NEW.limit_value, NEW.limit_unit, NEW.closing_condition,
      NEW.closing_condition_en, NEW.closing_mandatory, NEW.unit_kind, NEW.supervisor, NEW.source)
BEGIN
    SELECT RAISE(ABORT, 'a version of a filing standard is never changed');
END;

CREATE TRIGGER filing_standards_are_not_deleted BEFORE DELETE ON filing_standards
BEGIN
    SELECT RAISE(ABORT, 'filing standards are never deleted');
END;

CREATE TABLE catalogue_history (
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
    note TEXT NOT NULL DEFAULT '');
CREATE INDEX catalogue_history_class ON catalogue_history(scheme, kind, code);

-- What a class was called before, and the time before it came back.
CREATE TRIGGER catalogue_keeps_its_history AFTER UPDATE ON catalogue
WHEN (OLD.major_code, OLD.major_name, OLD.name, OLD.name_en, OLD.local, OLD.note)
  IS NOT (NEW.major_code, NEW.major_name, NEW.name, NEW.name_en, NEW.local, NEW.note)
  OR (OLD.valid_to IS NOT NULL AND NEW.valid_to IS NULL)
BEGIN
    INSERT INTO catalogue_history (scheme, kind, code, major_code, major_name, name, name_en, local,
                                   valid_from, valid_to, note)
    VALUES (OLD.scheme, OLD.kind, OLD.code, OLD.major_code, OLD.major_name, OLD.name, OLD.name_en,
            OLD.local, OLD.valid_from, coalesce(OLD.valid_to, NEW.valid_from), OLD.note);
END;

CREATE TRIGGER classes_are_not_deleted BEFORE DELETE ON catalogue
BEGIN
    SELECT RAISE(ABORT, 'classes are never deleted');
END;

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
    ('catalogue_history', 'attributes', 'catalogue_history', 'What classes were before', NULL);
