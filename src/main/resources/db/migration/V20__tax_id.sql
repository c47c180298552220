-- A debtor is found by its tax id as anybody types it: without regard to punctuation and case.
CREATE INDEX debtor_tax_id ON debtor (upper(regexp_replace(tax_id, '[^A-Za-z0-9]', '', 'g'))) WHERE tax_id IS NOT NULL;
