-- What money waits stands in narrow rows of its own, so that a receipt is not written again when it pays something.

-- What is still unapplied of a receipt; the row leaves when nothing is left.
CREATE TABLE unapplied (
    receipt_id  bigint PRIMARY KEY,      -- no foreign key, which would lock it: the invariant I4-unapplied-follows watches
    debtor_id   bigint,                  -- as on the receipt; null = not known yet whose money it is
    currency    text   NOT NULL,
    received_on date   NOT NULL,
    left_minor  bigint NOT NULL CHECK (left_minor > 0),
    why         text   NOT NULL          -- why it is not allocated yet, in the collector's words
) WITH (fillfactor = 70);                -- another reason is written beside the old one, without the indexes

INSERT INTO unapplied (receipt_id, debtor_id, currency, received_on, left_minor, why)
SELECT r.id, r.debtor_id, r.currency, r.received_on, p.left_minor, coalesce(r.waits, 'left over')
FROM receipt r
JOIN (SELECT receipt_id, sum(k.receipt_effect * amount_minor) AS left_minor
      FROM posting JOIN posting_kind k USING (kind) WHERE receipt_id IS NOT NULL GROUP BY receipt_id) p
     ON p.receipt_id = r.id AND p.left_minor > 0
ORDER BY r.id;

CREATE INDEX unapplied_debtor ON unapplied (debtor_id);
CREATE INDEX unapplied_received ON unapplied (received_on, receipt_id);

-- with its indexes receipt_waiting and receipt_unapplied
ALTER TABLE receipt DROP COLUMN waits;
COMMENT ON COLUMN receipt.debtor_id IS
    'Whose money it is, once known while some of it waits; whoever is paid by what is applied stands in its postings.';

-- One line for the ERP per posting: the posting's number is its key.
ALTER TABLE write_back DROP COLUMN id;
ALTER TABLE write_back DROP CONSTRAINT write_back_posting_id_key;
ALTER TABLE write_back ADD PRIMARY KEY (posting_id);
-- in the order in which they are claimed, which is that in which they come: a new one is put at the end of its ERP's
DROP INDEX write_back_due;
CREATE INDEX write_back_due ON write_back (source, posting_id) WHERE state IN ('due', 'sending');
CREATE INDEX write_back_refused ON write_back (posting_id) WHERE state = 'refused';

-- The ledger has read what it takes back, under the debtor's lock; the invariant I5-reversal watches.
ALTER TABLE posting DROP CONSTRAINT posting_reverses_fkey;

-- Facts are written in bulk and read as they were written.
ALTER TABLE fact ALTER COLUMN payload TYPE json;
