package io.recoup.console;

import io.recoup.money.Money;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorEntry;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.ReceiptEntry;
import io.recoup.receivables.ReceiptId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small company's books for the pages to show. */
final class Story {

    static final LocalDate DAY = LocalDate.parse("2026-03-09");

    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final String series;

    /** Set by {@link #write()}. */
    long debtor;

    long paidItem;
    long openItem;
    long receipt;
    long allocation;
    long waitingReceipt;

    /** @param series keeps the numbers of several stories in one database apart */
    Story(Ledger ledger, JdbcClient jdbc, String series) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.series = series;
    }

    void write() {
        paidItem = invoice("RE-2026-0117" + series, "1250.50", "Bäckerei Fuchs GmbH", "F1" + series);
        openItem = invoice("RE-2026-0131" + series, "480.00", "Bäckerei Fuchs GmbH", "F1" + series);
        invoice("FT/2026/88" + series, "99.90", "Caffè <b>Rossi</b> S.r.l.", "R1" + series);
        debtor = jdbc.sql("SELECT debtor_id FROM item WHERE id = :id")
                .param("id", paidItem)
                .query(Long.class)
                .single();
        receipt = receive("bank:1" + series, "1250.50", "Baeckerei Fuchs", "Rechnung RE-2026-0117" + series);
        ledger.allocate(
                new ReceiptId(receipt),
                List.of(new Ledger.Part(new ItemId(paidItem), Money.parse("1250.50", "EUR"))),
                Cause.rule(
                        "document-number", "the remittance text names RE-2026-0117 and the amount is its open amount"),
                DAY);
        allocation = jdbc.sql("SELECT id FROM allocation WHERE receipt_id = :receipt ORDER BY id DESC LIMIT 1")
                .param("receipt", receipt)
                .query(Long.class)
                .single();
        waitingReceipt = receive("bank:2" + series, "500.00", "M. Fuchs", "Danke");
        ledger.leaveWaiting(new ReceiptId(waitingReceipt), "no invoice number or reference is in the remittance text");
    }

    private long invoice(String number, String total, String name, String debtorId) {
        DebtorEntry owes = new DebtorEntry(
                "erp",
                debtorId,
                name,
                null,
                "de",
                "DE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new DebtorEntry.ContactEntry("billing", null, debtorId + "@debtor.example", null)));
        InvoiceEntry invoice = new InvoiceEntry(
                "erp",
                "id-" + number,
                null,
                ItemKind.INVOICE,
                number,
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-03-03"),
                Money.parse(total, "EUR"),
                null,
                false,
                false,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                owes);
        ledger.enter(invoice, Cause.inbox(1), DAY);
        return jdbc.sql("SELECT id FROM item WHERE number = :number")
                .param("number", number)
                .query(Long.class)
                .single();
    }

    private long receive(String key, String amount, String payer, String remittance) {
        return ledger.receive(
                        new ReceiptEntry(
                                "transfer",
                                key,
                                null,
                                null,
                                Money.parse(amount, "EUR"),
                                DAY,
                                payer,
                                "DE02120300000000202051",
                                null,
                                remittance,
                                null,
                                null),
                        Cause.bank(key, null),
                        DAY)
                .value();
    }
}
