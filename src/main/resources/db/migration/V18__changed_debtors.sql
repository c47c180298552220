-- The database itself marks whose open items or holds have changed: a run reads the marks, not the books.

-- A row per debtor and statement that changed something; the look that has seen it takes it away.
CREATE TABLE debtor_change (
    debtor_id bigint NOT NULL
);
CREATE INDEX debtor_change_debtor ON debtor_change (debtor_id);
ALTER TABLE debtor_change SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

CREATE FUNCTION mark_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO debtor_change SELECT DISTINCT debtor_id FROM came;
    RETURN NULL;
END $$;
CREATE FUNCTION mark_went() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO debtor_change SELECT DISTINCT debtor_id FROM went;
    RETURN NULL;
END $$;
CREATE FUNCTION mark_both() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO debtor_change SELECT debtor_id FROM went UNION SELECT debtor_id FROM came;
    RETURN NULL;
END $$;

CREATE TRIGGER open_item_came AFTER INSERT ON open_item
    REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION mark_came();
CREATE TRIGGER open_item_went AFTER DELETE ON open_item
    REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION mark_went();
CREATE TRIGGER open_item_changed AFTER UPDATE ON open_item
    REFERENCING OLD TABLE AS went NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION mark_both();
CREATE TRIGGER hold_came AFTER INSERT ON hold
    REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION mark_came();
CREATE TRIGGER hold_went AFTER DELETE ON hold
    REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION mark_went();
CREATE TRIGGER hold_changed AFTER UPDATE ON hold
    REFERENCING OLD TABLE AS went NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION mark_both();

-- also where rows come by replication or from a dump: a mark too many costs a look, one too few a reminder
ALTER TABLE open_item ENABLE ALWAYS TRIGGER open_item_came;
ALTER TABLE open_item ENABLE ALWAYS TRIGGER open_item_went;
ALTER TABLE open_item ENABLE ALWAYS TRIGGER open_item_changed;
ALTER TABLE hold ENABLE ALWAYS TRIGGER hold_came;
ALTER TABLE hold ENABLE ALWAYS TRIGGER hold_went;
ALTER TABLE hold ENABLE ALWAYS TRIGGER hold_changed;

INSERT INTO debtor_change SELECT DISTINCT debtor_id FROM open_item;

ALTER TABLE debtor_look DROP COLUMN seen;
DROP INDEX posting_taken_back_on;

-- What a run reads of a debtor comes from indexes alone, in the order in which it is needed.

DROP INDEX open_item_debtor;
CREATE INDEX open_item_debtor ON open_item (debtor_id, due_on, item_id)
    INCLUDE (open_minor, currency, kind, number, instalment, total_minor, issued_on, reference, source);

-- An item of a letter is a step of its debtor from the day on which the letter leaves.
ALTER TABLE notice_item
    ADD COLUMN debtor_id  bigint,
    ADD COLUMN level_days int,
    ADD COLUMN sent_on    date;  -- null = the letter has not left; see the trigger
UPDATE notice_item ni
SET debtor_id = n.debtor_id, level_days = n.level_days,
    sent_on = CASE WHEN n.state IN ('on_wire', 'sent', 'unknown') THEN n.sent_on END
FROM notice n WHERE n.id = ni.notice_id;
ALTER TABLE notice_item
    ALTER COLUMN debtor_id SET NOT NULL,
    ALTER COLUMN level_days SET NOT NULL;
ALTER TABLE notice_item DROP CONSTRAINT notice_item_pkey;
ALTER TABLE notice_item ADD PRIMARY KEY (notice_id, item_id);
CREATE INDEX notice_item_step ON notice_item (debtor_id, sent_on, notice_id)
    INCLUDE (item_id, procedure, level, level_days, occurrence, interest, fixed_sum)
    WHERE sent_on IS NOT NULL AND dropped IS NULL;
DROP INDEX notice_left;

-- A letter under way is found by the index that allows one a debtor; the wide one takes those that have ended.
DROP INDEX notice_debtor;
CREATE INDEX notice_ended ON notice (debtor_id) WHERE state IN ('sent', 'unknown', 'rejected', 'withdrawn');

CREATE FUNCTION items_follow_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE notice_item SET sent_on = CASE WHEN NEW.state IN ('on_wire', 'sent', 'unknown') THEN NEW.sent_on END
    WHERE notice_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER notice_items_follow AFTER UPDATE ON notice FOR EACH ROW
    WHEN (CASE WHEN OLD.state IN ('on_wire', 'sent', 'unknown') THEN OLD.sent_on END
          IS DISTINCT FROM CASE WHEN NEW.state IN ('on_wire', 'sent', 'unknown') THEN NEW.sent_on END)
    EXECUTE FUNCTION items_follow_letter();
ALTER TABLE notice ENABLE ALWAYS TRIGGER notice_items_follow;

-- The answers of a date lie together. Each knows the date of the one before: by that chain, which begins at
-- debtor_look.decided_on, the answer for any date is found.
ALTER TABLE debtor_decision ADD COLUMN previous_on date;  -- null = the first look
UPDATE debtor_decision d
SET previous_on = (SELECT max(decided_on) FROM debtor_decision o
                   WHERE o.debtor_id = d.debtor_id AND o.decided_on < d.decided_on);
ALTER TABLE debtor_decision DROP CONSTRAINT debtor_decision_pkey;
ALTER TABLE debtor_decision ADD PRIMARY KEY (decided_on, debtor_id);
