-- Bank bookings that took money back, of which nobody knows yet which receipt they mean.
CREATE TABLE open_reversal (
    transaction_id bigint PRIMARY KEY,
    why            text NOT NULL,
    found_at       timestamptz NOT NULL DEFAULT now(),
    resolved_by    text,
    resolved_at    timestamptz
);
CREATE INDEX receipt_amount ON receipt (amount_minor, currency);
