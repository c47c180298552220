package io.recoup.followup;

import io.recoup.receivables.DebtorId;
import java.time.LocalDate;

/**
 * A call, visit, letter or note to be kept.
 *
 * @param key what keeps the same form from being entered twice; null when nothing could send it twice
 * @param on business date
 * @param responsible user name; never blank
 * @param remark at most {@value #LONGEST} characters; null = nothing to say
 * @param nextOn day of the next action, on which its task is due; null = none; not before {@code on}
 * @param promise null = none; needs the outcome {@code PROMISED}; not before {@code on}
 */
public record NewContact(
        String key,
        DebtorId debtor,
        LocalDate on,
        ContactKind kind,
        ContactOutcome outcome,
        String responsible,
        String remark,
        LocalDate nextOn,
        PromiseToPay promise) {

    public static final int LONGEST = NewTask.LONGEST;

    public NewContact {
        if (responsible == null || responsible.isBlank()) {
            throw new IllegalArgumentException("an entry in the contact log needs somebody responsible");
        }
        if (remark != null && (remark.isBlank() || remark.length() > LONGEST)) {
            throw new IllegalArgumentException("a remark has 1 to " + LONGEST + " characters, or is left out");
        }
        if (nextOn != null && nextOn.isBefore(on)) {
            throw new IllegalArgumentException("the next action on " + nextOn + " lies before " + on);
        }
        if (promise != null && outcome != ContactOutcome.PROMISED) {
            throw new IllegalArgumentException("a promise until " + promise.until()
                    + " needs the outcome 'promised', not '" + outcome.word() + "'");
        }
        if (promise != null && promise.until().isBefore(on)) {
            throw new IllegalArgumentException("the promise until " + promise.until() + " lies before " + on);
        }
    }

    public static NewContact of(
            DebtorId debtor, LocalDate on, ContactKind kind, ContactOutcome outcome, String responsible) {
        return new NewContact(null, debtor, on, kind, outcome, responsible, null, null, null);
    }
}
