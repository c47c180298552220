-- I2: no debtor had two letters on one business date, save where a person sent one again.
SELECT debtor_id, sent_on, count(*) AS letters
FROM notice
WHERE state IN ('on_wire', 'sent', 'unknown') AND NOT resend
GROUP BY debtor_id, sent_on
HAVING count(*) > 1
