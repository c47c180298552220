package io.recoup.reconciliation.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What goes wrong when a number is copied. */
final class Slips {

    private static final String DIGITS = "0158";
    private static final String LOOKALIKES = "OISB";

    private Slips() {}

    /** One digit becomes another, or is left out. */
    static String typo(String number, Dice dice) {
        int at = digit(number, dice);
        if (at < 0) {
            return number;
        }
        char other = (char) ('0' + (number.charAt(at) - '0' + dice.between(1, 9)) % 10);
        String instead = dice.chance(0.25) ? "" : String.valueOf(other);
        return number.substring(0, at) + instead + number.substring(at + 1);
    }

    /** Two different digits that stand side by side change places. */
    static String transposed(String number, Dice dice) {
        List<Integer> places = new ArrayList<>();
        for (int i = 1; i < number.length(); i++) {
            boolean digits = Character.isDigit(number.charAt(i)) && Character.isDigit(number.charAt(i - 1));
            if (digits && number.charAt(i) != number.charAt(i - 1)) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return typo(number, dice);
        }
        int at = dice.of(places);
        return number.substring(0, at - 1) + number.charAt(at) + number.charAt(at - 1) + number.substring(at + 1);
    }

    /** One or all digits that look like letters become those. */
    static String misread(String number, Dice dice) {
        StringBuilder read = new StringBuilder(number);
        boolean all = dice.chance(0.4);
        boolean done = false;
        for (int i = number.length() - 1; i >= 0 && (all || !done); i--) {
            int like = DIGITS.indexOf(number.charAt(i));
            if (like >= 0) {
                read.setCharAt(i, LOOKALIKES.charAt(like));
                done = true;
            }
        }
        return done ? read.toString() : typo(number, dice);
    }

    /** Without its first part: {@code 2026-00123}, {@code 00123} or {@code 123} of {@code RE-2026-00123}. */
    static String cut(String number, Dice dice) {
        String[] pieces = number.split("[-/]");
        if (pieces.length == 1) {
            String digits = number.replaceAll("\\D", "");
            return digits.length() < number.length() ? digits : digits.substring(Math.min(2, digits.length() / 3));
        }
        if (Character.isDigit(number.charAt(0))) {
            // the year stands last, or first: what is left is the serial
            String serial = pieces[0].length() == 4 && pieces[0].startsWith("20") ? pieces[1] : pieces[0];
            return dice.chance(0.5) ? serial : String.valueOf(Long.parseLong(serial));
        }
        String serial = pieces[pieces.length - 1];
        return switch (dice.below(3)) {
            case 0 -> number.substring(number.indexOf(pieces[1]));
            case 1 -> serial;
            default -> String.valueOf(Long.parseLong(serial));
        };
    }

    /** As people write numbers: mostly as printed, else with other separators or none, or in small letters. */
    static String rewritten(String number, Dice dice) {
        double how = dice.share();
        if (how < 0.72) {
            return number;
        }
        if (how < 0.82) {
            return number.replaceAll("[-/]", " ");
        }
        if (how < 0.92) {
            return number.replaceAll("[-/]", "");
        }
        return how < 0.96 ? number.replace('-', '/') : number.toLowerCase(Locale.ROOT);
    }

    private static int digit(String number, Dice dice) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < number.length(); i++) {
            if (Character.isDigit(number.charAt(i))) {
                places.add(i);
            }
        }
        return places.isEmpty() ? -1 : dice.of(places);
    }
}
