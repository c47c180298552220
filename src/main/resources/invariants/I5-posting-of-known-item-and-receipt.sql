-- I5: every posting is of documents and a receipt that exist, and every line for an ERP is of a posting.
SELECT p.id AS posting, p.item_id, p.credit_item_id, p.receipt_id
FROM posting p
LEFT JOIN item i ON i.id = p.item_id
LEFT JOIN item c ON c.id = p.credit_item_id
LEFT JOIN receipt r ON r.id = p.receipt_id
WHERE p.item_id IS NOT NULL AND i.id IS NULL
   OR p.credit_item_id IS NOT NULL AND c.id IS NULL
   OR p.receipt_id IS NOT NULL AND r.id IS NULL
UNION ALL
SELECT w.posting_id, NULL, NULL, NULL
FROM write_back w LEFT JOIN posting p ON p.id = w.posting_id
WHERE p.id IS NULL
