package io.recoup.agency;

import io.recoup.money.Money;
import io.recoup.receivables.ReceiptId;

/** Payments that agencies told us of, once each. Every call joins the caller's transaction. */
public interface ReportedPayments {

    /** Writes the payment down once, and locks it. */
    Known enter(long placement, CasePayment payment);

    /** @param receipt null when none was booked. @param fresh it was not known before */
    record Known(long id, Money amount, ReceiptId receipt, boolean reversed, boolean fresh) {}

    void booked(long payment, ReceiptId receipt);

    void reversed(long payment);

    boolean isFromAgency(ReceiptId receipt);
}
