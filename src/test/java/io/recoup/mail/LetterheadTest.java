package io.recoup.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a creditor may put on every letter, and what is refused before a debtor sees it. */
class LetterheadTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"png,image/png", "jpg,image/jpeg"})
    void a_logo_is_known_by_its_bytes_not_by_its_name(String format, String contentType) throws IOException {
        Path file = Files.write(folder.resolve("logo.gif"), Letters.logo(format, 300, 80));
        Logo logo = Logo.read(file, Logo.Align.RIGHT);
        assertThat(logo.contentType()).isEqualTo(contentType);
        assertThat(logo.width()).isEqualTo(300);
        assertThat(logo.height()).isEqualTo(80);
    }

    @Test
    void what_only_calls_itself_png_is_refused_with_its_file_and_what_to_do() throws IOException {
        Path file = Files.write(folder.resolve("logo.png"), Letters.logo("gif", 300, 80));
        assertThatThrownBy(() -> Logo.read(file, Logo.Align.LEFT))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("logo.png")
                .hasMessageContaining("neither a PNG nor a JPEG")
                .hasMessageContaining("save the logo as PNG or JPEG");
        assertThatThrownBy(() -> Logo.read(folder.resolve("gone.png"), Logo.Align.LEFT))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void a_logo_has_200_kB_and_not_a_byte_more() throws IOException {
        byte[] png = Letters.logo("png", 300, 80);
        assertThat(Logo.of(Arrays.copyOf(png, Logo.MAX_BYTES), Logo.Align.LEFT).width())
                .isEqualTo(300);
        Path file = Files.write(folder.resolve("big.png"), Arrays.copyOf(png, Logo.MAX_BYTES + 1));
        assertThatThrownBy(() -> Logo.read(file, Logo.Align.LEFT)).hasMessageContaining("201 kB; allowed are 200 kB");
    }

    @Test
    void a_logo_has_2000_pixels_each_way_and_not_one_more() {
        assertThat(Logo.of(Letters.logo("png", 2000, 40), Logo.Align.LEFT).width())
                .isEqualTo(2000);
        assertThatThrownBy(() -> Logo.of(Letters.logo("png", 2001, 40), Logo.Align.LEFT))
                .hasMessageContaining("2001 x 40");
        assertThatThrownBy(() -> Logo.of(Letters.logo("jpg", 40, 2001), Logo.Align.LEFT))
                .hasMessageContaining("40 x 2001");
    }

    @Test
    void a_damaged_logo_is_refused_wherever_it_breaks_off() {
        for (String format : new String[] {"png", "jpg"}) {
            byte[] whole = Letters.logo(format, 300, 80);
            for (int length : new int[] {0, 3, 10, 25, whole.length / 3}) {
                assertThatThrownBy(() -> Logo.of(Arrays.copyOf(whole, length), Logo.Align.LEFT))
                        .as(format + " " + length)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void an_account_is_printed_as_on_paper_and_kept_without_blanks() {
        assertThat(Letters.EUR.iban()).isEqualTo("ES9121000418450200051332");
        assertThat(Letters.EUR.lines())
                .containsExactly(
                        "Molino Verde S.L. · EUR",
                        "IBAN ES91 2100 0418 4502 0005 1332",
                        "BIC CAIXESBBXXX",
                        "CaixaBank");
        assertThat(new BankAccount("X", "no93 8601 1117 947", null, null, null).lines())
                .containsExactly("X", "IBAN NO93 8601 1117 947");
    }

    @ParameterizedTest
    @CsvSource({
        "ES9121000418450200051333,CAIXESBBXXX,EUR,check digits",
        "ES1921000418450200051332,CAIXESBBXXX,EUR,check digits",
        "1234567890,CAIXESBBXXX,EUR,is no IBAN",
        "ES9121000418450200051332,CAIX,EUR,is no BIC",
        "ES9121000418450200051332,CAIXESBBXXX,EURO,unknown currency",
    })
    void an_account_that_leads_nowhere_is_refused(String iban, String bic, String currency, String why) {
        assertThatThrownBy(() -> new BankAccount("X", iban, bic, "", currency))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void letters_name_the_accounts_of_their_currencies_or_else_all() {
        Letterhead head = Letters.branded(Logo.Align.LEFT);
        assertThat(LetterFields.accounts(Letters.full("X", "en"), head)).containsExactly(Letters.EUR, Letters.GBP);
        assertThat(LetterFields.accounts(Letters.statement("X", "en", 1), head)).containsExactly(Letters.EUR);
        assertThat(LetterFields.accounts(Letters.statement("X", "en", 0), head))
                .containsExactly(Letters.EUR, Letters.GBP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2f6b4f", "#2f6b4", "#2f6b4g", "#2f6b4f;x", "red", ""})
    void a_colour_is_six_digits_and_nothing_that_could_end_a_style(String colour) {
        assertThatThrownBy(() -> Colours.accented(colour)).hasMessageContaining("#rrggbb");
        assertThatThrownBy(() -> new Colours("#000000", colour, "#000000")).hasMessageContaining("background");
        assertThatThrownBy(() -> new Colours("#000000", "#000000", colour)).hasMessageContaining("text");
    }

    @Test
    void what_is_written_on_the_accent_can_be_read() {
        assertThat(Colours.accented("#2F6B4F").onAccent()).isEqualTo("#ffffff");
        assertThat(Colours.accented("#ffe14d").onAccent()).isEqualTo("#000000");
    }
}
