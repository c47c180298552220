-- What a run over all debtors reads lies together, and what is rare has an index that is nearly empty.

-- all that is asked of an open item stands in its narrow row: the wide one of its document is not fetched for it
ALTER TABLE open_item
    ADD COLUMN number      text,
    ADD COLUMN instalment  int,
    ADD COLUMN total_minor bigint,
    ADD COLUMN issued_on   date,
    ADD COLUMN reference   text,
    ADD COLUMN source      text;
UPDATE open_item o
SET number = i.number, instalment = i.instalment, total_minor = i.total_minor, issued_on = i.issued_on,
    reference = i.reference, source = i.source
FROM item i WHERE i.id = o.item_id;
ALTER TABLE open_item
    ALTER COLUMN number SET NOT NULL,
    ALTER COLUMN instalment SET NOT NULL,
    ALTER COLUMN total_minor SET NOT NULL,
    ALTER COLUMN issued_on SET NOT NULL,
    ALTER COLUMN source SET NOT NULL;

-- the sum over a debtor's open items comes from the index alone
DROP INDEX open_item_debtor;
CREATE INDEX open_item_debtor ON open_item (debtor_id) INCLUDE (item_id, due_on, open_minor, currency, kind);
-- which it does only where the table was vacuumed: after one row in a hundred, not one in five
ALTER TABLE open_item SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.01);

-- so does what a debtor was sent: letters are wide, and a debtor's lie far apart
DROP INDEX notice_debtor;
CREATE INDEX notice_debtor ON notice (debtor_id)
    INCLUDE (sent_on, id, procedure, level, level_days, occurrence, planned_on, state);
ALTER TABLE notice_item DROP CONSTRAINT notice_item_pkey;
ALTER TABLE notice_item ADD PRIMARY KEY (notice_id, item_id) INCLUDE (occurrence, interest, fixed_sum, dropped);

-- the letters of a date lie together
CREATE INDEX notice_planned ON notice USING brin (planned_on);

CREATE INDEX item_parent ON item (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX posting_taken_back ON posting (item_id) WHERE kind = 'allocated' AND reverses IS NOT NULL;

-- each look is written over the one before: room for both versions on one page keeps the index as it is
ALTER TABLE debtor_look SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);
