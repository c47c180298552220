-- I2: what a person wrote left at most once and in his words, told of no step and charged nothing.
SELECT 'letter by hand without its words, or words without their letter' AS wrong, coalesce(n.id, w.notice_id) AS notice
FROM (SELECT * FROM notice WHERE procedure = 'letters') n FULL JOIN written_letter w ON w.notice_id = n.id
WHERE n.id IS NULL OR w.notice_id IS NULL
UNION ALL
SELECT 'words that are not those of their hash', w.notice_id
FROM written_letter w
WHERE w.hash <> encode(sha256(convert_to(w.subject || E'\n\n' || w.body, 'UTF8')), 'hex')
UNION ALL
SELECT 'left in other words', n.id
FROM notice n JOIN written_letter w ON w.notice_id = n.id
WHERE n.state IN ('on_wire', 'sent', 'unknown') AND (n.template_hash, n.subject) IS DISTINCT FROM (w.hash, w.subject)
UNION ALL
SELECT 'told of an item', n.id
FROM notice n JOIN notice_item i ON i.notice_id = n.id WHERE n.procedure = 'letters'
UNION ALL
SELECT 'charged something', n.id
FROM notice n JOIN notice_claim c ON c.notice_id = n.id WHERE n.procedure = 'letters'
UNION ALL
SELECT 'the same words twice on a day', max(n.id)
FROM notice n JOIN written_letter w ON w.notice_id = n.id
WHERE n.state IN ('on_wire', 'sent', 'unknown') AND NOT n.resend
GROUP BY n.debtor_id, n.sent_on, w.hash HAVING count(*) > 1
