-- A posting writes its row, what the ERP and the neighbours are told, and what is open, and no more.

-- A foreign key locks the row that it names, and writes to it: the document, the receipt and the kind of every posting.
-- The ledger has locked and read them in the same transaction, and neither documents nor receipts are ever deleted; the
-- invariant I5-posting-of-known-item-and-receipt watches over it.
ALTER TABLE posting DROP CONSTRAINT posting_item_id_fkey;
ALTER TABLE posting DROP CONSTRAINT posting_receipt_id_fkey;
ALTER TABLE posting DROP CONSTRAINT posting_credit_item_id_fkey;
ALTER TABLE write_back DROP CONSTRAINT write_back_posting_id_fkey;

-- A new kind comes by a migration, which has to name it here again.
ALTER TABLE posting DROP CONSTRAINT posting_kind_fkey;
DO $$
BEGIN
    EXECUTE format('ALTER TABLE posting ADD CONSTRAINT posting_kind_known CHECK (kind IN (%s))',
                   (SELECT string_agg(quote_literal(kind), ', ' ORDER BY kind) FROM posting_kind));
END $$;
