package io.recoup.followup;

import io.recoup.followup.RefusedTask.Why;
import io.recoup.receivables.DebtorId;
import io.recoup.refusal.Refused.Word;
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
            throw new RefusedTask(Why.REMARK_LENGTH, LONGEST);
        }
        if (nextOn != null && nextOn.isBefore(on)) {
            throw new RefusedTask(Why.NEXT_BEFORE, nextOn, on);
        }
        if (promise != null && outcome != ContactOutcome.PROMISED) {
            throw new RefusedTask(
                    Why.PROMISE_OUTCOME, promise.until(), wordOf(ContactOutcome.PROMISED), wordOf(outcome));
        }
        if (promise != null && promise.until().isBefore(on)) {
            throw new RefusedTask(Why.PROMISE_BEFORE, promise.until(), on);
        }
    }

    private static Word wordOf(ContactOutcome outcome) {
        return Word.of("contacted.outcome.", outcome.word());
    }

    public static NewContact of(
            DebtorId debtor, LocalDate on, ContactKind kind, ContactOutcome outcome, String responsible) {
        return new NewContact(null, debtor, on, kind, outcome, responsible, null, null, null);
    }
}
