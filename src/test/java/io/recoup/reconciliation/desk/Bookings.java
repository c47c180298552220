package io.recoup.reconciliation.desk;

import static io.recoup.receivables.Entries.eur;

import io.recoup.banking.BankTransaction;
import io.recoup.banking.Counterparty;
import io.recoup.banking.Direction;
import io.recoup.banking.EntryStatus;
import java.time.LocalDate;

/** Bank transactions of 9 March 2026 for tests, in the fewest words. */
final class Bookings {

    private static final LocalDate DAY = LocalDate.parse("2026-03-09");

    private Bookings() {}

    static BankTransaction credit(String id, String amount, String text) {
        return credit(id, amount, text, "A payer", "DE89370400440532013000");
    }

    static BankTransaction credit(String id, String amount, String text, String payer, String account) {
        return booking(id, Direction.CREDIT, false, amount, null, text, payer, account);
    }

    static BankTransaction withReference(String id, String amount, String reference) {
        return booking(id, Direction.CREDIT, false, amount, reference, null, "A payer", "DE89370400440532013000");
    }

    /** What takes the booking back. */
    static BankTransaction returned(BankTransaction t) {
        return booking(
                t.bankId() + "-returned",
                Direction.DEBIT,
                true,
                t.amount().toDecimal(),
                t.reference(),
                t.remittance(),
                t.counterparty().name(),
                t.counterparty().account());
    }

    private static BankTransaction booking(
            String id,
            Direction direction,
            boolean reversal,
            String amount,
            String reference,
            String text,
            String payer,
            String account) {
        return new BankTransaction(
                "GB33BUKB20201555555555",
                "S1",
                DAY,
                DAY,
                EntryStatus.BOOKED,
                direction,
                reversal,
                false,
                eur(amount),
                new Counterparty(payer, account, null),
                null,
                reference,
                text,
                id,
                1);
    }
}
