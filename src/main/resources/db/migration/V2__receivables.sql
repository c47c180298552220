CREATE TABLE creditor (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code      text NOT NULL UNIQUE,
    name      text NOT NULL,
    term_days int  NOT NULL DEFAULT 30 CHECK (term_days BETWEEN 1 AND 30),
    zone      text NOT NULL DEFAULT 'UTC'
);
INSERT INTO creditor (code, name) VALUES ('default', 'Creditor');

CREATE TABLE debtor (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    creditor_id bigint NOT NULL REFERENCES creditor,
    source      text   NOT NULL,
    source_id   text   NOT NULL,
    name        text   NOT NULL,
    tax_id      text,
    language    text,
    country     text,
    category    text,
    tags        text[] NOT NULL DEFAULT '{}',
    group_key   text,
    ibans       text[] NOT NULL DEFAULT '{}',
    term_days   int CHECK (term_days BETWEEN 1 AND 30),
    agent_name  text,
    agent_email text,
    UNIQUE (source, source_id)
);

CREATE INDEX debtor_ibans ON debtor USING gin (ibans);

CREATE TABLE contact (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    debtor_id bigint NOT NULL REFERENCES debtor,
    kind      text   NOT NULL DEFAULT 'billing',
    name      text,
    email     text,
    phone     text,
    unusable  text   -- why mail to this address is not tried any more; null while usable
);
CREATE INDEX contact_debtor ON contact (debtor_id);

-- One document or part of one, as the ERP named it. The narrow open_item beside it carries what is still unpaid,
-- so that settling never touches an index of this table.
CREATE TABLE item (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    debtor_id       bigint NOT NULL REFERENCES debtor,
    kind            text   NOT NULL CHECK (kind IN ('invoice', 'credit_note', 'debit_note', 'fee', 'instalment')),
    source          text   NOT NULL,
    source_id       text   NOT NULL,
    instalment      int    NOT NULL DEFAULT 0,  -- 0 = the document itself; 1, 2, ... = its instalments
    parent_id       bigint REFERENCES item,     -- of an instalment: its document (which then has no open part itself)
    number          text   NOT NULL,            -- of an instalment too: the document's number
    issued_on       date   NOT NULL,
    due_on          date   NOT NULL,            -- last day to pay without arrears, creditor's zone
    currency        text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    total_minor     bigint NOT NULL CHECK (total_minor > 0),
    reference       text,                       -- issued structured reference, normalised: upper case, no separators
    order_reference text,
    credit_note_for text,
    documents       jsonb  NOT NULL DEFAULT '[]',
    discounts       jsonb  NOT NULL DEFAULT '[]',
    state           text   NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'cancelled')),
    changed_at      timestamptz,                -- the source's own version; an older one never overwrites a newer
    content_hash    text   NOT NULL,
    entered_at      timestamptz NOT NULL DEFAULT now(),
    UNIQUE (source, source_id, instalment)
);
-- the number as a payer may write it: without separators
CREATE INDEX item_number ON item (upper(regexp_replace(number, '[^A-Za-z0-9]', '', 'g')));
CREATE UNIQUE INDEX item_number_once ON item (source, kind, upper(replace(number, ' ', '')))
    WHERE instalment = 0 AND state = 'open';
CREATE INDEX item_reference ON item (reference) WHERE reference IS NOT NULL;
CREATE INDEX item_debtor ON item (debtor_id);

-- What is still unpaid of an item that carries money; the row leaves when nothing is open.
CREATE TABLE open_item (
    item_id    bigint PRIMARY KEY REFERENCES item,
    debtor_id  bigint NOT NULL REFERENCES debtor,
    kind       text   NOT NULL,
    currency   text   NOT NULL,
    due_on     date   NOT NULL,
    open_minor bigint NOT NULL CHECK (open_minor > 0)  -- of a credit note: what is still unused
);
CREATE INDEX open_item_debtor ON open_item (debtor_id) INCLUDE (due_on, open_minor, currency, kind);

-- Money received. Only booked bank credits, payments at an agency and receipts entered by hand come here.
CREATE TABLE receipt (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    creditor_id    bigint NOT NULL REFERENCES creditor,
    means          text   NOT NULL CHECK (means IN ('transfer', 'agency', 'cash', 'card', 'cheque', 'direct_debit')),
    source_key     text   NOT NULL UNIQUE,     -- natural key: 'bank:<transaction id>', 'agency:<agency>:<payment id>'
    transaction_id bigint,                     -- bank_transaction this receipt stands for
    debtor_id      bigint REFERENCES debtor,   -- once known
    currency       text   NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount_minor   bigint NOT NULL CHECK (amount_minor > 0),
    received_on    date   NOT NULL,
    payer_name     text,
    payer_account  text,
    reference      text,
    remittance     text,
    end_to_end_id  text,
    waits          text,                       -- why it is not (fully) allocated, in the collector's words; null = done
    reversed_by    text                        -- what took the money back; null while the money is ours
);
CREATE INDEX receipt_waiting ON receipt (received_on) WHERE waits IS NOT NULL;
CREATE INDEX receipt_unapplied ON receipt (debtor_id) WHERE waits IS NOT NULL;

