-- Bank bookings that wait for a person: what took money back without saying of which receipt, and what cannot be taken up.
ALTER TABLE open_reversal RENAME TO open_booking;
ALTER TABLE open_booking RENAME CONSTRAINT open_reversal_pkey TO open_booking_pkey;
ALTER TABLE open_booking ADD COLUMN resolution text;       -- what the person did, in his words
CREATE INDEX open_booking_waiting ON open_booking (transaction_id) WHERE resolved_at IS NULL;
