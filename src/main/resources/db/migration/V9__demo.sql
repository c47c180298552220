-- The demo's calendar: the day it shows, and how far it is to be played.
-- A day is run until completed_on equals it: after a crash in the middle the same day is run again.
CREATE TABLE demo_day (
    one          boolean PRIMARY KEY DEFAULT true CHECK (one),
    current_on   date NOT NULL,
    completed_on date CHECK (completed_on <= current_on),
    target_on    date NOT NULL CHECK (target_on >= current_on)
);

-- Every mail the demo's mail server accepted, one row per recipient and arrival: it is written before the server
-- answers 250, and a mail that arrives twice is two rows.
CREATE TABLE demo_mail (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id text,
    recipient  text  NOT NULL,
    subject    text  NOT NULL DEFAULT '',
    language   text,
    arrived_on date  NOT NULL,              -- the demo's date
    arrived_at timestamptz NOT NULL DEFAULT now(),
    raw        bytea NOT NULL
);
CREATE INDEX demo_mail_message ON demo_mail (message_id);
