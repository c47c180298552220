-- I5: what credit notes gave equals what items took from them.
SELECT c.credit_item_id, c.taken, u.used
FROM (SELECT credit_item_id, sum(amount_minor) AS taken FROM posting WHERE kind = 'netted' GROUP BY 1) c
FULL JOIN (SELECT item_id, sum(amount_minor) AS used FROM posting WHERE kind = 'credit_used' GROUP BY 1) u
       ON u.item_id = c.credit_item_id
WHERE c.taken IS DISTINCT FROM u.used
