-- What the policies ask of a debtor beside its documents.
ALTER TABLE debtor ADD COLUMN type text CHECK (type IN ('consumer', 'business'));
ALTER TABLE debtor ADD COLUMN zone text;   -- its own time zone; null = those of its country

-- When each source last delivered, by the business date: nobody is reminded on old news.
CREATE TABLE source_delivery (
    kind         text NOT NULL CHECK (kind IN ('bank', 'erp')),
    source       text NOT NULL,
    delivered_on date NOT NULL,
    PRIMARY KEY (kind, source)
);

-- Charges of the letters are items of our own.
ALTER TABLE item DROP CONSTRAINT item_kind_check;
ALTER TABLE item ADD CONSTRAINT item_kind_check
    CHECK (kind IN ('invoice', 'credit_note', 'debit_note', 'fee', 'instalment', 'interest'));

-- Runs: drafted, approved, sent. A run that is out of proportion, or whose levels ask for it, waits for a person.
ALTER TABLE dunning_run
    ADD COLUMN waits       text,                    -- why its letters wait for a person; null = they do not
    ADD COLUMN approved_by text,
    ADD COLUMN approved_at timestamptz,
    ADD COLUMN tasks       int NOT NULL DEFAULT 0,
    ADD COLUMN usual       int NOT NULL DEFAULT 0;  -- letters of the runs before, their median

ALTER TABLE notice DROP CONSTRAINT notice_state_check;
ALTER TABLE notice ADD CONSTRAINT notice_state_check
    CHECK (state IN ('draft', 'due', 'sending', 'on_wire', 'sent', 'rejected', 'unknown', 'withdrawn'));
ALTER TABLE notice
    ADD COLUMN occurrence int   NOT NULL DEFAULT 0,    -- of an action's letter: its day as yyyymmdd
    ADD COLUMN message    boolean NOT NULL DEFAULT false,  -- it tells of no items
    ADD COLUMN reason     text,                        -- why it was planned
    ADD COLUMN copies     text[] NOT NULL DEFAULT '{}',    -- who got a copy
    ADD COLUMN approved_by text,
    ADD COLUMN discarded_by text;                      -- a person did not want it: no run of that date brings it back
DROP INDEX notice_one_pending;
CREATE UNIQUE INDEX notice_one_pending ON notice (debtor_id) WHERE state IN ('draft', 'due', 'sending', 'on_wire');
CREATE INDEX notice_draft ON notice (planned_on) WHERE state = 'draft';
CREATE UNIQUE INDEX notice_action_once ON notice (debtor_id, level, occurrence)
    WHERE procedure = 'actions' AND state IN ('on_wire', 'sent', 'unknown');

ALTER TABLE notice_item
    ADD COLUMN interest  boolean NOT NULL DEFAULT false,  -- interest up to the day it left was charged with it
    ADD COLUMN fixed_sum boolean NOT NULL DEFAULT false;  -- the law's fixed sum was charged with it

-- What a letter charged, per currency, and what it asked for. The charges are items of source 'recoup'.
CREATE TABLE notice_claim (
    notice_id      bigint NOT NULL REFERENCES notice,
    currency       text   NOT NULL,
    total_minor    bigint NOT NULL,   -- open amount of its items
    fee_minor      bigint NOT NULL,   -- charged with this letter
    interest_minor bigint NOT NULL,
    earlier_minor  bigint NOT NULL,   -- charged by earlier letters and unpaid
    credit_minor   bigint NOT NULL,   -- deducted
    PRIMARY KEY (notice_id, currency)
);

-- Why each open item was or was not reminded: the answers of one look at a debtor. A row stands until the next one of
-- the debtor; every run looks at whoever changed or has reached the day of something.
DROP TABLE dunning_decision;
CREATE TABLE debtor_decision (
    debtor_id  bigint NOT NULL,
    decided_on date   NOT NULL,
    procedure  text,
    answers    jsonb  NOT NULL,   -- [{"item": 1, "is": "wait", "level": "reminder", "why": "…", "next": "2025-03-04"}]
    PRIMARY KEY (debtor_id, decided_on)
);
CREATE TABLE debtor_look (
    debtor_id   bigint PRIMARY KEY,
    decided_on  date   NOT NULL,
    policy_hash text   NOT NULL,
    seen        bigint NOT NULL,  -- a sum over the open items as they were
    next_on     date              -- when to look again though nothing has changed
);

-- What the policy in force was, whenever it changed.
CREATE TABLE policy_version (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash     text NOT NULL,
    file     text NOT NULL,
    content  text NOT NULL,
    in_force timestamptz NOT NULL DEFAULT now()
);
