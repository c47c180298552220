-- Bank bookings that wait for a person: what took money back without saying of which receipt, and what cannot be taken up.
ALTER TABLE open_reversal RENAME TO open_booking;
ALTER TABLE open_booking RENAME CONSTRAINT open_reversal_pkey TO open_booking_pkey;
ALTER TABLE open_booking RENAME COLUMN why TO detail;
ALTER TABLE open_booking ALTER COLUMN detail DROP NOT NULL;
ALTER TABLE open_booking
    ADD COLUMN why text NOT NULL DEFAULT 'said' CHECK (why IN ('none', 'several', 'failed', 'said')),
    ADD COLUMN resolution text;          -- what the person did, in his words
ALTER TABLE open_booking ALTER COLUMN why DROP DEFAULT;
COMMENT ON COLUMN open_booking.why IS 'No receipt or several may be meant, it failed, or what was said of it: see detail.';
CREATE INDEX open_booking_waiting ON open_booking (transaction_id) WHERE resolved_at IS NULL;
