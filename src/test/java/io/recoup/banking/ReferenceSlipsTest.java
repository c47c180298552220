package io.recoup.banking;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.testing.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What check digits notice, for numbers at random. */
class ReferenceSlipsTest {

    /** Whatever the number, one wrong digit shows: always where the remainder has as many values as there are slips. */
    @Test
    void one_slip_in_any_number_is_noticed() {
        Seeds.forEach(200, random -> {
            String digits = digits(random, 15);
            assertNoSlip(ReferenceScheme.FIK, "", luhn(digits.substring(0, 14)));
            assertNoSlip(ReferenceScheme.FIK, "", luhn(digits));
            String notice = "3" + digits;
            assertNoSlip(ReferenceScheme.PAGOPA, "3", digits + "%02d".formatted(Long.parseLong(notice) % 93));
            assertNoSlip(ReferenceScheme.HR, "HR67", modulo11By10(digits.substring(0, 10)));
            String number = modulo11(digits.substring(0, 1 + random.nextInt(9)));
            if (!number.endsWith("0")) {
                assertNoSlip(ReferenceScheme.SI, "SI12", number);
                assertNoSlip(ReferenceScheme.HR, "HR01", number);
            }
        });
    }

    /** 0 stands for the remainders 0 and 1: a slip from one to the other is not seen. */
    @Test
    void a_check_digit_of_zero_hides_a_slip_now_and_then() {
        assertThat(ReferenceScheme.SI.isValid("SI12 000060")).isTrue();
        assertThat(ReferenceScheme.SI.isValid("SI12 000000")).isTrue();
    }

    /** What the four schemes make of noise: no exception, and valid only what has their form. */
    @Test
    void survives_whatever_payers_write() {
        String letters = "SIHR0123456789+<>-/. \u00e4\u0660\n";
        Seeds.forEach(2_000, random -> {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : random.nextBoolean() ? "SI05" : "+71<");
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            for (ReferenceScheme scheme : ReferenceScheme.values()) {
                if (scheme.isValid(text.toString())) {
                    String bare = scheme.normalise(text.toString()).orElseThrow();
                    assertThat(scheme.isValid(bare)).as(text + " as " + bare).isTrue();
                }
            }
        });
    }

    private static void assertNoSlip(ReferenceScheme scheme, String prefix, String number) {
        assertThat(scheme.isValid(prefix + number))
                .as(scheme + " " + prefix + number)
                .isTrue();
        for (int i = 0; i < number.length(); i++) {
            for (char c = '0'; c <= '9'; c++) {
                String other = prefix + number.substring(0, i) + c + number.substring(i + 1);
                assertThat(scheme.isValid(other)).as(other).isEqualTo(c == number.charAt(i));
            }
        }
    }

    private static String digits(Random random, int many) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < many; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String luhn(String digits) {
        return found(digits, ReferenceScheme.OCR, "");
    }

    /** By multiplying out, where the code under test goes from the left. */
    private static String modulo11(String digits) {
        int sum = 0;
        for (int weight = 2; weight < digits.length() + 2; weight++) {
            sum += weight * (digits.charAt(digits.length() + 1 - weight) - '0');
        }
        return digits + (11 - sum % 11) % 11 % 10;
    }

    /** The one check digit that makes the sum of all carried digits 1. */
    private static String modulo11By10(String digits) {
        int product = 10;
        for (char c : digits.toCharArray()) {
            int sum = product + c - '0';
            sum = sum > 10 ? sum - 10 : sum;
            product = 2 * sum % 11;
        }
        int check = 11 - product;
        return digits + (check == 10 ? 0 : check);
    }

    private static String found(String digits, ReferenceScheme scheme, String prefix) {
        for (int check = 0; check < 10; check++) {
            if (scheme.isValid(prefix + digits + check)) {
                return digits + check;
            }
        }
        throw new AssertionError("no check digit for " + digits);
    }
}
