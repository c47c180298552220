package io.recoup.intake.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.recoup.intake.contract.Flaw;
import io.recoup.intake.contract.FlawedRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** One cell of a CSV as the contract writes it: amounts with a point, days in ISO 8601, whole numbers as such. */
final class CellText {

    private static final Pattern AMOUNT = Pattern.compile("(?:.*[.])?(?:total|open|amount|percent|outstanding)");
    private static final Pattern DAY = Pattern.compile("(?:.*[.])?(?:issuedOn|dueOn|until|bookedOn|valueOn|sentOn|on)");
    private static final Pattern WHOLE =
            Pattern.compile("(?:.*[.])?(?:termDays|occurrence)|instalments\\[\\d+][.]number");
    private static final Pattern POINT = Pattern.compile("[+-]?(\\d+|\\d{1,3}([, '\u00a0\u202f]\\d{3})+)([.]\\d+)?-?");
    private static final Pattern COMMA = Pattern.compile("[+-]?(\\d+|\\d{1,3}([. '\u00a0\u202f]\\d{3})+)(,\\d+)?-?");
    private static final Map<String, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();

    private CellText() {}

    /** @throws IllegalArgumentException if the pattern is none */
    static void checkDates(String pattern) {
        if (pattern != null) {
            format(pattern);
        }
    }

    static JsonNode constant(String path, String value) {
        return of(path, path, value, ".", null);
    }

    static JsonNode of(String path, String header, String cell, String decimal, String dates) {
        if (AMOUNT.matcher(path).matches()) {
            return TextNode.valueOf(amount(path, header, cell, decimal));
        }
        if (DAY.matcher(path).matches() && dates != null) {
            return TextNode.valueOf(day(path, header, cell, dates));
        }
        if (WHOLE.matcher(path).matches() && cell.matches("\\d{1,9}")) {
            return IntNode.valueOf(Integer.parseInt(cell));
        }
        return TextNode.valueOf(cell);
    }

    private static String amount(String path, String header, String cell, String decimal) {
        boolean comma = decimal.equals(",");
        if (!(comma ? COMMA : POINT).matcher(cell).matches() || cell.length() > 40) {
            throw new FlawedRecord(
                    path,
                    "is " + Flaw.shown(cell) + " in column " + header + ", no amount with decimal '" + decimal + "'",
                    "correct the cell, or give the door the option decimal");
        }
        String plain = cell.replaceAll(comma ? "[. '\u00a0\u202f+]" : "[, '\u00a0\u202f+]", "")
                .replace(',', '.');
        return plain.endsWith("-") ? negated(plain.substring(0, plain.length() - 1)) : plain;
    }

    private static String negated(String plain) {
        return plain.startsWith("-") ? plain.substring(1) : "-" + plain;
    }

    private static String day(String path, String header, String cell, String dates) {
        try {
            return LocalDate.parse(cell, format(dates)).toString();
        } catch (DateTimeException notADay) {
            throw new FlawedRecord(
                    path,
                    "is " + Flaw.shown(cell) + " in column " + header + ", not a day written as " + dates,
                    "correct the cell, or give the door the option dates");
        }
    }

    /** Strict about the calendar: year of era becomes year, or 31/02 would pass. */
    private static DateTimeFormatter format(String pattern) {
        return FORMATS.computeIfAbsent(pattern, p -> DateTimeFormatter.ofPattern(p.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT));
    }
}
