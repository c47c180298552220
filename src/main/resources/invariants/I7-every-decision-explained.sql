-- I7: a finished run explains every item it saw, and every letter has its decision.
SELECT r.procedure, r.business_date, NULL::bigint AS notice, r.items - count(d.item_id) AS unexplained
FROM dunning_run r
LEFT JOIN dunning_decision d ON d.procedure = r.procedure AND d.business_date = r.business_date
WHERE r.finished_at IS NOT NULL
GROUP BY r.id
HAVING count(d.item_id) < r.items
UNION ALL
SELECT n.procedure, n.planned_on, n.id, count(*)
FROM notice n JOIN notice_item ni ON ni.notice_id = n.id
WHERE NOT EXISTS (SELECT FROM dunning_decision d
                  WHERE d.procedure = n.procedure AND d.business_date = n.planned_on
                    AND d.item_id = ni.item_id AND d.decision = 'notice')
GROUP BY n.id
