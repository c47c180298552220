package io.recoup.dunning;

import io.recoup.dunning.plan.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Letters that people write. Each begins as a draft of its own; sent, it takes the way of all letters. It is no level of
 * any procedure, charges nothing, and counts as a contact.
 */
public interface Correspondence {

    /**
     * What somebody who writes to a debtor begins with.
     *
     * @param preset empty = the first there is
     */
    Blank blank(long debtor, String preset);

    /** A letter that was written, with what stands in its way now. */
    Optional<Written> find(long letter);

    /**
     * Keeps a draft. The same form gives the same letter; sent again with other words, while it is a draft, the letter
     * has those.
     *
     * @return the letter
     * @throws LetterRefused if it says what a pack forbids, has no words, nobody can be reached, or its form was used up
     */
    long draft(Form form, String by);

    /**
     * Lets a draft leave as soon as it may; once it was sent, sending it again changes nothing.
     *
     * @param seen of the account as the person looked at it
     * @throws LetterRefused if the account is not that any more, another letter by hand is under way to the debtor, or
     *     the very same left today
     */
    void send(long letter, String seen, String by);

    /** @throws LetterRefused if it has begun to leave, or ended otherwise */
    void withdraw(long letter, String by, String reason);

    /**
     * @param presets names to choose from
     * @param preset the one chosen; empty = none
     * @param fault why the chosen preset cannot be used; null = it can
     * @param seen the account as it is
     */
    record Blank(
            List<String> presets,
            String preset,
            String language,
            String subject,
            String text,
            String fault,
            String seen,
            Delivery delivery) {}

    /**
     * @param formKey of the form it came from
     * @param seen the account as it is
     * @param changed what has changed on the account since the words were written; null = nothing that matters
     */
    record Written(
            long id,
            long debtor,
            String state,
            String language,
            String subject,
            String text,
            String writtenBy,
            String formKey,
            String seen,
            Reason changed,
            Delivery delivery) {}

    /**
     * What becomes of a letter that is sent now.
     *
     * @param to null = nobody can be reached
     * @param refusal why it cannot be sent at all; null = it can
     * @param other letter by hand that is under way to the debtor; null = none
     * @param waits why it does not leave at once; null = it does
     * @param leavesAt when it may leave, by the business date; null = at once
     * @param holds that speak against writing; they keep nobody from it
     */
    record Delivery(String to, Reason refusal, Long other, Reason waits, Instant leavesAt, List<Reason> holds) {}

    /** @param key unique to each form that was opened */
    record Form(long debtor, String key, String language, String subject, String text, String seen) {}
}
