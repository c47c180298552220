package io.recoup.banking;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * National and international payment references that prove themselves by check digits. A valid one is strong
 * evidence; several schemes may accept the same digits, so which one a creditor issues is for its settings to say.
 */
public enum ReferenceScheme {

    /** ISO 11649 creditor reference: {@code RF}, two check digits, up to 21 letters and digits; modulo 97-10. */
    RF("RF\\d\\d[0-9A-Z]{1,21}", ReferenceScheme::isMod97),

    /** Swiss QR reference and its predecessor ESR: 27 digits, recursive modulo 10. */
    QRR("\\d{27}", ReferenceScheme::isRecursiveMod10),

    /** Belgian OGM/VCS: {@code +++123/4567/89012+++}; ten digits and their remainder by 97, where 0 is written 97. */
    OGM("\\d{12}", ReferenceScheme::isBelgian),

    /** Finnish viite: 4 to 20 digits, the last one by the weights 7, 3, 1 from the right. */
    VIITE("\\d{4,20}", ReferenceScheme::isFinnish),

    /** Norwegian KID: 2 to 25 digits, the last one by Luhn or by modulo 11 (where {@code -} stands for 10). */
    KID("\\d{1,24}[0-9-]", text -> isLuhn(text) || isNorwegianMod11(text)),

    /** Swedish OCR: 2 to 25 digits, the last one by Luhn. */
    OCR("\\d{2,25}", ReferenceScheme::isLuhn),

    /**
     * Dutch betalingskenmerk: 7 digits without a check digit, or 9 to 14 (a check digit and the length first), or 16
     * with a check digit first; weights 2, 4, 8, 5, 10, 9, 7, 3, 6, 1 from the right, modulo 11.
     */
    BETALINGSKENMERK("\\d{7}|\\d{9,14}|\\d{16}", ReferenceScheme::isDutch),

    /**
     * Slovenian reference: {@code SI}, a model of two digits, up to three parts between hyphens; modulo 11 over the parts
     * that the model says. Models without check digits (00, 99) prove nothing and are not valid here.
     */
    SI("SI" + PartedReference.FORM, PartedReference::isSlovenian),

    /**
     * Croatian poziv na broj: {@code HR}, a model of two digits, up to three parts between hyphens; modulo 11 over the
     * parts that the model says, in model 67 modulo 11,10 over a tax number (OIB). Models without check digits (00, 99)
     * and those of single authorities prove nothing and are not valid here.
     */
    HR("HR" + PartedReference.FORM, PartedReference::isCroatian),

    /**
     * Danish payment id of the card types 71 (15 digits) and 75 (16 digits), the last one by Luhn; alone or as printed,
     * with its type and the creditor: {@code +71<000118244219861+89675219<}. The bare form is the id alone.
     */
    FIK("\\d{15,16}", ReferenceScheme::isLuhn),

    /**
     * Italian pagoPA notice number: 18 digits, 0 or 3 first, the last two the remainder of the others by 93; or its IUV of
     * 17 digits, which is the number without the 3 in front.
     */
    PAGOPA("[03]\\d{17}|\\d{17}", ReferenceScheme::isItalian);

    private static final int[] CARRY = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
    private static final int[] DUTCH_WEIGHTS = {2, 4, 8, 5, 10, 9, 7, 3, 6, 1};
    private static final Pattern BLANKS = Pattern.compile("[\\s.]");
    private static final Pattern BLANKS_AND_SLASHES = Pattern.compile("[\\s./]");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s./+*-]");
    private static final Pattern DANISH_LINE = Pattern.compile("[+]?(?:71<(\\d{15})|75<(\\d{16}))(?:[+]\\d{8})?[<>]?");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private final Pattern form;
    private final Predicate<String> check;

    ReferenceScheme(String form, Predicate<String> check) {
        this.form = Pattern.compile(form);
        this.check = check;
    }

    /** The reference without the blanks and separators people print it with, in capitals; empty if it has not its form. */
    public Optional<String> normalise(String text) {
        String bare = bare(text.strip().toUpperCase(Locale.ROOT));
        return form.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
    }

    private String bare(String text) {
        return switch (this) {
            case KID -> BLANKS.matcher(text).replaceAll("");
            case SI, HR -> BLANKS_AND_SLASHES.matcher(text).replaceAll("");
            case FIK -> danishId(BLANKS.matcher(text).replaceAll(""));
            default -> SEPARATORS.matcher(text).replaceAll("");
        };
    }

    /** Whether the text, however printed, has this scheme's form and its check digits are right. */
    public boolean isValid(String text) {
        return normalise(text).filter(check).isPresent();
    }

    /** Every scheme under which this text is a valid reference. */
    public static List<ReferenceScheme> accepting(String text) {
        return Stream.of(values()).filter(scheme -> scheme.isValid(text)).toList();
    }

    private static boolean isMod97(String text) {
        StringBuilder digits = new StringBuilder(50);
        (text.substring(4) + text.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
    }

    private static boolean isRecursiveMod10(String digits) {
        int carry = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            carry = CARRY[(carry + digit(digits, i)) % 10];
        }
        return (10 - carry) % 10 == digit(digits, digits.length() - 1);
    }

    private static boolean isBelgian(String digits) {
        long remainder = Long.parseLong(digits.substring(0, 10)) % 97;
        return Long.parseLong(digits.substring(10)) == (remainder == 0 ? 97 : remainder);
    }

    private static boolean isFinnish(String digits) {
        int[] weights = {7, 3, 1};
        int sum = 0;
        int last = digits.length() - 1;
        for (int i = last - 1; i >= 0; i--) {
            sum += digit(digits, i) * weights[(last - 1 - i) % 3];
        }
        return (10 - sum % 10) % 10 == digit(digits, last);
    }

    private static boolean isLuhn(String digits) {
        if (digits.endsWith("-")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i);
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** Weights 2 to 7, repeating, from the right. */
    private static boolean isNorwegianMod11(String text) {
        int sum = 0;
        int last = text.length() - 1;
        for (int i = last - 1; i >= 0; i--) {
            sum += digit(text, i) * (2 + (last - 1 - i) % 6);
        }
        int check = (11 - sum % 11) % 11;
        return text.charAt(last) == (check == 10 ? '-' : (char) ('0' + check));
    }

    private static boolean isDutch(String digits) {
        int length = digits.length();
        if (length == 7) {
            return true;
        }
        // 9 to 14 digits: check digit, last digit of the payload's length, payload
        if (length < 16 && digit(digits, 1) != (length - 2) % 10) {
            return false;
        }
        int payload = length < 16 ? 2 : 1;
        int sum = 0;
        for (int i = length - 1; i >= payload; i--) {
            sum += digit(digits, i) * DUTCH_WEIGHTS[(length - 1 - i) % 10];
        }
        int check = 11 - sum % 11;
        return digit(digits, 0) == (check == 10 ? 1 : check == 11 ? 0 : check);
    }

    private static String danishId(String line) {
        Matcher parts = DANISH_LINE.matcher(line);
        return parts.matches() ? parts.group(1) == null ? parts.group(2) : parts.group(1) : line;
    }

    private static boolean isItalian(String digits) {
        String notice = digits.length() == 17 ? "3" + digits : digits;
        return Long.parseLong(notice.substring(0, 16)) % 93 == Long.parseLong(notice.substring(16));
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
