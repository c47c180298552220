-- I4: the narrow row of an open item says what its document says.
SELECT o.item_id, o.number
FROM open_item o JOIN item i ON i.id = o.item_id
WHERE (o.debtor_id, o.kind, o.currency, o.due_on, o.number, o.instalment, o.total_minor, o.issued_on, o.reference, o.source)
      IS DISTINCT FROM
      (i.debtor_id, i.kind, i.currency, i.due_on, i.number, i.instalment, i.total_minor, i.issued_on, i.reference, i.source)
   OR i.state <> 'open'
   OR EXISTS (SELECT FROM item part WHERE part.parent_id = i.id)
