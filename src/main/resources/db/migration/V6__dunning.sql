-- One daily run of a procedure. A second one on the same date adds what is new.
CREATE TABLE dunning_run (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    procedure     text NOT NULL,
    business_date date NOT NULL,
    policy_hash   text NOT NULL,           -- SHA-256 of the policy file
    started_at    timestamptz NOT NULL DEFAULT now(),
    finished_at   timestamptz,             -- null = interrupted: the next run of the date goes on
    debtors       int NOT NULL DEFAULT 0,  -- seen by the last pass
    items         int NOT NULL DEFAULT 0,
    notices       int NOT NULL DEFAULT 0,
    referrals     int NOT NULL DEFAULT 0,
    UNIQUE (procedure, business_date)
);

-- A letter: first an intent, committed before anything leaves, then what became of it.
CREATE TABLE notice (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    debtor_id     bigint NOT NULL REFERENCES debtor,
    procedure     text   NOT NULL,
    level         text   NOT NULL,
    level_days    int    NOT NULL,         -- days from the due date, as the level stood when it was planned
    planned_on    date   NOT NULL,         -- business date
    state         text   NOT NULL DEFAULT 'due'
                  CHECK (state IN ('due', 'sending', 'on_wire', 'sent', 'rejected', 'unknown', 'withdrawn')),
    message_id    text   NOT NULL UNIQUE,  -- the same over all attempts
    attempt       int    NOT NULL DEFAULT 0,
    lease_until   timestamptz,             -- by the database's clock
    next_at       timestamptz NOT NULL DEFAULT now(),
    resend        boolean NOT NULL DEFAULT false,  -- a person asked for it to be sent again
    to_address    text,
    language      text,
    subject       text,
    body_text     text,                    -- as sent
    body_html     text,
    policy_hash   text   NOT NULL,
    template_hash text,
    created_at    timestamptz NOT NULL DEFAULT now(),
    on_wire_at    timestamptz,
    sent_on       date,                    -- business date on which it went on the wire
    sent_at       timestamptz,
    failure       text,                    -- why the last attempt failed, or why it was withdrawn
    server_reply  text,
    UNIQUE (debtor_id, procedure, level, planned_on),
    CHECK (state NOT IN ('on_wire', 'sent', 'unknown') OR (sent_on IS NOT NULL AND on_wire_at IS NOT NULL))
);
-- One letter at a time per debtor: the next is planned when this one's fate is known.
CREATE UNIQUE INDEX notice_one_pending ON notice (debtor_id) WHERE state IN ('due', 'sending', 'on_wire');
CREATE INDEX notice_due ON notice (next_at) WHERE state IN ('due', 'sending', 'on_wire');
CREATE INDEX notice_debtor ON notice (debtor_id, sent_on);

CREATE TABLE notice_item (
    notice_id       bigint NOT NULL REFERENCES notice,
    item_id         bigint NOT NULL REFERENCES item,
    procedure       text   NOT NULL,
    level           text   NOT NULL,
    occurrence      int    NOT NULL CHECK (occurrence > 0),
    amount_minor    bigint NOT NULL,       -- open amount told to the debtor
    currency        text   NOT NULL,
    seen_open_minor bigint,                -- what the ledger said when the letter went on the wire
    seen_hold       text,                  -- the hold it saw then: always null, or the letter would not have left
    dropped         text,                  -- why it is not in the letter after all; null = it is
    PRIMARY KEY (notice_id, item_id)
);
CREATE UNIQUE INDEX notice_item_once ON notice_item (item_id, procedure, level, occurrence) WHERE dropped IS NULL;

-- What happened to a letter, for people.
CREATE TABLE notice_event (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    notice_id bigint NOT NULL REFERENCES notice,
    at        timestamptz NOT NULL DEFAULT now(),
    what      text   NOT NULL,
    attempt   int    NOT NULL,
    by_whom   text   NOT NULL DEFAULT 'recoup',
    reason    text
);
CREATE INDEX notice_event_notice ON notice_event (notice_id);

-- Why each open item was or was not reminded on a date.
CREATE TABLE dunning_decision (
    procedure     text   NOT NULL,
    business_date date   NOT NULL,
    item_id       bigint NOT NULL REFERENCES item,
    debtor_id     bigint NOT NULL REFERENCES debtor,
    decision      text   NOT NULL CHECK (decision IN ('notice', 'rest', 'wait', 'refer')),
    level         text,
    reason        text   NOT NULL CHECK (reason <> ''),
    next_on       date,
    PRIMARY KEY (procedure, business_date, item_id)
);
CREATE INDEX dunning_decision_item ON dunning_decision (item_id, business_date);

-- Items whose exhaustion was reported: once each.
CREATE TABLE exhausted_item (
    item_id     bigint NOT NULL REFERENCES item,
    procedure   text   NOT NULL,
    reported_on date   NOT NULL,
    PRIMARY KEY (item_id, procedure)
);
