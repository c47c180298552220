package io.recoup.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementPdfTest {

    private static final Letterhead HEAD = Letters.branded(Logo.Align.LEFT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Statement of account|Days past due|Amount to pay|€1,256.67|How to pay|Page 1 of 1",
                "es|Estado de cuenta|Días vencido|Importe a pagar|1.256,67 €|Forma de pago|Página 1 de 1",
                "it|Estratto conto|Giorni di ritardo|Importo da pagare|1.256,67 €|Modalità|Pagina 1 di 1",
                "de|Kontoauszug|Tage überfällig|Zu zahlen|1.256,67 €|So zahlen Sie|Seite 1 von 1",
                "fr|Estado de cuenta|Días vencido|Importe a pagar|1.256,67 €|Forma de pago|Página 1 de 1",
            })
    void speaks_the_readers_language_or_else_the_creditors(
            String language, String title, String late, String toPay, String amount, String pay, String page)
            throws IOException {
        byte[] pdf = StatementPdf.of(Letters.full("Panadería «El Horno»", language), HEAD, language);
        keep("statement-" + language, pdf);
        assertThat(text(pdf))
                .contains(title, late, toPay, amount, pay, page)
                .contains("Panadería «El Horno»", "Customer no. 4711", "FV-2026/118", "ES91 2100 0418 4502 0005 1332")
                .contains("GB82 WEST 1234 5698 7654 32", "NIF B-46012345", "You may object", "portal.molinoverde");
    }

    @Test
    void three_hundred_lines_fill_pages_that_each_repeat_the_head_of_the_table_and_count() throws IOException {
        byte[] pdf = StatementPdf.of(Letters.statement("Bakers Ltd", "en", 300), HEAD, "en");
        keep("statement-long", pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(8, 15);
            for (int page = 1; page < pages; page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                one.setSortByPosition(true);
                assertThat(one.getText(document)).contains("Days past due", "Page " + page + " of " + pages);
            }
            assertThat(new PDFTextStripper().getText(document)).contains("FV-2026/1 ", "FV-2026/300", "€15,451.50");
        }
    }

    @Test
    void names_in_other_alphabets_are_seen_and_their_font_travels_along() throws IOException {
        String debtor = "Łódź Ελλάδα Кирилл Ğüneş " + "Gesellschaft".repeat(12);
        byte[] pdf = StatementPdf.of(Letters.full(debtor, "de"), HEAD, "de");
        keep("statement-alphabets", pdf);
        assertThat(text(pdf)).contains("Łódź Ελλάδα Кирилл Ğüneş").doesNotContain("#");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }

    @Test
    void says_what_it_is_and_whose_and_is_the_same_file_each_time() throws IOException {
        byte[] pdf = StatementPdf.of(Letters.full("Bakers Ltd", "en"), HEAD, "en");
        assertThat(StatementPdf.of(Letters.full("Bakers Ltd", "en"), HEAD, "en"))
                .isEqualTo(pdf);
        assertThat(StatementPdf.of(Letters.full("Baker Ltd", "en"), HEAD, "en")).isNotEqualTo(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var facts = document.getDocumentInformation();
            assertThat(facts.getTitle()).isEqualTo("Statement of account – Bakers Ltd");
            assertThat(facts.getAuthor()).isEqualTo("Molino Verde S.L.");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
        }
    }

    @Test
    void what_comes_from_outside_stays_text_and_no_page_opens_anything_but_the_logo() throws IOException {
        String hostile = "<img src=\"file:///etc/hostname\"/><script>x\u0001\uD800";
        assertThat(text(StatementPdf.of(Letters.full(hostile, "en"), HEAD, "en"))
                        .replaceAll("\\s", ""))
                .contains("<imgsrc=\"file:///etc/hostname\"/><script>x");
        for (String address : List.of("file:///etc/hostname", "http://127.0.0.1:9/x.png", "jar:file:///x.jar!/y")) {
            byte[] pdf = PdfPress.print(
                    "<html><head><link rel=\"stylesheet\" href=\"" + address + "\"/></head><body>page<img src=\""
                            + address + "\"/></body></html>",
                    HEAD.logo(),
                    new PdfPress.Imprint("t", "a", "en", Letters.DAY));
            assertThat(text(pdf).strip()).isEqualTo("page");
        }
    }

    @Test
    void an_account_with_nothing_open_says_so_and_asks_for_nothing() throws IOException {
        assertThat(text(StatementPdf.of(Letters.statement("Bakers Ltd", "en", 0), Letters.PLAIN, "en")))
                .contains("nothing to pay", "Molino Verde S.L.")
                .doesNotContain("How to pay", "Total open");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replace('\u00a0', ' ');
        }
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/letters")).resolve(name + ".pdf"), pdf);
    }
}
