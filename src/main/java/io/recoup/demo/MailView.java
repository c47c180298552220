package io.recoup.demo;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * A mail taken apart for reading.
 *
 * @param text the plain part; empty when there is none
 * @param html the HTML part with its inline pictures as data addresses; empty when there is none
 */
record MailView(String text, String html, List<HeaderLine> headers) {

    record HeaderLine(String name, String value) {}

    static MailView of(byte[] raw) {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            Parts parts = new Parts();
            parts.collect(mail);
            List<HeaderLine> headers = Collections.list(mail.getAllHeaders()).stream()
                    .map(header -> line((Header) header))
                    .toList();
            return new MailView(parts.text, parts.htmlWithPictures(), headers);
        } catch (MessagingException | IOException unreadable) {
            return new MailView("This mail cannot be read: " + unreadable.getMessage(), "", List.of());
        }
    }

    private static HeaderLine line(Header header) {
        try {
            return new HeaderLine(header.getName(), jakarta.mail.internet.MimeUtility.decodeText(header.getValue()));
        } catch (java.io.UnsupportedEncodingException unknownCharset) {
            return new HeaderLine(header.getName(), header.getValue());
        }
    }

    private static final class Parts {
        private String text = "";
        private String html = "";
        private final java.util.Map<String, String> pictures = new java.util.LinkedHashMap<>();

        private void collect(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*")) {
                Multipart many = (Multipart) part.getContent();
                for (int i = 0; i < many.getCount(); i++) {
                    collect(many.getBodyPart(i));
                }
            } else if (part.isMimeType("text/html") && html.isEmpty()) {
                html = (String) part.getContent();
            } else if (part.isMimeType("text/plain") && text.isEmpty()) {
                text = (String) part.getContent();
            } else if (part.isMimeType("image/*") && part.getHeader("Content-ID") != null) {
                String id = part.getHeader("Content-ID")[0].replaceAll("[<>]", "");
                String type = part.getContentType().split(";")[0].trim();
                pictures.put(
                        id,
                        "data:" + type + ";base64,"
                                + Base64.getEncoder()
                                        .encodeToString(part.getInputStream().readAllBytes()));
            }
        }

        private String htmlWithPictures() {
            String shown = html;
            for (java.util.Map.Entry<String, String> picture : pictures.entrySet()) {
                shown = shown.replace("cid:" + picture.getKey(), picture.getValue());
            }
            return shown;
        }
    }
}
