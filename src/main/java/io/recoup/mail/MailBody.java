package io.recoup.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The parts of a mail: mixed (alternative (text, related (html, logo)), attachments); a layer of one is left out. */
final class MailBody {

    private MailBody() {}

    static Multipart of(Letter letter, Logo logo, List<Attachment> attachments) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name(), "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), StandardCharsets.UTF_8.name(), "html");
        boolean showsLogo = logo != null && letter.html().contains("cid:" + logo.contentId());
        MimeMultipart readable = new MimeMultipart(
                "alternative", text, showsLogo ? wrapped(new MimeMultipart("related", html, inline(logo))) : html);
        if (attachments.isEmpty()) {
            return readable;
        }
        MimeMultipart mixed = new MimeMultipart("mixed", wrapped(readable));
        for (Attachment attachment : attachments) {
            MimeBodyPart part = file(attachment.bytes(), attachment.contentType());
            part.setFileName(attachment.fileName());
            part.setDisposition(Part.ATTACHMENT);
            mixed.addBodyPart(part);
        }
        return mixed;
    }

    private static MimeBodyPart inline(Logo logo) throws MessagingException {
        MimeBodyPart part = file(logo.bytes(), logo.contentType());
        part.setContentID("<" + logo.contentId() + ">");
        part.setFileName("logo" + (logo.contentType().equals("image/png") ? ".png" : ".jpg"));
        part.setDisposition(Part.INLINE);
        return part;
    }

    private static MimeBodyPart file(byte[] bytes, String contentType) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, contentType)));
        return part;
    }

    private static BodyPart wrapped(Multipart parts) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }
}
