-- I6: money that came, or was taken back, by a booking that was taken up is a receipt, took one back, or is left to a person.
WITH booked AS (
    SELECT t.id, t.direction, t.reversal
    FROM bank_transaction t
    JOIN bank_import i ON i.id = t.import_id AND t.id <= i.taken_up_to
    LEFT JOIN open_booking o ON o.transaction_id = t.id
    WHERE t.status = 'booked' AND t.amount_minor > 0 AND o.transaction_id IS NULL)
SELECT b.id AS transaction FROM booked b
LEFT JOIN receipt r ON r.source_key = 'bank:' || b.id
WHERE b.direction = 'credit' AND NOT b.reversal AND r.id IS NULL
UNION ALL
SELECT b.id FROM booked b
LEFT JOIN receipt r ON r.reversed_by = 'bank:' || b.id
WHERE b.direction = 'debit' AND b.reversal AND r.id IS NULL
