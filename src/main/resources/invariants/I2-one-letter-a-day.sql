-- I2: no debtor had two letters on one business date, save where a person sent one again or wrote one; and what a person
-- wrote was the last on its date.
SELECT debtor_id, sent_on, count(*) AS letters
FROM notice
WHERE state IN ('on_wire', 'sent', 'unknown') AND NOT resend AND procedure <> 'letters'
GROUP BY debtor_id, sent_on
HAVING count(*) > 1
UNION ALL
SELECT n.debtor_id, n.sent_on, 2
FROM notice h JOIN notice n ON n.debtor_id = h.debtor_id AND n.sent_on = h.sent_on AND n.on_wire_at > h.on_wire_at
WHERE h.procedure = 'letters' AND h.state IN ('on_wire', 'sent', 'unknown') AND NOT h.resend
  AND n.procedure <> 'letters' AND n.state IN ('on_wire', 'sent', 'unknown') AND NOT n.resend
