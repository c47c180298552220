package io.recoup.reconciliation.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One movement of an account of ours, as the bank tells it.
 *
 * @param minor amount in minor units; above zero
 * @param reversal whether it takes back an earlier one
 * @param batched whether the bank books it in one sum with others
 * @param text what the payer wrote; may be empty
 * @param width after how many characters the bank breaks the text
 * @param truth null for what leaves the account
 */
record Movement(
        String bankId,
        Company company,
        LocalDate bookedOn,
        LocalDate valueOn,
        boolean credit,
        boolean reversal,
        boolean batched,
        long minor,
        @Nullable String name,
        @Nullable String account,
        @Nullable String bic,
        @Nullable String endToEndId,
        @Nullable String reference,
        String text,
        int width,
        @Nullable Truth truth) {

    Movement with(Truth known) {
        return new Movement(
                bankId,
                company,
                bookedOn,
                valueOn,
                credit,
                reversal,
                batched,
                minor,
                name,
                account,
                bic,
                endToEndId,
                reference,
                text,
                width,
                known);
    }

    /** The debit that takes this credit back. */
    Movement takenBack(String id, LocalDate on) {
        String why = ("Rückruf " + text).strip();
        return new Movement(
                id,
                company,
                on,
                on,
                false,
                true,
                false,
                minor,
                name,
                account,
                bic,
                endToEndId,
                reference,
                why,
                width,
                null);
    }

    /** Minor units with the sign they have on the account. */
    long signed() {
        return credit ? minor : -minor;
    }

    /** The text as the bank breaks it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < text.length(); at += width) {
            String line =
                    text.substring(at, Math.min(text.length(), at + width)).strip();
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