-- The ledger. One row moves one amount between two accounts, so a posting always is a pair.
-- Never updated, never deleted: undo is a row with the negative amount that names what it reverses.
CREATE TABLE posting_kind (
    kind           text PRIMARY KEY,
    debit_account  text NOT NULL,
    credit_account text NOT NULL,
    item_effect    int  NOT NULL,   -- what one unit does to the open amount of item_id
    receipt_effect int  NOT NULL    -- what one unit does to the unapplied amount of receipt_id
);
INSERT INTO posting_kind VALUES
    ('issued',            'receivable', 'sales',       1,  0),  -- a document was entered (of a credit note: its amount)
    ('adjusted',          'receivable', 'sales',       1,  0),  -- the source changed the total
    ('received',          'bank',       'unapplied',   0,  1),
    ('allocated',         'unapplied',  'receivable', -1, -1),
    ('netted',            'sales',      'receivable', -1,  0),  -- a credit note against an item
    ('credit_used',       'receivable', 'sales',      -1,  0),  -- the same movement on the credit note's side
    ('settled_elsewhere', 'clearing',   'receivable', -1,  0),  -- the source says it is paid; we did not see the money
    ('written_off',       'bad_debt',   'receivable', -1,  0),
    ('cancelled',         'sales',      'receivable', -1,  0);

CREATE TABLE posting (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind          text   NOT NULL REFERENCES posting_kind,
    item_id       bigint REFERENCES item,
    receipt_id    bigint REFERENCES receipt,
    credit_item_id bigint REFERENCES item,
    amount_minor  bigint NOT NULL CHECK (amount_minor <> 0),
    currency      text   NOT NULL,
    business_date date   NOT NULL,
    posted_at     timestamptz NOT NULL DEFAULT now(),
    cause_kind    text   NOT NULL CHECK (cause_kind IN ('inbox', 'rule', 'user', 'agency', 'bank')),
    cause         text   NOT NULL CHECK (cause <> ''),  -- inbox:<id>, the rule's name, the user's name, ...
    reason        text,                                 -- in the collector's words
    reverses      bigint REFERENCES posting,
    CHECK (item_id IS NOT NULL OR receipt_id IS NOT NULL)
);
CREATE INDEX posting_item ON posting (item_id);
CREATE INDEX posting_receipt ON posting (receipt_id) WHERE receipt_id IS NOT NULL;
CREATE UNIQUE INDEX posting_reversed_once ON posting (reverses) WHERE reverses IS NOT NULL;

CREATE FUNCTION posting_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'postings are append-only: reverse posting % instead', OLD.id;
END $$;
CREATE TRIGGER posting_append_only BEFORE UPDATE OR DELETE ON posting
    FOR EACH ROW EXECUTE FUNCTION posting_is_append_only();

CREATE VIEW allocation AS
SELECT p.id, p.receipt_id, p.item_id, p.amount_minor, p.currency, p.business_date, p.posted_at,
       p.cause_kind, p.cause, p.reason, p.reverses,
       EXISTS (SELECT FROM posting r WHERE r.reverses = p.id) AS reversed
FROM posting p WHERE p.kind = 'allocated';

-- Reasons not to collect for a while. item_id null = the whole debtor.
CREATE TABLE hold (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    debtor_id   bigint NOT NULL REFERENCES debtor,
    item_id     bigint REFERENCES item,
    kind        text   NOT NULL CHECK (kind IN ('dispute', 'promise', 'pause', 'collection_off', 'direct_debit', 'factored', 'agency')),
    until_on    date,                  -- last day of the hold, inclusive; null = until released
    reason      text,
    placed_by   text   NOT NULL,
    placed_at   timestamptz NOT NULL DEFAULT now(),
    released_at timestamptz,
    released_by text
);
CREATE INDEX hold_debtor ON hold (debtor_id) WHERE released_at IS NULL;

-- What the ERP still has to book: one row per posting it has not made itself.
CREATE TABLE write_back (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source      text   NOT NULL,          -- the ERP that owns the item
    posting_id  bigint NOT NULL UNIQUE REFERENCES posting,
    state       text   NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'sending', 'done', 'refused')),
    attempt     int    NOT NULL DEFAULT 0,
    next_at     timestamptz NOT NULL DEFAULT now(),
    lease_until timestamptz,
    done_at     timestamptz,
    failure     text
);
CREATE INDEX write_back_due ON write_back (source, next_at) WHERE state IN ('due', 'sending');
