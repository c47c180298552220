-- A run writes a row for each letter and each look, and no more: what it touches beside them costs more than they do.

-- The letters of a run come in the order of debtors: what is unique of them is asked of the end of an index, not of a
-- page for each debtor. The Message-ID follows from the same columns.
ALTER TABLE notice DROP CONSTRAINT notice_debtor_id_procedure_level_planned_on_key;
ALTER TABLE notice DROP CONSTRAINT notice_message_id_key;
ALTER TABLE notice ADD UNIQUE (planned_on, debtor_id, procedure, level);
DROP INDEX notice_planned;

-- What a debtor was sent enters the wide index of the histories when it leaves, not when it is planned.
DROP INDEX notice_debtor;
CREATE INDEX notice_debtor ON notice (debtor_id);
CREATE INDEX notice_left ON notice (debtor_id)
    INCLUDE (sent_on, id, procedure, level, level_days, occurrence, planned_on, state)
    WHERE state IN ('on_wire', 'sent', 'unknown');

-- So does the step: it is told once, which is asked when a letter goes on the wire. seen_open_minor is set then.
DROP INDEX notice_item_once;
CREATE UNIQUE INDEX notice_item_once ON notice_item (item_id, procedure, level, occurrence)
    WHERE dropped IS NULL AND seen_open_minor IS NOT NULL;

-- A foreign key locks the row that it names, and writes to it: the debtor and every item of every letter. They are
-- read in the same transaction and never deleted; the invariant I5-letter-of-known-debtor-and-items watches over it.
ALTER TABLE notice DROP CONSTRAINT notice_debtor_id_fkey;
ALTER TABLE notice_item DROP CONSTRAINT notice_item_notice_id_fkey;
ALTER TABLE notice_item DROP CONSTRAINT notice_item_item_id_fkey;

-- Letters that need nobody's approval are planned as due, and wait for the end of their run.
ALTER TABLE dunning_run ADD COLUMN opened_at timestamptz NOT NULL DEFAULT now();  -- its unfinished pass began

-- A letter grows when it leaves. Planned into what is left over on old pages, each would touch a page of its own.
ALTER TABLE notice SET (fillfactor = 80);

-- Answers are written each day and read when somebody asks: kept as they were written.
ALTER TABLE debtor_decision ALTER COLUMN answers TYPE json;

-- Every run reads every look: the policy of it is a number.
ALTER TABLE debtor_look ALTER COLUMN policy_hash TYPE bigint USING hashtextextended(policy_hash, 0);
ALTER TABLE debtor_look RENAME COLUMN policy_hash TO policy;

-- what was taken back since the last run
CREATE INDEX posting_taken_back_on ON posting (business_date) WHERE kind = 'allocated' AND reverses IS NOT NULL;
