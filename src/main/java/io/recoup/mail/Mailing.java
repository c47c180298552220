package io.recoup.mail;

import java.util.List;

/**
 * A letter with all that goes into its envelope.
 *
 * @param to one address: each letter has one reader, so that a refusal has one meaning
 * @param copies who reads along, e.g. the sales agent; one that is malformed or refused is left out and reported
 * @param attachments 10 MB together at most
 * @param messageId with its angle brackets; the same for every attempt
 * @param byPerson whether somebody typed it: then it does not call itself generated
 */
public record Mailing(
        Letter letter,
        Letterhead head,
        String to,
        List<String> copies,
        List<Attachment> attachments,
        String messageId,
        boolean byPerson) {

    /** @throws IllegalArgumentException if the attachments are too much for one letter */
    public Mailing {
        copies = List.copyOf(copies);
        attachments = Attachment.together(attachments);
    }

    /** Written by nobody in particular. */
    public Mailing(
            Letter letter,
            Letterhead head,
            String to,
            List<String> copies,
            List<Attachment> attachments,
            String messageId) {
        this(letter, head, to, copies, attachments, messageId, false);
    }

    /** The letter alone. */
    public Mailing(Letter letter, Letterhead head, String to, String messageId) {
        this(letter, head, to, List.of(), List.of(), messageId);
    }
}
