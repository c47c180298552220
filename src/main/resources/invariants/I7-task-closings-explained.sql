-- I7: a task stands where the last line of its history left it, and that line says who closed it and with what words.
SELECT t.id AS task, t.state, t.closed_by, last.what, last.by_whom
FROM task t
LEFT JOIN LATERAL (
    SELECT what, by_whom, remark FROM task_event
    WHERE task_id = t.id AND what <> 'assigned' ORDER BY id DESC LIMIT 1) last ON true
WHERE CASE WHEN t.state = 'open' THEN coalesce(last.what, '') NOT IN ('created', 'reopened')
           ELSE (t.state, t.closed_by, t.remark) IS DISTINCT FROM (last.what, last.by_whom, last.remark) END
