package io.recoup.reconciliation;

import io.recoup.outbox.Fact;
import java.time.LocalDate;

/**
 * An account or a name paid a debtor's items for the first time: what came from it before and waits may now be understood.
 *
 * @param kind {@code account} or {@code name}
 * @param payer letters and digits of the account, or the words of the name
 */
public record PayerLearned(String kind, String payer, long debtor, LocalDate on) implements Fact {
    @Override
    public String subject() {
        return "debtor:" + debtor;
    }
}
