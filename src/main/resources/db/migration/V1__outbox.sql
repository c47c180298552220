-- Facts: what became true, written in the transaction that made it true.
-- Readers order by (xact, id) and stop below the oldest running transaction, so a late commit is never skipped.
CREATE TABLE fact (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xact        xid8        NOT NULL DEFAULT pg_current_xact_id(),
    type        text        NOT NULL,
    subject     text        NOT NULL,
    payload     jsonb       NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX fact_order ON fact (xact, id);

CREATE TABLE fact_subscription (
    subscriber text   PRIMARY KEY,
    last_xact  xid8   NOT NULL DEFAULT '0',
    last_id    bigint NOT NULL DEFAULT 0
);
