-- What is told beside postings is written in lots: a row of up to a hundred costs little more than a row of one.

-- Facts of one type that became true together, a line each. They take their numbers from their lot's on; the view
-- unfolds them.
ALTER TABLE fact RENAME TO fact_lot;
ALTER TABLE fact_lot RENAME COLUMN subject TO subjects;
ALTER TABLE fact_lot RENAME COLUMN payload TO payloads;
ALTER TABLE agency_fact_problem DROP CONSTRAINT agency_fact_problem_fact_id_fkey;  -- I5-set-aside-of-known-fact watches
ALTER TABLE fact_lot
    ALTER COLUMN subjects TYPE text USING replace(subjects, E'\n', ' '),
    ALTER COLUMN payloads TYPE text USING replace(payloads::text, E'\n', ' '),  -- there a line ends between words only
    ALTER COLUMN payloads SET STORAGE EXTERNAL,                                 -- to compress them costs more than to write
    ADD COLUMN many int NOT NULL DEFAULT 1 CHECK (many BETWEEN 1 AND 100),
    ALTER COLUMN id SET INCREMENT BY 100;
ALTER TABLE fact_lot ALTER COLUMN many DROP DEFAULT;

CREATE VIEW fact AS
SELECT l.id + f.n - 1 AS id, l.id AS lot, l.xact, l.type, f.subject, f.payload::json AS payload, l.recorded_at
FROM fact_lot l
CROSS JOIN LATERAL unnest(string_to_array(l.subjects, E'\n'), string_to_array(l.payloads, E'\n'))
    WITH ORDINALITY AS f (subject, payload, n);

-- Lines for an ERP lie in lots until its route asks for them; only then each has a row that says where it stands.
ALTER TABLE write_back RENAME TO write_back_line;
CREATE TABLE write_back_lot (
    source   text   NOT NULL,                -- the ERP that owns the items
    id       bigint GENERATED ALWAYS AS IDENTITY,
    postings bigint[] NOT NULL CHECK (cardinality(postings) BETWEEN 1 AND 100),
    told_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (source, id)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);

CREATE VIEW write_back AS
SELECT source, posting_id, state, attempt, next_at, lease_until, done_at, failure FROM write_back_line
UNION ALL
SELECT source, unnest(postings), 'due', 0, told_at, NULL, NULL, NULL FROM write_back_lot;

-- So do the marks of debtors, by statement, until a run takes some.
CREATE TABLE debtor_change_lot (
    debtors bigint[] NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
ALTER TABLE debtor_change_lot ALTER COLUMN debtors SET STORAGE EXTERNAL;

CREATE OR REPLACE FUNCTION mark_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO debtor_change_lot SELECT array_agg(DISTINCT debtor_id) FROM came HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION mark_went() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO debtor_change_lot SELECT array_agg(DISTINCT debtor_id) FROM went HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION mark_both() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO debtor_change_lot
    SELECT array_agg(DISTINCT debtor_id) FROM (SELECT debtor_id FROM went UNION ALL SELECT debtor_id FROM came) AS moved
    HAVING count(*) > 0;
    RETURN NULL;
END $$;
