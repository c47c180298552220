-- I2: each item is told of each step and occurrence at most once, and no letter left without items.
SELECT ni.item_id, ni.procedure, ni.level, ni.occurrence, count(*) AS letters
FROM notice_item ni JOIN notice n ON n.id = ni.notice_id
WHERE n.state IN ('on_wire', 'sent', 'unknown') AND ni.dropped IS NULL
GROUP BY ni.item_id, ni.procedure, ni.level, ni.occurrence
HAVING count(*) > 1
UNION ALL
SELECT NULL, n.procedure, n.level, NULL, 0
FROM notice n
WHERE n.state IN ('due', 'sending', 'on_wire', 'sent', 'unknown') AND NOT n.message
  AND NOT EXISTS (SELECT FROM notice_item ni WHERE ni.notice_id = n.id AND ni.dropped IS NULL)
