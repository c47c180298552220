package io.recoup.reconciliation.generator;

import io.recoup.money.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes MT940 as German banks do: field 86 in sub-fields of 27 characters, with their SEPA keywords. */
final class Mt940File implements DailyStatements.Sheets {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter ENTRY_DAY = DateTimeFormatter.ofPattern("MMdd");
    private static final int SUBFIELD = 27;
    private static final int LINE = 65;

    private final OutputStream out;

    Mt940File(OutputStream out, LocalDate day) {
        this.out = out;
    }

    @Override
    public void statement(DailyStatements.Sheet sheet) throws IOException {
        line(":20:" + sheet.day().format(DAY) + sheet.company().ordinal());
        line(":25:" + sheet.company().account);
        line(String.format(Locale.ROOT, ":28C:%05d/001", sheet.number()));
        balance(":60F:", sheet, sheet.opening());
        for (Movement movement : sheet.movements()) {
            line(entry(movement));
            wrapped(":86:" + details(movement));
        }
        balance(":62F:", sheet, sheet.closing());
        line("-");
    }

    private void balance(String field, DailyStatements.Sheet sheet, long minor) throws IOException {
        line(field
                + (minor < 0 ? "D" : "C")
                + sheet.day().format(DAY)
                + sheet.company().currency
                + amount(sheet.company(), Math.abs(minor)));
    }

    /** {@code RC} takes a credit back. */
    private static String entry(Movement movement) {
        String mark = movement.credit() ? "C" : movement.reversal() ? "RC" : "D";
        return ":61:" + movement.valueOn().format(DAY) + movement.bookedOn().format(ENTRY_DAY) + mark
                + amount(movement.company(), movement.minor()) + "NTRFNONREF//" + movement.bankId();
    }

    private static String details(Movement movement) {
        StringBuilder text = new StringBuilder(movement.credit() ? "166?00GUTSCHR. UEBERW." : "116?00UEBERWEISUNG");
        int field = 20;
        if (movement.endToEndId() != null) {
            field = subfields(text, field, 29, "EREF+" + movement.endToEndId());
        }
        String reference = movement.reference() == null ? "" : movement.reference() + " ";
        field = subfields(text, field, 29, "SVWZ+" + reference + movement.text());
        if (movement.bic() != null) {
            text.append("?30").append(movement.bic());
        }
        if (movement.account() != null) {
            text.append("?31").append(movement.account());
        }
        if (movement.name() != null) {
            subfields(text, 32, 33, movement.name());
        }
        return text.toString();
    }

    /** Fills sub-fields in turn; what has no room is lost, as it is with banks. */
    private static int subfields(StringBuilder into, int first, int last, String words) {
        String plain = plain(words);
        int field = first;
        for (int at = 0; at < plain.length() && field <= last; at += SUBFIELD) {
            into.append('?').append(field).append(plain, at, Math.min(plain.length(), at + SUBFIELD));
            field++;
        }
        return field;
    }

    /** Question marks begin sub-fields, so that none may stand in a text. */
    private static String plain(String words) {
        return Script.TWO_LETTERS.of(words).replace('?', '.').strip();
    }

    private static String amount(Company company, long minor) {
        return Money.of(minor, company.currency).toDecimal().replace('.', ',');
    }

    /** Lines of 65 characters; none begins like a field or an end. */
    private void wrapped(String field) throws IOException {
        int at = 0;
        while (field.length() - at > LINE) {
            int end = at + LINE;
            while (field.charAt(end) == ':' || field.charAt(end) == '-') {
                end--;
            }
            line(field.substring(at, end));
            at = end;
        }
        line(field.substring(at));
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.write('\r');
        out.write('\n');
    }

    @Override
    public void close() {
        // the stream is not ours
    }
}
