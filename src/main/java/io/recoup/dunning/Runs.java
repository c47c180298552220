package io.recoup.dunning;

import io.recoup.dunning.plan.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The daily runs for people: what each planned, what waits for approval, and how a letter would look. */
public interface Runs {

    /** Newest first. */
    List<Run> latest(int limit);

    Optional<Run> of(LocalDate on);

    /** The letters of a run: drafts first, then by amount. */
    default List<Draft> letters(LocalDate on, int limit) {
        return letters(on, LetterFilter.NONE, limit).shown();
    }

    /** As {@link #letters(LocalDate, int)}, of those that pass the filter. */
    Letters letters(LocalDate on, LetterFilter filter, int limit);

    /** By what the letters of a run can be told apart. */
    Choices choices(LocalDate on);

    /** The letter as it would leave now; for one that has left, as it left. */
    Preview preview(long notice);

    /**
     * Releases every draft of the newest run.
     *
     * @return how many
     * @throws RunRefused if a later run has replaced it
     */
    int approve(LocalDate on, String by);

    /** @throws RunRefused if it is no draft of the newest run */
    void approveLetter(long notice, String by);

    /**
     * Releases those drafts of the newest run; one that is no draft of it is left alone.
     *
     * @return how many
     * @throws RunRefused if a later run has replaced it
     */
    int approveLetters(LocalDate on, Collection<Long> notices, String by);

    /** The drafts of a run do not leave; the next run plans anew. @return how many */
    int discard(LocalDate on, String by, String reason);

    /** @throws RunRefused if it is no draft */
    void discardLetter(long notice, String by, String reason);

    /** As {@link #discard}, of those drafts; one that is no draft of the run is left alone. @return how many */
    int discardLetters(LocalDate on, Collection<Long> notices, String by, String reason);

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

    /** @param found how many letters pass the filter; {@code shown} are the first of them */
    record Letters(List<Draft> shown, int found) {}

    /**
     * @param levels in the order in which a debtor gets them
     * @param states from draft to the last
     * @param currencies of the letters' items
     */
    record Choices(List<String> levels, List<String> states, List<String> currencies) {}

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
