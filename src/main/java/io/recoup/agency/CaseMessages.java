package io.recoup.agency;

import io.recoup.money.Money;
import io.recoup.outbox.OutTask;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What agencies must hear of cases they have. Every call joins the caller's transaction. */
public interface CaseMessages {

    enum Kind {
        DIRECT_PAYMENT,
        RECALL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A known key changes nothing. */
    void tellPayment(long placement, String key, Money amount, LocalDate on, boolean reversed, String how);

    /** A known key changes nothing. */
    void tellRecall(long placement, String key, LocalDate on, String reason);

    boolean isRecallWaiting(long placement);

    /** The case ended: a recall that has not left is not to be said any more. */
    void dropRecalls(long placement, String why);

    /** The agency never took the case: nothing is to be said any more. */
    void dropAll(long placement, String why);

    /**
     * Leases due messages of accepted cases, for one agency or for all.
     *
     * @param repeats agencies whose unanswered messages may be sent again; the others' become unknown
     */
    List<OutTask> lease(Kind kind, String agency, int limit, Duration lease, RepeatRule repeats);

    interface RepeatRule {
        boolean mayRepeat(String agency);
    }

    /** @return the message's case, or null when the attempt is no longer the current one */
    Long done(OutTask task);

    /** @return the message's case, or null when the attempt is no longer the current one */
    Long again(OutTask task, Duration wait, String failure);

    /** @param state refused or unknown. @return the message's case, or null when the attempt is not the current one */
    Long stop(OutTask task, String state, String failure);

    /** A person lets an unknown message go out again. */
    int retryUnknown(long placement);
}
