-- I5: a letter is to a debtor we know and tells of items we know.
SELECT n.id AS notice, n.debtor_id AS debtor, NULL::bigint AS item
FROM notice n LEFT JOIN debtor d ON d.id = n.debtor_id
WHERE d.id IS NULL
UNION ALL
SELECT ni.notice_id, n.debtor_id, ni.item_id
FROM notice_item ni LEFT JOIN notice n ON n.id = ni.notice_id LEFT JOIN item i ON i.id = ni.item_id
WHERE n.id IS NULL OR i.id IS NULL
