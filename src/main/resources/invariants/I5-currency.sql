-- I5: a posting is in the currency of everything it touches.
SELECT p.id AS posting, p.currency, i.currency AS item_currency, r.currency AS receipt_currency
FROM posting p
LEFT JOIN item i ON i.id = p.item_id
LEFT JOIN receipt r ON r.id = p.receipt_id
WHERE i.currency <> p.currency OR r.currency <> p.currency
