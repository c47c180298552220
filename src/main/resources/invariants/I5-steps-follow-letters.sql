-- I5: an item of a letter is a step of its debtor exactly while the letter counts as left.
SELECT n.id AS notice, ni.item_id, n.state, n.sent_on, ni.sent_on AS step_on
FROM notice_item ni JOIN notice n ON n.id = ni.notice_id
WHERE ni.debtor_id <> n.debtor_id OR ni.level_days <> n.level_days
   OR ni.sent_on IS DISTINCT FROM CASE WHEN n.state IN ('on_wire', 'sent', 'unknown') THEN n.sent_on END
