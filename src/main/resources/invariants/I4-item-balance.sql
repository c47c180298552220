-- I4: what was issued less everything that reduced it is what is open, for every item, at every commit.
SELECT i.id AS item, i.number, coalesce(o.open_minor, 0) AS open, coalesce(p.balance, 0) AS by_postings
FROM item i
LEFT JOIN open_item o ON o.item_id = i.id
LEFT JOIN (SELECT item_id, sum(k.item_effect * amount_minor) AS balance
           FROM posting JOIN posting_kind k USING (kind) GROUP BY item_id) p ON p.item_id = i.id
WHERE coalesce(o.open_minor, 0) <> coalesce(p.balance, 0)
   OR coalesce(p.balance, 0) < 0
