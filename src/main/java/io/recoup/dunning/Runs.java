package io.recoup.dunning;

import io.recoup.dunning.plan.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The daily runs for people: what each planned, what waits for approval, and how a letter would look. */
public interface Runs {

    /** Newest first. */
    List<Run> latest(int limit);

    Optional<Run> of(LocalDate on);

    /** The letters of a run: drafts first, then by amount. */
    List<Draft> letters(LocalDate on, int limit);

    /** The letter as it would leave now; for one that has left, as it left. */
    Preview preview(long notice);

    /**
     * Releases every draft of the newest run.
     *
     * @return how many
     * @throws IllegalStateException if a later run has replaced it
     */
    int approve(LocalDate on, String by);

    /** @throws IllegalStateException if it is no draft of the newest run */
    void approveLetter(long notice, String by);

    /** The drafts of a run do not leave; the next run plans anew. @return how many */
    int discard(LocalDate on, String by, String reason);

    /** @throws IllegalStateException if it is no draft */
    void discardLetter(long notice, String by, String reason);

    /**
     * @param state planning, draft (something waits for a person), sending, or done
     * @param waits why its letters wait; null = they do not
     * @param usual letters of the runs before, their median
     */
    record Run(
            LocalDate on,
            String state,
            String policyHash,
            Instant startedAt,
            Instant finishedAt,
            int debtors,
            int items,
            int letters,
            int drafts,
            int due,
            int sent,
            int rejected,
            int unknown,
            int withdrawn,
            int referrals,
            int tasks,
            int usual,
            Reason waits,
            String approvedBy) {}

    /** @param total what its items have open, as planned; one text per currency */
    record Draft(
            long id,
            long debtor,
            String debtorName,
            String procedure,
            String level,
            String state,
            List<String> numbers,
            String total,
            Reason reason) {}

    /**
     * @param to address it goes to; null = none
     * @param enclosed names of the files that would go with it
     * @param leftOut items that it would not tell of now, with the reason
     * @param refusal why it would not leave at all; null = it would
     */
    record Preview(
            String to,
            String subject,
            String html,
            String text,
            List<String> enclosed,
            List<LeftOut> leftOut,
            Reason refusal) {

        public record LeftOut(String number, Reason reason) {}
    }
}
