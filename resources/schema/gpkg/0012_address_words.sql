-- SPDX-License-Identifier: GPL-3.0-or-later
-- Addresses by any part of their text, without going through all of them: every pair of neighbouring
-- characters is a word (Chinese has no others to search by), a text is found as a phrase of its
-- pairs. Kept by triggers, whoever writes; without a copy of the texts.

CREATE VIRTUAL TABLE gridward_address_words USING fts5(words, content='');

CREATE VIEW gridward_address_pairs AS
    SELECT a.id AS id,
        (WITH RECURSIVE pair(place) AS (SELECT 1 UNION ALL SELECT place + 1 FROM pair
            WHERE place < length(replace(a.text, ' ', '')))
        SELECT group_concat(substr(replace(a.text, ' ', ''), place, 2), ' ') FROM pair) AS words
    FROM addresses AS a;

INSERT INTO gridward_address_words (rowid, words) SELECT id, words FROM gridward_address_pairs;

CREATE TRIGGER address_words_insert AFTER INSERT ON addresses
BEGIN
    INSERT INTO gridward_address_words (rowid, words)
        SELECT id, words FROM gridward_address_pairs WHERE id = NEW.id;
END;

CREATE TRIGGER address_words_forget BEFORE UPDATE OF text ON addresses
BEGIN
    INSERT INTO gridward_address_words (gridward_address_words, rowid, words)
        SELECT 'delete', id, words FROM gridward_address_pairs WHERE id = OLD.id;
END;

CREATE TRIGGER address_words_update AFTER UPDATE OF text ON addresses
BEGIN
    INSERT INTO gridward_address_words (rowid, words)
        SELECT id, words FROM gridward_address_pairs WHERE id = NEW.id;
END;

CREATE TRIGGER address_words_delete BEFORE DELETE ON addresses
BEGIN
    INSERT INTO gridward_address_words (gridward_address_words, rowid, words)
        SELECT 'delete', id, words FROM gridward_address_pairs WHERE id = OLD.id;
END;
