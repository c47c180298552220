package io.recoup.console;

import io.recoup.banking.BankBook;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.Counterparty;
import io.recoup.banking.Direction;
import io.recoup.banking.EntryStatus;
import io.recoup.calendar.BusinessDay;
import io.recoup.money.Money;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorEntry;
import io.recoup.receivables.Entries;
import io.recoup.receivables.Ledger;
import io.recoup.reconciliation.desk.ReconciliationDesk;
import io.recoup.testing.RecoupTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/** Debtors whose payments are not clear enough to be booked unasked. */
abstract class ReviewPages extends RecoupTest {

    @Autowired
    private Ledger ledger;

    @Autowired
    private BankBook bank;

    @Autowired
    private ReconciliationDesk desk;

    @Autowired
    private BusinessDay day;

    LocalDate today;

    void open() {
        today = day.today(ZoneId.of("Europe/Madrid"));
    }

    void owes(String name, String id, String number, String total, int daysLate) {
        DebtorEntry who = new DebtorEntry(
                "erp",
                id,
                name,
                null,
                "en",
                "DE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new DebtorEntry.ContactEntry("billing", null, id.toLowerCase() + "@debtor.example", null)));
        ledger.enter(
                Entries.of(Entries.invoice(number, total), who, null, today.minusDays(daysLate)),
                Cause.inbox(1),
                today);
    }

    /** @return the receipt */
    long pays(String bankId, String amount, String payer, String text) {
        books(Direction.CREDIT, bankId, amount, payer, text);
        return one("SELECT r.id FROM receipt r JOIN bank_transaction t ON t.id = r.transaction_id WHERE t.bank_id = '"
                + bankId + "'");
    }

    /** @return the bank transaction that takes money back */
    long returns(String bankId, String amount, String payer, String text) {
        books(Direction.DEBIT, bankId, amount, payer, text);
        return one("SELECT id FROM bank_transaction WHERE bank_id = '" + bankId + "'");
    }

    private void books(Direction direction, String bankId, String amount, String payer, String text) {
        bank.enter(
                List.of(new BankTransaction(
                        "GB33BUKB20201555555555",
                        "S1",
                        today,
                        today,
                        EntryStatus.BOOKED,
                        direction,
                        direction == Direction.DEBIT,
                        false,
                        Money.parse(amount, "EUR"),
                        new Counterparty(payer, null, null),
                        null,
                        null,
                        text,
                        bankId,
                        1)),
                new BankBook.Source("test", null, null));
        look();
    }

    void look() {
        desk.run(today);
    }

    long decision(long receipt) {
        return one("SELECT max(id) FROM match_decision WHERE receipt_id = " + receipt);
    }

    long item(String number) {
        return one("SELECT id FROM item WHERE number = '" + number + "'");
    }

    /** In minor units; zero once settled. */
    long openOf(String number) {
        return one("SELECT coalesce((SELECT open_minor FROM open_item WHERE item_id = " + item(number) + "), 0)");
    }

    long one(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
