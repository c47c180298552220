-- What is to be done: typed by a person, or set by a rule while its reason lasts.
CREATE TABLE task (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    origin     text   NOT NULL CHECK (origin IN ('person', 'rule')),
    key        text   COLLATE "C" UNIQUE,  -- 'no-contact:42:2026-03-09'; in "C" its beginnings are ranges of the index
    debtor_id  bigint REFERENCES debtor,   -- null = of nobody in particular
    text       text   CHECK (text <> ''),  -- as typed
    code       text,                       -- the console's message task.code.<code>, in each reader's language
    args       text[] NOT NULL DEFAULT '{}',
    created_on date   NOT NULL,            -- business date
    created_by text   NOT NULL CHECK (created_by <> ''),
    due_on     date   NOT NULL,
    due_at     time,                       -- creditor's zone; null = any time of the day
    assignee   text,                       -- null = whoever comes first
    state      text   NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dismissed')),
    closed_by  text,
    closed_at  timestamptz,
    remark     text,                       -- said when it was closed
    CHECK (text IS NOT NULL OR code IS NOT NULL),
    CHECK (origin = 'person' OR (key IS NOT NULL AND code IS NOT NULL)),
    CHECK (due_on >= created_on),
    CHECK ((state = 'open') = (closed_by IS NULL) AND (state = 'open') = (closed_at IS NULL)),
    CHECK (state <> 'open' OR remark IS NULL),
    CHECK (state <> 'dismissed' OR remark <> '' AND remark IS NOT NULL)
);
CREATE INDEX task_open ON task (due_on, due_at, id) WHERE state = 'open';
CREATE INDEX task_closed ON task (closed_at, id) WHERE state <> 'open';
CREATE INDEX task_debtor ON task (debtor_id) WHERE debtor_id IS NOT NULL;

CREATE TABLE task_event (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id bigint NOT NULL REFERENCES task,
    at      timestamptz NOT NULL DEFAULT now(),
    what    text   NOT NULL CHECK (what IN ('created', 'assigned', 'done', 'dismissed', 'reopened')),
    by_whom text   NOT NULL CHECK (by_whom <> ''),
    remark  text                           -- of 'assigned': to whom
);
CREATE INDEX task_event_task ON task_event (task_id, id);

-- Calls, visits, letters and notes, with what followed from each.
CREATE TABLE contact_log (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key            text UNIQUE,            -- of the form it came from; null = of none
    debtor_id      bigint NOT NULL REFERENCES debtor,
    business_date  date   NOT NULL,
    at             timestamptz NOT NULL DEFAULT now(),
    kind           text   NOT NULL CHECK (kind IN ('call', 'email', 'visit', 'letter', 'note')),
    outcome        text   NOT NULL
                   CHECK (outcome IN ('reached', 'not_reached', 'promised', 'disputed', 'refused', 'other')),
    responsible    text   NOT NULL CHECK (responsible <> ''),
    remark         text   CHECK (remark <> ''),
    next_on        date,
    task_id        bigint REFERENCES task, -- of the next action
    promised_on    date,                   -- last day of the promise, inclusive
    promised_minor bigint CHECK (promised_minor > 0),  -- null = all that is due
    currency       text,
    hold_id        bigint REFERENCES hold, -- that the promise placed
    CHECK ((next_on IS NULL) = (task_id IS NULL)),
    CHECK ((promised_on IS NULL) = (hold_id IS NULL)),
    CHECK (promised_on IS NULL OR outcome = 'promised'),
    CHECK (promised_minor IS NULL OR promised_on IS NOT NULL),
    CHECK ((promised_minor IS NULL) = (currency IS NULL)),
    CHECK (next_on >= business_date AND promised_on >= business_date)
);
CREATE INDEX contact_log_debtor ON contact_log (debtor_id, id);
CREATE INDEX contact_log_day ON contact_log (business_date, kind) INCLUDE (debtor_id);

CREATE FUNCTION followup_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: add a line that corrects line %', TG_TABLE_NAME, OLD.id;
END $$;
CREATE TRIGGER task_event_append_only BEFORE UPDATE OR DELETE ON task_event
    FOR EACH ROW EXECUTE FUNCTION followup_is_append_only();
CREATE TRIGGER contact_log_append_only BEFORE UPDATE OR DELETE ON contact_log
    FOR EACH ROW EXECUTE FUNCTION followup_is_append_only();
