package io.recoup.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The letters, for people. */
public interface Notices {

    /** Newest first. */
    List<NoticeView> latest(int limit);

    /** Those that need a person or wait for the mail server: unknown, rejected, or failing. */
    List<NoticeView> waiting(int limit);

    Optional<NoticeLetter> letter(long notice);

    /**
     * Sends a letter again whose fate is unknown, or one that was rejected; held and paid items still stay out.
     *
     * @throws RunRefused if the letter is in another state
     */
    void resend(long notice, String by, String reason);

    /** A person found out that a letter of unknown fate did arrive. */
    void markDelivered(long notice, String by, String reason);

    /**
     * @param state due, sending, on_wire, sent, rejected, unknown or withdrawn
     * @param planned business date
     * @param sentOn business date; null until it left
     * @param numbers documents it tells of
     * @param failure why it waits or did not leave; may be null
     */
    record NoticeView(
            long id,
            long debtor,
            String debtorName,
            String procedure,
            String level,
            LocalDate planned,
            String state,
            int attempt,
            LocalDate sentOn,
            Instant nextAt,
            String toAddress,
            String subject,
            List<String> numbers,
            String failure) {}

    /** The letter as it was sent. */
    record NoticeLetter(
            long id,
            String toAddress,
            String language,
            String subject,
            String text,
            String html,
            String policyHash,
            String templateHash) {}
}
