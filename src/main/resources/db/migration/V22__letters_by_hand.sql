-- Letters that people write: letters like all others, booked under the reserved procedure 'letters' at the level
-- 'by hand'. They tell of no items, and so are no step of any.

-- Somebody may write twice on a day: occurrence counts a debtor's letters of the day, as it is the day of an action's.
ALTER TABLE notice DROP CONSTRAINT notice_planned_on_debtor_id_procedure_level_key;
ALTER TABLE notice ADD UNIQUE (planned_on, debtor_id, procedure, level, occurrence);

-- One letter of the policy and one by hand may be under way to a debtor. Drafts by hand lie in a drawer.
DROP INDEX notice_one_pending;
CREATE UNIQUE INDEX notice_one_pending ON notice (debtor_id)
    WHERE state IN ('draft', 'due', 'sending', 'on_wire') AND procedure <> 'letters';
CREATE UNIQUE INDEX notice_one_by_hand ON notice (debtor_id)
    WHERE state IN ('due', 'sending', 'on_wire') AND procedure = 'letters';
CREATE INDEX notice_by_hand ON notice (debtor_id) WHERE procedure = 'letters';

CREATE TABLE written_letter (
    notice_id  bigint PRIMARY KEY REFERENCES notice,
    form_key   text NOT NULL UNIQUE,                     -- one form, one letter
    language   text NOT NULL CHECK (language ~ '^[a-z]{2}$'),
    subject    text NOT NULL CHECK (subject <> ''),
    body       text NOT NULL CHECK (body <> ''),
    hash       text NOT NULL,                            -- SHA-256 of subject, an empty line and body
    seen       text NOT NULL,                            -- the account as its writer saw it
    written_by text NOT NULL CHECK (written_by <> ''),
    written_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION written_letter_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT state FROM notice WHERE id = OLD.notice_id) <> 'draft' THEN
        RAISE EXCEPTION 'letter % is no draft any more: its words stay', OLD.notice_id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER written_letter_stays BEFORE UPDATE ON written_letter
    FOR EACH ROW EXECUTE FUNCTION written_letter_stays();
