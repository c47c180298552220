-- I3: an item is in at most one live case; a live case has items, and an ended one has let go of all of them.
SELECT item_id AS item, NULL::bigint AS placement, count(*) AS live
FROM placement_item WHERE released_at IS NULL GROUP BY item_id HAVING count(*) > 1
UNION ALL
SELECT NULL, p.id, count(i.item_id) FILTER (WHERE i.released_at IS NULL)
FROM placement p LEFT JOIN placement_item i ON i.placement_id = p.id
GROUP BY p.id, p.state
HAVING (p.state IN ('closed', 'rejected')) <> (count(i.item_id) FILTER (WHERE i.released_at IS NULL) = 0)
