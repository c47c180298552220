-- I4: no receipt pays more than it brought.
SELECT r.id AS receipt, r.amount_minor, b.received, b.unapplied
FROM receipt r
LEFT JOIN (SELECT receipt_id,
                  sum(amount_minor) FILTER (WHERE kind = 'received') AS received,
                  sum(k.receipt_effect * amount_minor) AS unapplied
           FROM posting JOIN posting_kind k USING (kind)
           WHERE receipt_id IS NOT NULL GROUP BY receipt_id) b ON b.receipt_id = r.id
WHERE coalesce(b.unapplied, 0) < 0
   OR coalesce(b.received, 0) <> CASE WHEN r.reversed_by IS NULL THEN r.amount_minor ELSE 0 END
