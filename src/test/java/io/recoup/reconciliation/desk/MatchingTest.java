package io.recoup.reconciliation.desk;

import static io.recoup.receivables.Entries.debtor;
import static io.recoup.receivables.Entries.eur;
import static io.recoup.receivables.Entries.invoice;
import static io.recoup.receivables.Entries.of;

import io.recoup.banking.BankBook;
import io.recoup.banking.BankTransaction;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorEntry;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.OpenItem;
import io.recoup.receivables.ReceiptId;
import io.recoup.reconciliation.Proposal;
import io.recoup.testing.PostgresTest;
import java.time.LocalDate;
import java.util.List;

/** A test that pays invoices through the bank and looks at what became of them. */
abstract class MatchingTest extends PostgresTest {

    static final LocalDate DUE = LocalDate.parse("2026-03-03");

    LocalDate today = LocalDate.parse("2026-03-09");
    MatchingHouse house;

    MatchingHouse openHouse(ReconciliationSettings settings) {
        return new MatchingHouse(dataSource, transaction, settings);
    }

    /** An invoice of a debtor with an account and a name of his own. */
    void owes(DebtorEntry debtor, String number, String total) {
        enter(of(invoice(number, total), debtor, null, DUE));
    }

    void enter(InvoiceEntry invoice) {
        house.ledger.enter(invoice, Cause.inbox(1), today);
    }

    static DebtorEntry named(String id, String name, String... ibans) {
        DebtorEntry d = debtor(id);
        return new DebtorEntry(
                d.source(),
                id,
                name,
                null,
                "en",
                "GB",
                null,
                null,
                null,
                List.of(ibans),
                null,
                null,
                null,
                d.contacts());
    }

    void book(BankTransaction... transactions) {
        house.bank.enter(List.of(transactions), new BankBook.Source("test", null, null));
        house.desk.run(today);
    }

    Proposal proposal(String bankId) {
        return house.reviews.proposal(receipt(bankId)).orElseThrow();
    }

    ReceiptId receipt(String bankId) {
        return new ReceiptId(jdbc.sql("""
            SELECT r.id FROM receipt r JOIN bank_transaction t ON t.id = r.transaction_id WHERE t.bank_id = :id
            """).param("id", bankId).query(Long.class).single());
    }

    OpenItem item(String number) {
        return house.accounts.byNumber(number).get(0);
    }

    String open(String number) {
        return item(number).open().toDecimal();
    }

    Part part(String number, String amount) {
        return new Part(item(number).id(), eur(amount));
    }

    DebtorId debtorOf(String id) {
        return house.accounts.debtorOf("erp", id).orElseThrow();
    }

    int count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }
}
