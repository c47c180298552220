-- The demo agency's own memory: in production nobody writes here. It stands for another company's database, so it
-- refers to none of our tables.
CREATE TABLE demo_agency_case (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reference    text   NOT NULL,   -- the client's; not unique, as with real agencies: two submissions make two cases
    debtor       text   NOT NULL,
    currency     text   NOT NULL,
    amount_minor bigint NOT NULL CHECK (amount_minor > 0),
    received_on  date   NOT NULL,
    recalled_on  date
);
CREATE INDEX demo_agency_case_reference ON demo_agency_case (reference);

CREATE TABLE demo_agency_payment (
    id           text   PRIMARY KEY,
    case_id      bigint NOT NULL REFERENCES demo_agency_case,
    amount_minor bigint NOT NULL CHECK (amount_minor <> 0),  -- below zero: taken back
    paid_on      date   NOT NULL,
    paid_to      text   NOT NULL CHECK (paid_to IN ('us', 'client'))
);

-- What was answered under an idempotency key.
CREATE TABLE demo_agency_answer (
    key    text PRIMARY KEY,
    body   text NOT NULL,
    answer text NOT NULL
);
