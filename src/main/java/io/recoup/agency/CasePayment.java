package io.recoup.agency;

import io.recoup.money.Money;
import java.time.LocalDate;

/**
 * A payment of a debtor as the agency tells it: the content of {@code case-payment/1}.
 *
 * @param paymentId the agency's id, unique at that agency for ever
 * @param amount above zero
 * @param recipient who has the money; ours is booked when the bank shows it, the agency's at once
 * @param reversed the payment was taken back
 */
public record CasePayment(
        String agency,
        String caseNumber,
        String agencyCaseId,
        String paymentId,
        Money amount,
        LocalDate paidOn,
        Recipient recipient,
        boolean reversed)
        implements CaseNews {

    public enum Recipient {
        AGENCY,
        CREDITOR
    }

    public CasePayment {
        if (agency == null || agency.isBlank() || paymentId == null || paymentId.isBlank()) {
            throw new IllegalArgumentException("a case payment needs its agency and paymentId");
        }
        if (caseNumber == null && agencyCaseId == null) {
            throw new IllegalArgumentException("case payment " + paymentId + " needs caseNumber or agencyCaseId");
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException(
                    "amount of case payment " + paymentId + " must be above zero: " + amount);
        }
        if (paidOn == null || recipient == null) {
            throw new IllegalArgumentException("case payment " + paymentId + " needs paidOn and recipient");
        }
    }

    public String key() {
        return "agency:" + agency + ":" + paymentId;
    }
}
