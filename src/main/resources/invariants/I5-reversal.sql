-- I5: a reversal undoes exactly one whole posting of the same kind on the same item and receipt, and none is reversed twice.
SELECT r.id AS reversal, o.id AS original
FROM posting r JOIN posting o ON o.id = r.reverses
WHERE r.kind <> o.kind
   OR r.amount_minor <> -o.amount_minor
   OR r.currency <> o.currency
   OR r.item_id IS DISTINCT FROM o.item_id
   OR r.receipt_id IS DISTINCT FROM o.receipt_id
   OR o.reverses IS NOT NULL
UNION ALL
SELECT r.id, r.reverses FROM posting r
WHERE r.reverses IS NOT NULL AND NOT EXISTS (SELECT FROM posting o WHERE o.id = r.reverses)
UNION ALL
SELECT p.id, NULL FROM posting p
WHERE p.amount_minor < 0 AND p.reverses IS NULL AND p.kind <> 'adjusted'
