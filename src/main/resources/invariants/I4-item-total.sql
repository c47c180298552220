-- I4: the total of an item is what its postings issued and adjusted; instalments carry their document's money.
SELECT i.id AS item, i.number, i.total_minor, coalesce(p.issued, 0) AS by_postings
FROM item i
LEFT JOIN (SELECT item_id, sum(amount_minor) AS issued
           FROM posting WHERE kind IN ('issued', 'adjusted') GROUP BY item_id) p ON p.item_id = i.id
WHERE NOT EXISTS (SELECT FROM item part WHERE part.parent_id = i.id)
  AND i.total_minor <> coalesce(p.issued, 0)
