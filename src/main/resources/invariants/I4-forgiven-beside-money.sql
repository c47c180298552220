-- I4: nothing is forgiven by itself: beside a discount or a small difference stands what the same receipt paid or netted.
SELECT p.id AS posting, p.item_id, p.receipt_id
FROM posting p
WHERE p.kind IN ('discount_granted', 'small_difference') AND p.reverses IS NULL
  AND NOT EXISTS (SELECT FROM posting r WHERE r.reverses = p.id)
  AND NOT EXISTS (SELECT FROM posting paid
                  WHERE paid.receipt_id = p.receipt_id AND paid.item_id = p.item_id
                    AND paid.kind IN ('allocated', 'netted') AND paid.reverses IS NULL
                    AND NOT EXISTS (SELECT FROM posting r WHERE r.reverses = paid.id))
