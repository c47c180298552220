-- I1: nobody reminds a debtor of an item that is with an agency: each item of a live case carries its hold.
SELECT i.placement_id, i.item_id
FROM placement_item i
WHERE i.released_at IS NULL
  AND NOT EXISTS (SELECT FROM hold h
                  WHERE h.item_id = i.item_id AND h.kind = 'agency' AND h.released_at IS NULL)
