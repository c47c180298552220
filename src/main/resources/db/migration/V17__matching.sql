-- Cash application by weighed evidence: what it forgives, how it finds what a payment may mean, what it decided.

INSERT INTO posting_kind VALUES
    ('discount_granted', 'discount',   'receivable', -1, 0),  -- an early-payment discount, beside a receipt's money
    ('small_difference', 'difference', 'receivable', -1, 0);  -- bank charges or rounding within the tolerance

-- The words of a name as payers' banks write them: capitals without accents, umlauts as one letter.
CREATE FUNCTION name_words(name text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT array_remove(regexp_split_to_array(
        replace(replace(replace(replace(replace(
            upper(translate(regexp_replace(name, '[.'']', '', 'g'),
                            'áàâäãåéèêëíìîïóòôöõøúùûüýñçšžłđÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕØÚÙÛÜÝÑÇŠŽŁĐ',
                            'aaaaaaeeeeiiiioooooouuuuyncszldAAAAAAEEEEIIIIOOOOOOUUUUYNCSZLD')),
            'ß', 'SS'), 'Æ', 'AE'), 'AE', 'A'), 'OE', 'O'), 'UE', 'U'),
        '[^[:alnum:]]+'), '')
$$;
CREATE INDEX debtor_name_words ON debtor USING gin (name_words(name));
CREATE INDEX debtor_number ON debtor (upper(regexp_replace(source_id, '[^A-Za-z0-9]', '', 'g')));
CREATE INDEX debtor_tax ON debtor (upper(regexp_replace(tax_id, '[^A-Za-z0-9]', '', 'g'))) WHERE tax_id IS NOT NULL;
CREATE INDEX debtor_group ON debtor (group_key) WHERE group_key IS NOT NULL;
-- a number whose letters the payer left out, and the customer's order
CREATE INDEX item_digits ON item (regexp_replace(number, '[^0-9]', '', 'g'));
CREATE INDEX item_order ON item (upper(regexp_replace(order_reference, '[^A-Za-z0-9]', '', 'g')))
    WHERE order_reference IS NOT NULL;
CREATE INDEX open_item_amount ON open_item (open_minor, currency, item_id);

-- Receipts to be looked at, taken by one desk at a time. A lease that ends gives the receipt to another desk.
CREATE TABLE match_due (
    receipt_id  bigint PRIMARY KEY REFERENCES receipt,
    lease_until timestamptz,
    refusals    int NOT NULL DEFAULT 0  -- how often the ledger refused what was decided, because it had moved on
);

-- What would change the decision on a receipt that waits: the keys of its text, its amount, the debtors thought of.
-- A waiting receipt without a row was not looked at yet.
CREATE TABLE match_watch (
    receipt_id bigint PRIMARY KEY REFERENCES receipt,
    keys       text[] NOT NULL
);
CREATE INDEX match_watch_keys ON match_watch USING gin (keys);

CREATE FUNCTION is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are append-only', TG_TABLE_NAME;
END $$;

-- Every decision on a receipt, in the order in which they were taken. Reasons are codes with arguments.
CREATE TABLE match_decision (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    receipt_id bigint NOT NULL REFERENCES receipt,
    day        date   NOT NULL,
    decision   text   NOT NULL CHECK (decision IN ('auto', 'review', 'none')),
    stratum    text,                       -- kind of evidence; null when nothing was found
    score      int    NOT NULL,            -- log-odds, thousandths of a nat
    thresholds text   NOT NULL,            -- under which they were judged
    engine     text   NOT NULL,            -- its version
    parts      jsonb  NOT NULL,            -- [{"item", "amount", "forgiven", "kind"}], minor units
    residual_minor bigint NOT NULL,
    currency   text   NOT NULL,
    why        jsonb  NOT NULL,            -- [{"code", "args"}]
    against    jsonb,                      -- why it is not booked unasked
    runner_up  jsonb,                      -- {"items", "score", "lost"}
    shipped    jsonb,                      -- parts that the shipped thresholds would have booked; null = nothing
    shipped_stratum text,
    content    uuid   NOT NULL,            -- of all that makes it another decision than the one before
    decided_at timestamptz NOT NULL DEFAULT now(),
    CHECK (decision = 'none' OR stratum IS NOT NULL)
);
CREATE INDEX match_decision_receipt ON match_decision (receipt_id, id);
CREATE INDEX match_decision_shipped ON match_decision (shipped_stratum, id) WHERE shipped IS NOT NULL;
CREATE TRIGGER match_decision_append_only BEFORE UPDATE OR DELETE ON match_decision
    FOR EACH ROW EXECUTE FUNCTION is_append_only();

-- Automatic matches drawn at random for a person to check.
CREATE TABLE match_audit (
    decision_id bigint PRIMARY KEY REFERENCES match_decision,
    drawn_on    date NOT NULL,
    correct     boolean,                   -- null until somebody looked
    answered_by text,
    answered_on date,
    CHECK ((correct IS NULL) = (answered_by IS NULL))
);
CREATE INDEX match_audit_open ON match_audit (decision_id) WHERE correct IS NULL;

-- What persons said of decisions: the evidence by which the kinds of evidence are judged.
CREATE TABLE match_label (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    decision_id bigint  NOT NULL REFERENCES match_decision,
    stratum     text    NOT NULL,
    shipped     boolean NOT NULL,          -- its score reached the shipped threshold of its stratum
    correct     boolean NOT NULL,
    source      text    NOT NULL CHECK (source IN ('audit', 'undo', 'review')),
    said_by     text    NOT NULL,
    said_on     date    NOT NULL,
    UNIQUE (decision_id, source)
);
CREATE INDEX match_label_stratum ON match_label (stratum, id);
CREATE TRIGGER match_label_append_only BEFORE UPDATE OR DELETE ON match_label
    FOR EACH ROW EXECUTE FUNCTION is_append_only();

-- By which thresholds a kind of evidence is booked; the newest row counts, without one the setting does.
CREATE TABLE match_stratum (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stratum  text NOT NULL,
    level    text NOT NULL CHECK (level IN ('review', 'strict', 'shipped')),
    moved_by text NOT NULL,
    moved_on date NOT NULL,
    why      text NOT NULL,
    moved_at timestamptz NOT NULL DEFAULT now(),
    labels   bigint NOT NULL              -- the last label known then: the drift is counted from there
);
CREATE INDEX match_stratum_newest ON match_stratum (stratum, id);
CREATE TRIGGER match_stratum_append_only BEFORE UPDATE OR DELETE ON match_stratum
    FOR EACH ROW EXECUTE FUNCTION is_append_only();

-- Who paid for whom before: an account, or a name in its words.
CREATE TABLE payer_memory (
    kind      text   NOT NULL CHECK (kind IN ('account', 'name')),
    payer     text   NOT NULL,
    debtor_id bigint NOT NULL REFERENCES debtor,
    confirmed int    NOT NULL DEFAULT 0,
    undone    int    NOT NULL DEFAULT 0,
    last_on   date   NOT NULL,
    written   text   NOT NULL,            -- as it stood on the payment last seen
    PRIMARY KEY (kind, payer, debtor_id)
);

-- Where a cheque stands; the newest row counts.
CREATE TABLE cheque (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    receipt_id bigint NOT NULL REFERENCES receipt,
    state      text   NOT NULL CHECK (state IN ('deposited', 'cleared', 'bounced')),
    on_day     date   NOT NULL,
    said_by    text   NOT NULL,
    why        text
);
CREATE UNIQUE INDEX cheque_state_once ON cheque (receipt_id, state);
