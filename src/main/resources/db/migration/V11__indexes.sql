-- What the console's first page and a debtor's page look for, each a small part of its table.
CREATE INDEX write_back_refused ON write_back (id) WHERE state = 'refused';
CREATE INDEX referral_proposed ON referral (id) WHERE state = 'proposed';
CREATE INDEX notice_for_a_person ON notice (id) WHERE state IN ('unknown', 'rejected');
CREATE INDEX placement_debtor ON placement (debtor_id);
CREATE INDEX receipt_debtor ON receipt (debtor_id) WHERE debtor_id IS NOT NULL;
