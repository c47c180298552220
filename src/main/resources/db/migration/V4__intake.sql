-- Every delivery of every in door, before anybody reads it.
CREATE TABLE inbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    door         text        NOT NULL,
    source       text        NOT NULL,
    name         text,                                  -- file name or another name for people
    sha256       text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bytes        bigint      NOT NULL CHECK (bytes >= 0),
    received_at  timestamptz NOT NULL DEFAULT now(),
    state        text        NOT NULL DEFAULT 'stored' CHECK (state IN ('stored', 'applied', 'rejected')),
    repeats      int         NOT NULL DEFAULT 0,        -- how often the same bytes came again and changed nothing
    repeated_at  timestamptz,
    run          int         NOT NULL DEFAULT 0,        -- how often reading it was begun
    records      bigint      NOT NULL DEFAULT 0,
    applied      bigint      NOT NULL DEFAULT 0,        -- changed something
    unchanged    bigint      NOT NULL DEFAULT 0,        -- were known already
    quarantined  bigint      NOT NULL DEFAULT 0,        -- still are: rows of quarantine that are open or dismissed
    problem      text,                                  -- why the whole could not be read, or what is odd about it
    options      jsonb       NOT NULL DEFAULT '{}',     -- the door's options it came with, so that it can be read again
    finished_at  timestamptz,
    CHECK (state <> 'rejected' OR problem IS NOT NULL)
);
-- To know whether these bytes were there before.
CREATE INDEX inbox_known ON inbox (door, source, sha256);
CREATE INDEX inbox_named ON inbox (door, source, name, id);
CREATE INDEX inbox_unread ON inbox (id) WHERE state = 'stored';

CREATE TABLE inbox_chunk (
    inbox_id bigint NOT NULL REFERENCES inbox,
    no       int    NOT NULL,                           -- 0, 1, 2, ...
    content  bytea  NOT NULL,
    PRIMARY KEY (inbox_id, no)
);
-- Out of line and not compressed: compressing would cost more time than reading the records.
ALTER TABLE inbox_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

-- Records that could not be taken. One row per record and delivery, however often it is tried.
CREATE TABLE quarantine (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    inbox_id    bigint NOT NULL REFERENCES inbox,
    door        text   NOT NULL,
    source      text   NOT NULL,
    file        text   NOT NULL,
    line        bigint NOT NULL,                        -- from 1; 0 = the delivery as a whole
    locator     text   NOT NULL DEFAULT '',             -- where in the file besides the line, e.g. [3] or column 17
    record      text,                                   -- as it came; of a CSV with its header above; null = see inbox
    reason      text   NOT NULL,
    remedy      text   NOT NULL,
    state       text   NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'replayed', 'dismissed')),
    run         int    NOT NULL,                        -- the inbox run that met it last
    attempts    int    NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    resolved_at timestamptz,
    resolved_by text,
    note        text,                                   -- why it was dismissed
    UNIQUE (inbox_id, line, locator),
    CHECK ((state = 'open') = (resolved_at IS NULL))
);
CREATE INDEX quarantine_open ON quarantine (id) WHERE state = 'open';
