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
        "SI, SI12 1033842574531",
        "SI, si12 1362687524218",
        "SI, SI01 25-20-85",
        "SI, SI05 19-1235-84503",
        "SI, SI0519-1235-84503",
        "SI, SI05 98765432100",
        "SI, SI08 1236-17-345679",
        "HR, HR01 123-456-789",
        "HR, HR67 33392005961-11-123",
        "FIK, +71<000118244219861+89675219<",
        "FIK, 71<000000001281054+84403792>",
        "FIK, 000118244219861",
        "FIK, +75<0000012345678903+89675219<",
        "PAGOPA, 3010 0000 0000 0001 44",
        "PAGOPA, 01000000000000144",
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
        "SI, SI12 1033842574532",
        "SI, SI12 1033-842574531",
        "SI, SI05 18-1235-84503",
        "SI, SI08 1236-17-345670",
        "SI, SI00 225268-32526-222",
        "SI, SI99",
        "SI, SI07 123",
        "SI, SI01 1234567890-1234567890-1",
        "SI, HR01 123-456-789",
        "HR, HR01 123-456-788",
        "HR, HR00 123-456-789",
        "HR, HR67 33392005962-11-123",
        "HR, HR67 3339200596",
        "FIK, +71<000118244219862+89675219<",
        "FIK, +71<0000012345678903+89675219<",
        "FIK, +75<000118244219861+89675219<",
        "PAGOPA, 301000000000000142",
        "PAGOPA, 101000000000000144",
        "PAGOPA, 30100000000000014",
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
        assertThat(ReferenceScheme.FIK.normalise(" +71<000118244219861 +89675219<"))
                .contains("000118244219861");
        assertThat(ReferenceScheme.SI.normalise("SI05 19-1235-84503")).contains("SI0519-1235-84503");
        assertThat(ReferenceScheme.accepting("RF18539007547034")).containsExactly(ReferenceScheme.RF);
    }
}
