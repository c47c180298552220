package io.recoup.agency;

import io.recoup.outbox.Fact;
import java.time.LocalDate;

/** What the agency's desk tells its neighbours. Amounts are minor units of the currency beside them. */
public final class CaseFacts {

    private CaseFacts() {}

    /** An agency accepted a case. */
    public record CaseOpened(
            long placement,
            long debtor,
            String agency,
            String caseNumber,
            String agencyCaseId,
            long principalMinor,
            String currency,
            LocalDate on)
            implements Fact {
        @Override
        public String subject() {
            return "case:" + placement;
        }
    }

    /** @param outcome a {@link CaseOutcome} in lower case; {@code rejected} too when the agency never took it */
    public record CaseClosed(
            long placement, long debtor, String agency, String caseNumber, String outcome, LocalDate on)
            implements Fact {
        @Override
        public String subject() {
            return "case:" + placement;
        }
    }

    /** @param recipient {@code agency} or {@code creditor}: who has the money */
    public record CasePaymentReported(
            long placement,
            String agency,
            String paymentId,
            long amountMinor,
            String currency,
            LocalDate paidOn,
            String recipient,
            boolean reversed)
            implements Fact {
        @Override
        public String subject() {
            return "case:" + placement;
        }
    }
}
