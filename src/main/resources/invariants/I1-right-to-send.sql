-- I1: nothing left of which the ledger, at that moment, said that it was paid, held or of another amount.
SELECT n.id AS notice, ni.item_id, ni.amount_minor, ni.seen_open_minor, ni.seen_hold
FROM notice n JOIN notice_item ni ON ni.notice_id = n.id AND ni.dropped IS NULL
WHERE n.state IN ('on_wire', 'sent', 'unknown')
  AND (ni.seen_open_minor IS NULL OR ni.seen_open_minor <= 0
       OR ni.seen_open_minor <> ni.amount_minor OR ni.seen_hold IS NOT NULL)
