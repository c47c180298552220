package io.recoup.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts a letter into a mail: headers, readers, and the parts of the body. */
public final class Envelope {

    private Envelope() {}

    /** As below, with neither copies nor attachments. */
    public static GatedMessage seal(
            Session session,
            GatedMessage.Ticket ticket,
            Letter letter,
            Letterhead head,
            String to,
            String messageId,
            Instant now,
            Gate gate) {
        return seal(session, ticket, new Mailing(letter, head, to, messageId), now, gate);
    }

    /**
     * A copy whose address is malformed is left out and counts among the lost ones of the message.
     *
     * @throws IllegalArgumentException if another address is malformed or a header value contains a line break
     */
    public static GatedMessage seal(
            Session session, GatedMessage.Ticket ticket, Mailing mailing, Instant now, Gate gate) {
        Letter letter = mailing.letter();
        Letterhead head = mailing.head();
        try {
            GatedMessage message = new GatedMessage(session, ticket, oneLine("Message-ID", mailing.messageId()), gate);
            InternetAddress from = address("From", head.from());
            if (from.getPersonal() == null) {
                from.setPersonal(oneLine("From", head.name()), StandardCharsets.UTF_8.name());
            }
            message.setFrom(from);
            InternetAddress to = address("To", mailing.to());
            message.setRecipient(Message.RecipientType.TO, to);
            for (InternetAddress copy : copies(mailing.copies(), to, message)) {
                message.addRecipient(Message.RecipientType.CC, copy);
            }
            List<InternetAddress> replies = new ArrayList<>();
            for (String replyTo : head.replyTo()) {
                replies.add(address("Reply-To", replyTo));
            }
            message.setReplyTo(replies.toArray(InternetAddress[]::new));
            message.setSubject(oneLine("Subject", letter.subject()), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(now));
            if (!mailing.byPerson()) {
                message.setHeader("Auto-Submitted", "auto-generated");
            }
            message.setHeader("Content-Language", oneLine("Content-Language", letter.language()));
            message.setContent(MailBody.of(letter, head.logo(), mailing.attachments()));
            message.saveChanges();
            return message;
        } catch (MessagingException | java.io.UnsupportedEncodingException malformed) {
            throw new IllegalArgumentException("cannot address the letter: " + malformed.getMessage(), malformed);
        }
    }

    /** Each once, and none to the reader of the letter himself. */
    private static Collection<InternetAddress> copies(List<String> stated, InternetAddress to, GatedMessage message) {
        Map<String, InternetAddress> copies = new LinkedHashMap<>();
        for (String copy : stated) {
            try {
                InternetAddress address = address("Cc", copy);
                copies.putIfAbsent(address.getAddress().toLowerCase(Locale.ROOT), address);
            } catch (MessagingException | IllegalArgumentException malformed) {
                message.loseCopy(new GatedMessage.LostCopy(
                        LetterFields.oneLine(copy), "not an e-mail address: " + malformed.getMessage()));
            }
        }
        copies.remove(to.getAddress().toLowerCase(Locale.ROOT));
        return copies.values();
    }

    private static InternetAddress address(String header, String value) throws MessagingException {
        InternetAddress[] addresses = InternetAddress.parse(oneLine(header, value), true);
        if (addresses.length != 1) {
            throw new IllegalArgumentException(header + " needs exactly one address, found " + addresses.length);
        }
        addresses[0].validate();
        return addresses[0];
    }

    private static String oneLine(String header, String value) {
        if (value == null || value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException("the value of " + header + " is missing or contains a line break");
        }
        return value;
    }
}
