package io.recoup.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Puts a letter into a mail: headers, and the text beside the HTML. */
public final class Envelope {

    private Envelope() {}

    /**
     * @param messageId with its angle brackets; the same for every attempt
     * @param to one address: each letter has one reader, so that a refusal has one meaning
     * @throws IllegalArgumentException if an address is malformed or a header value contains a line break
     */
    public static GatedMessage seal(
            Session session,
            GatedMessage.Ticket ticket,
            Letter letter,
            Letterhead head,
            String to,
            String messageId,
            Instant now,
            Gate gate) {
        try {
            GatedMessage message = new GatedMessage(session, ticket, oneLine("Message-ID", messageId), gate);
            InternetAddress from = address("From", head.from());
            if (from.getPersonal() == null) {
                from.setPersonal(oneLine("From", head.name()), StandardCharsets.UTF_8.name());
            }
            message.setFrom(from);
            message.setRecipient(Message.RecipientType.TO, address("To", to));
            List<InternetAddress> replies = new ArrayList<>();
            for (String replyTo : head.replyTo()) {
                replies.add(address("Reply-To", replyTo));
            }
            message.setReplyTo(replies.toArray(InternetAddress[]::new));
            message.setSubject(oneLine("Subject", letter.subject()), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(now));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Language", oneLine("Content-Language", letter.language()));
            message.setContent(body(letter));
            message.saveChanges();
            return message;
        } catch (MessagingException | java.io.UnsupportedEncodingException malformed) {
            throw new IllegalArgumentException("cannot address the letter: " + malformed.getMessage(), malformed);
        }
    }

    private static MimeMultipart body(Letter letter) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name(), "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), StandardCharsets.UTF_8.name(), "html");
        return new MimeMultipart("alternative", text, html);
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
