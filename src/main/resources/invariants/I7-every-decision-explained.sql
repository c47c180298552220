-- I7: after a finished run every debtor with open items was looked at, and every letter has its decision.
SELECT 'debtor never looked at' AS missing, o.debtor_id AS id, count(*) AS items
FROM open_item o JOIN item i ON i.id = o.item_id
WHERE i.entered_at < (SELECT max(started_at) FROM dunning_run r
                      WHERE NOT EXISTS (SELECT FROM dunning_run u
                                        WHERE u.business_date = r.business_date AND u.finished_at IS NULL))
  AND NOT EXISTS (SELECT FROM debtor_look l WHERE l.debtor_id = o.debtor_id)
GROUP BY o.debtor_id
UNION ALL
SELECT 'letter without its decision', n.id, count(*)
FROM notice n JOIN notice_item ni ON ni.notice_id = n.id
WHERE NOT EXISTS (SELECT FROM debtor_decision d
                  WHERE d.debtor_id = n.debtor_id AND d.decided_on = n.planned_on
                    AND d.answers::jsonb @> jsonb_build_array(jsonb_build_object('item', ni.item_id, 'is', 'notice')))
GROUP BY n.id
UNION ALL
SELECT 'answer without a reason', d.debtor_id, count(*)
FROM debtor_decision d, json_array_elements(d.answers) a
WHERE coalesce(a ->> 'why', '') = ''
GROUP BY d.debtor_id
