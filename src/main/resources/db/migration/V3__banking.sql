-- The bank book: what was read in bank files, each transaction once however often its file comes.

CREATE TABLE bank_import (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    inbox_id    bigint,
    account     text,
    file_name   text        NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT now(),
    -- reconciliation takes transactions up in the order of their ids; this is how far each import goes and it has come
    last_id     bigint      NOT NULL DEFAULT 0,
    taken_up_to bigint      NOT NULL DEFAULT 0,
    taken_up_at timestamptz,
    CHECK (taken_up_to <= last_id)
);

CREATE INDEX bank_import_waiting ON bank_import (id) WHERE taken_up_to < last_id;

CREATE TABLE bank_statement (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    import_id     bigint NOT NULL REFERENCES bank_import,
    identity      uuid   NOT NULL UNIQUE,
    format        text   NOT NULL,
    account       text,
    currency      char(3),
    statement     text,
    opening_minor bigint,
    closing_minor bigint,
    closed_on     date,
    entries       int    NOT NULL,
    transactions  int    NOT NULL,
    credits_minor bigint,
    debits_minor  bigint,
    -- null where a balance is missing
    balanced      boolean,
    -- its message is not the account's book of record: its booked entries are kept as advice
    advice        boolean NOT NULL DEFAULT false
);

CREATE TABLE bank_transaction (
    id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    import_id            bigint   NOT NULL,
    identity             uuid     NOT NULL UNIQUE,
    account              text,
    currency             char(3)  NOT NULL,
    statement            text,
    booked_on            date     NOT NULL,
    value_on             date,
    status               text     NOT NULL CHECK (status IN ('booked', 'advice', 'pending', 'info')),
    direction            text     NOT NULL CHECK (direction IN ('credit', 'debit')),
    reversal             boolean  NOT NULL,
    balancing            boolean  NOT NULL,
    -- zero is a transaction of a batch whose amount the bank does not tell
    amount_minor         bigint   NOT NULL CHECK (amount_minor >= 0),
    counterparty_name    text,
    counterparty_account text,
    counterparty_bic     text,
    end_to_end_id        text,
    reference            text,
    remittance           text,
    bank_id              text,
    occurrence           int      NOT NULL CHECK (occurrence > 0)
);
