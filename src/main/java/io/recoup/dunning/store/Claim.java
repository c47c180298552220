package io.recoup.dunning.store;

import io.recoup.mail.GatedMessage.Ticket;
import io.recoup.receivables.DebtorId;
import java.time.LocalDate;

/**
 * A letter that one worker holds.
 *
 * @param attempt 1, 2, …
 * @param plannedOn business date
 * @param occurrence of an action's letter: its day as yyyymmdd; 0 otherwise
 * @param message whether it tells of no items
 * @param resend a person asked for it to be sent again
 */
public record Claim(
        long id,
        int attempt,
        long debtorId,
        String procedure,
        String level,
        LocalDate plannedOn,
        int occurrence,
        boolean message,
        String messageId,
        boolean resend) {

    public Ticket ticket() {
        return new Ticket(id, attempt);
    }

    public DebtorId debtor() {
        return new DebtorId(debtorId);
    }
}
