-- Facts that the agency's desk could not work off. They wait here, so that those after them go on.
CREATE TABLE agency_fact_problem (
    fact_id     bigint PRIMARY KEY REFERENCES fact,
    reason      text   NOT NULL,               -- of the last attempt
    tries       int    NOT NULL DEFAULT 1,
    found_at    timestamptz NOT NULL DEFAULT now(),
    settled_at  timestamptz,                   -- null = it waits
    settled_by  text,
    settled_how text,                          -- worked off, or why a person dismissed it
    CHECK ((settled_at IS NULL) = (settled_by IS NULL))
);
CREATE INDEX agency_fact_problem_open ON agency_fact_problem (fact_id) WHERE settled_at IS NULL;
