package io.recoup.reconciliation.generator;

import io.recoup.banking.ReferenceScheme;
import java.math.BigInteger;
import java.util.Locale;

/** Makes payment references whose check digits are right: the opposite of {@link ReferenceScheme}, which tests them. */
final class CheckDigits {

    private static final int[] CARRY = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
    private static final int[] DUTCH_WEIGHTS = {2, 4, 8, 5, 10, 9, 7, 3, 6, 1};
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private CheckDigits() {}

    /** @param serial up to ten digits; another serial gives another reference */
    static String reference(ReferenceScheme scheme, long serial) {
        return switch (scheme) {
            case RF -> rf(Long.toString(serial));
            case QRR -> recursive(padded(serial, 26));
            case OGM -> belgian(serial);
            case KID, OCR -> luhn(Long.toString(serial));
            case VIITE -> finnish(Long.toString(serial));
            case BETALINGSKENMERK -> dutch(padded(serial, 15));
            case SI -> "SI12 " + modulo11(Long.toString(serial));
            case HR -> "HR01 1-" + modulo11("1" + serial).substring(1);
            case FIK -> "+71<" + luhn(padded(serial, 14)) + "+89675219<";
            case PAGOPA -> italian("301" + padded(serial, 13));
        };
    }

    private static String rf(String text) {
        StringBuilder digits = new StringBuilder(40);
        (text + "RF00").chars().forEach(c -> digits.append(Character.digit(c, 36)));
        int check = 98 - new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
        return String.format(Locale.ROOT, "RF%02d%s", check, text);
    }

    private static String recursive(String digits) {
        int carry = 0;
        for (int i = 0; i < digits.length(); i++) {
            carry = CARRY[(carry + digits.charAt(i) - '0') % 10];
        }
        return digits + (10 - carry) % 10;
    }

    /** As it is printed: {@code +++123/4567/89012+++}. */
    private static String belgian(long serial) {
        long check = serial % 97 == 0 ? 97 : serial % 97;
        String digits = padded(serial, 10) + padded(check, 2);
        return "+++" + digits.substring(0, 3) + "/" + digits.substring(3, 7) + "/" + digits.substring(7) + "+++";
    }

    private static String luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static String finnish(String digits) {
        int[] weights = {7, 3, 1};
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * weights[i % 3];
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static String dutch(String payload) {
        int sum = 0;
        for (int i = 0; i < payload.length(); i++) {
            sum += (payload.charAt(payload.length() - 1 - i) - '0') * DUTCH_WEIGHTS[i % 10];
        }
        int check = 11 - sum % 11;
        return (check == 10 ? 1 : check == 11 ? 0 : check) + payload;
    }

    private static String modulo11(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i + 2);
        }
        return digits + (sum % 11 < 2 ? 0 : 11 - sum % 11);
    }

    private static String italian(String digits) {
        return digits + padded(Long.parseLong(digits) % 93, 2);
    }

    private static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
