package io.recoup.banking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceSchemeTest {

    @ParameterizedTest
    @CsvSource({
        "RF, RF18 5390 0754 7034",
        "RF, rf18539007547034",
        "QRR, 21 00000 00003 13947 14300 09017",
        "OGM, +++090/9337/55493+++",
        "OGM, 000/0000/09797",
        "VIITE, 1234561",
        "VIITE, 0000 1234 5672",
        "KID, 1234567897",
        "KID, 12345678903",
        "OCR, 1234567897",
        "OCR, 18",
        "BETALINGSKENMERK, 1234567",
        "BETALINGSKENMERK, 9000 0000 0000 0001",
        "BETALINGSKENMERK, 171234567",
    })
    void accepts(ReferenceScheme scheme, String reference) {
        assertThat(scheme.isValid(reference)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "RF, RF19 5390 0754 7034",
        "RF, RF18 5390 0754 7035",
        "RF, RF18",
        "QRR, 21 00000 00003 13947 14300 09018",
        "QRR, 210000000003139471430009",
        "OGM, +++090/9337/55494+++",
        "OGM, 000/0000/09700",
        "VIITE, 1234562",
        "VIITE, 13",
        "KID, 1234567898",
        "OCR, 1234567890",
        "OCR, RE-17",
        "BETALINGSKENMERK, 12345678",
        "BETALINGSKENMERK, 181234567",
        "BETALINGSKENMERK, 8000 0000 0000 0001",
    })
    void refuses(ReferenceScheme scheme, String reference) {
        assertThat(scheme.isValid(reference)).isFalse();
    }

    @Test
    void notices_every_single_wrong_digit() {
        for (ReferenceScheme scheme : new ReferenceScheme[] {ReferenceScheme.QRR, ReferenceScheme.OGM}) {
            String valid = scheme == ReferenceScheme.QRR ? "210000000003139471430009017" : "090933755493";
            for (int i = 0; i < valid.length(); i++) {
                for (char c = '0'; c <= '9'; c++) {
                    String other = valid.substring(0, i) + c + valid.substring(i + 1);
                    assertThat(scheme.isValid(other)).as(other).isEqualTo(other.equals(valid));
                }
            }
        }
    }

    @Test
    void prints_the_bare_form() {
        assertThat(ReferenceScheme.OGM.normalise(" +++090/9337/55493+++ ")).contains("090933755493");
        assertThat(ReferenceScheme.RF.normalise("rf18 5390 0754 7034")).contains("RF18539007547034");
        assertThat(ReferenceScheme.RF.normalise("RE-17")).isEmpty();
        assertThat(ReferenceScheme.accepting("RF18539007547034")).containsExactly(ReferenceScheme.RF);
    }
}
