package io.recoup.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {

    private static final byte[] PDF = bytes("%PDF-1.7");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/invoice.pdf|invoice.pdf",
                "C:\\Temp\\invoice.pdf|invoice.pdf",
                "inv\u0000oi\u200Bce\u202Efdp.pdf|inv oicefdp.pdf",
                "a<b>:c?.pdf|a_b__c_.pdf",
                "..invoice.PDF|invoice.PDF",
                "Łódź 118.pdf|Łódź 118.pdf",
            })
    void names_lose_what_could_lead_elsewhere_or_hide_their_ending(String given, String kept) {
        assertThat(Attachment.of(given, PDF).fileName()).isEqualTo(kept);
    }

    @Test
    void a_name_has_120_characters_and_keeps_its_ending() {
        assertThat(Attachment.of("x".repeat(116) + ".pdf", PDF).fileName()).hasSize(120);
        assertThat(Attachment.of("x".repeat(117) + ".pdf", PDF).fileName())
                .hasSize(120)
                .endsWith("x.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice.exe", "invoice.pdf.exe", "invoice.html", "invoice", ".pdf", "", "invoice.pdf/"})
    void only_documents_and_pictures_are_attached(String name) {
        assertThatThrownBy(() -> Attachment.of(name, PDF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("send it as pdf, doc, docx, jpg, jpeg or png");
    }

    @Test
    void a_file_is_what_its_name_says() {
        assertThat(Attachment.of("a.docx", new byte[] {'P', 'K', 3, 4}).contentType())
                .endsWith("wordprocessingml.document");
        assertThat(Attachment.of("a.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})
                        .contentType())
                .isEqualTo("application/msword");
        assertThat(Attachment.of("a.JPEG", Letters.logo("jpg", 5, 5)).contentType())
                .isEqualTo("image/jpeg");
        assertThatThrownBy(() -> Attachment.of("a.png", Letters.logo("jpg", 5, 5)))
                .hasMessageContaining("'a.png' does not contain what its name says");
        assertThatThrownBy(() -> Attachment.of("a.pdf", bytes("MZ"))).hasMessageContaining("a.pdf");
        assertThatThrownBy(() -> new Attachment("a.pdf", "text/html", PDF)).hasMessageContaining("application/pdf");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
