-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a unit has asked for and nobody has decided on yet: extend, suspend or appeal. The dispatcher
-- has a queue of them, and the rows of all queues say so.

ALTER TABLE cases ADD COLUMN request TEXT;
UPDATE cases SET request = json_extract(process, '$.request.kind') WHERE process LIKE '%"request":{%';
