package io.recoup.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final byte[] PDF = "%PDF-1.7 invoice".getBytes(StandardCharsets.US_ASCII);

    @Test
    void logo_and_files_travel_in_the_parts_that_mail_programs_expect() throws Exception {
        MimeMessage mail = read(sealed(
                Letters.branded(Logo.Align.CENTER),
                List.of("agent@creditor.example"),
                List.of(
                        Attachment.of("Factura nº 118 – Łódź.pdf", PDF),
                        Attachment.of("plan.png", Letters.logo("png", 9, 9)))));
        Multipart mixed = many(mail, "multipart/mixed", 3);
        Multipart alternative = many(mixed.getBodyPart(0), "multipart/alternative", 2);
        assertThat(alternative.getBodyPart(0).isMimeType("text/plain")).isTrue();
        Multipart related = many(alternative.getBodyPart(1), "multipart/related", 2);
        Part logo = related.getBodyPart(1);
        assertThat(logo.isMimeType("image/png")).isTrue();
        assertThat(logo.getDisposition()).isEqualTo(Part.INLINE);
        String id = logo.getHeader("Content-ID")[0];
        String html = (String) related.getBodyPart(0).getContent();
        assertThat(html)
                .contains("src=\"cid:" + id.substring(1, id.length() - 1) + "\"")
                .contains("alt=\"Molino Verde S.L.\"", "align=\"center\"", "width=\"240\" height=\"60\"");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("Factura nº 118 – Łódź.pdf");
        assertThat(mixed.getBodyPart(1).isMimeType("application/pdf")).isTrue();
        assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(PDF);
        assertThat(mixed.getBodyPart(2).getDisposition()).isEqualTo(Part.ATTACHMENT);
        assertThat(mail.getMessageID()).isEqualTo("<notice.1@creditor.example>");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        keep(html, logo);
    }

    @Test
    void without_logo_and_files_a_letter_is_text_beside_html_as_ever() throws Exception {
        MimeMessage mail = read(sealed(Letters.PLAIN, List.of(), List.of()));
        Multipart alternative = many(mail, "multipart/alternative", 2);
        assertThat(alternative.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(mail.getHeader("Cc")).isNull();
    }

    @Test
    void reads_along_who_has_an_address_once_and_never_the_reader_himself() throws Exception {
        GatedMessage message = sealed(
                Letters.PLAIN,
                List.of(
                        "Ana Gil <agent@creditor.example>",
                        "AGENT@creditor.example",
                        "Debtor@debtor.example",
                        "no one"),
                List.of());
        assertThat(read(message).getHeader("Cc", null)).isEqualTo("Ana Gil <agent@creditor.example>");
        assertThat(message.getRecipients(Message.RecipientType.TO)).hasSize(1);
        assertThat(message.lostCopies()).singleElement().satisfies(lost -> assertThat(lost.address())
                .isEqualTo("no one"));
    }

    @Test
    void a_copy_with_a_line_break_adds_no_header() throws Exception {
        GatedMessage message =
                sealed(Letters.PLAIN, List.of("agent@creditor.example\r\nBcc: all@debtor.example"), List.of());
        assertThat(read(message).getHeader("Bcc")).isNull();
        assertThat(message.lostCopies()).hasSize(1);
    }

    @Test
    void ten_megabytes_go_and_one_byte_more_is_refused_by_name_size_and_remedy() {
        byte[] most = Arrays.copyOf(PDF, (int) Attachment.MAX_TOTAL_BYTES - PDF.length);
        Attachment large = Attachment.of("large.pdf", most);
        assertThat(new Mailing(null, null, "", List.of(), List.of(large, Attachment.of("a.pdf", PDF)), "")
                        .attachments())
                .hasSize(2);
        Attachment more = Attachment.of("a.pdf", Arrays.copyOf(PDF, PDF.length + 1));
        assertThatThrownBy(() -> new Mailing(null, null, "", List.of(), List.of(large, more), ""))
                .hasMessageContaining("10.00 MB together, allowed are 10 MB")
                .hasMessageContaining("'large.pdf' with 10.00 MB: attach fewer or smaller files");
    }

    private static GatedMessage sealed(Letterhead head, List<String> copies, List<Attachment> attachments) {
        Letter letter = new LetterWriter(Path.of("routes/templates"))
                .write(LetterText.template("second"), Letters.full("Bakers & Sons Ltd", "en"), head);
        return Envelope.seal(
                SESSION,
                new GatedMessage.Ticket(1, 1),
                new Mailing(letter, head, "debtor@debtor.example", copies, attachments, "<notice.1@creditor.example>"),
                Instant.parse("2026-03-04T08:00:00Z"),
                () -> {});
    }

    private static MimeMessage read(GatedMessage message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return new MimeMessage(SESSION, new ByteArrayInputStream(out.toByteArray()));
    }

    private static Multipart many(Part part, String type, int parts) throws Exception {
        assertThat(part.isMimeType(type)).as(part.getContentType()).isTrue();
        Multipart many = (Multipart) part.getContent();
        assertThat(many.getCount()).isEqualTo(parts);
        return many;
    }

    /** To look at in a browser. */
    private static void keep(String html, Part logo) throws Exception {
        String picture = "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(logo.getInputStream().readAllBytes());
        Files.writeString(
                Files.createDirectories(Path.of("target/letters")).resolve("full.html"),
                html.replaceAll("cid:[^\"]+", picture));
    }
}
