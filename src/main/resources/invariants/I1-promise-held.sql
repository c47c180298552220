-- I1: a logged promise holds back its debtor as a whole, until its last day or until a person releases it.
SELECT c.id AS contact, c.debtor_id, c.promised_on, h.id AS hold, h.kind, h.until_on
FROM contact_log c LEFT JOIN hold h ON h.id = c.hold_id
WHERE c.promised_on IS NOT NULL
  AND (h.debtor_id, h.item_id, h.kind, h.until_on)
      IS DISTINCT FROM (c.debtor_id, NULL::bigint, 'promise', c.promised_on)
