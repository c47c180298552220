-- I4: what is not allocated of a receipt waits in a narrow row, with a reason, that says what postings and receipt say.
SELECT coalesce(r.id, u.receipt_id) AS receipt, u.left_minor, p.unapplied
FROM receipt r
FULL JOIN unapplied u ON u.receipt_id = r.id
LEFT JOIN (SELECT receipt_id, sum(k.receipt_effect * amount_minor) AS unapplied
           FROM posting JOIN posting_kind k USING (kind)
           WHERE receipt_id IS NOT NULL GROUP BY receipt_id) p ON p.receipt_id = coalesce(r.id, u.receipt_id)
WHERE coalesce(u.left_minor, 0) <> coalesce(p.unapplied, 0)
   OR u.receipt_id IS NOT NULL
      AND (r.id IS NULL
           OR (u.debtor_id, u.currency, u.received_on) IS DISTINCT FROM (r.debtor_id, r.currency, r.received_on))
