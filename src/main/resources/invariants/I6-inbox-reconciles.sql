-- I6: every byte received is stored and ends as applied or refused with a reason; the counts reconcile.
SELECT i.id AS inbox, 'its records are not accounted for' AS wrong
FROM inbox i
LEFT JOIN (SELECT inbox_id, count(*) AS rows FROM quarantine WHERE state <> 'replayed' GROUP BY 1) q ON q.inbox_id = i.id
WHERE i.state IN ('applied', 'rejected')
  AND (i.records <> i.applied + i.unchanged + i.quarantined OR i.quarantined <> coalesce(q.rows, 0))
UNION ALL
SELECT i.id, 'its bytes are not all there'
FROM inbox i
LEFT JOIN (SELECT inbox_id, sum(octet_length(content)) AS bytes, count(*) AS chunks, max(no) AS last
           FROM inbox_chunk GROUP BY 1) c ON c.inbox_id = i.id
WHERE i.bytes <> coalesce(c.bytes, 0) OR coalesce(c.last + 1, 0) <> coalesce(c.chunks, 0)
UNION ALL
SELECT i.id, 'it was refused without a trace in quarantine'
FROM inbox i
WHERE i.state = 'rejected' AND NOT EXISTS (SELECT FROM quarantine q WHERE q.inbox_id = i.id)
