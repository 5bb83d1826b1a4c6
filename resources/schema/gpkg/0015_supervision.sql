-- SPDX-License-Identifier: GPL-3.0-or-later
-- The supervising axis (docs/supervision.md): who was sent to verify or to check a case, until when a
-- supervision is to be answered, how far the ladder of urging has come, when somebody last took a step.
-- Derived from the events like the rest of the row; the rows that are there get what their events make
-- of these columns in the same transaction: see casemigration.h.

ALTER TABLE cases ADD COLUMN task_person TEXT;
ALTER TABLE cases ADD COLUMN task_due_at DATETIME;
ALTER TABLE cases ADD COLUMN reply_due_at DATETIME;
ALTER TABLE cases ADD COLUMN rung INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN rung_tier TEXT;
ALTER TABLE cases ADD COLUMN stepped_at DATETIME;
ALTER TABLE cases ADD COLUMN called_back_at DATETIME;
ALTER TABLE cases ADD COLUMN lacks_picture BOOLEAN NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN hands TEXT;

-- Of one case: to find what the check compares with its log.
CREATE INDEX tasks_of_case ON tasks(case_uuid) WHERE done_at IS NULL;

-- As before, and besides: who dispatched or handled a case sends nobody to check it, and none of those
-- who had it in hand is sent to look at it.
DROP TRIGGER events_keep_the_axes_apart;
CREATE TRIGGER events_keep_the_axes_apart BEFORE INSERT ON events
WHEN NEW.action IN ('dispatch', 'transfer', 'accept', 'assign', 'handle', 'feedback', 'check', 'close', 'appeal',
        'entrust', 'verify')
BEGIN
    SELECT RAISE(ABORT, 'the axes are separate: nobody judges their own work')
    FROM events AS e
    WHERE e.case_id = NEW.case_id
        AND CASE
            WHEN NEW.action IN ('check', 'close', 'entrust')
                THEN e.action IN ('dispatch', 'transfer', 'accept', 'assign', 'handle', 'feedback')
            WHEN NEW.action = 'verify'
                THEN e.action IN ('dispatch', 'transfer', 'accept', 'assign', 'handle', 'feedback')
                    AND json_extract(nullif(NEW.facts, ''), '$.task_person') IS NOT NULL
            WHEN NEW.action = 'appeal'
                THEN e.action IN ('dispatch', 'transfer', 'accept', 'assign', 'handle', 'feedback')
                    AND json_extract(nullif(NEW.facts, ''), '$.request') IS NOT 'asked'
            ELSE e.action = 'check'
        END
        AND (e.actor IN (nullif(NEW.actor, ''), nullif(json_extract(nullif(NEW.facts, ''), '$.by'), ''),
                nullif(json_extract(nullif(NEW.facts, ''), '$.task_person'), ''))
            OR json_extract(nullif(e.facts, ''), '$.by')
                IN (nullif(NEW.actor, ''), nullif(json_extract(nullif(NEW.facts, ''), '$.by'), ''),
                    nullif(json_extract(nullif(NEW.facts, ''), '$.task_person'), '')));
END;
