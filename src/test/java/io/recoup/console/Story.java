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

    /** Set by {@link #writeNeighbours()}. */
    long notice;

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
        receipt = receive("story:1" + series, "1250.50", "Baeckerei Fuchs", "Rechnung RE-2026-0117" + series);
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
        waitingReceipt = receive("story:2" + series, "500.00", "M. Fuchs", "Danke");
        ledger.leaveWaiting(new ReceiptId(waitingReceipt), "no invoice number or reference is in the remittance text");
    }

    /** What the other rooms would have written. */
    void writeNeighbours() {
        long inbox = insert("""
                INSERT INTO inbox (door, source, name, sha256, bytes, state, records, applied, quarantined)
                VALUES ('invoices', 'erp', 'open-items.csv', repeat('a', 64), 90, 'applied', 2, 1, 1) RETURNING id
                """);
        insert("""
                INSERT INTO quarantine (inbox_id, door, source, file, line, record, reason, remedy, run)
                VALUES (%d, 'invoices', 'erp', 'open-items.csv', 3, 'a,b,c', 'total is not a number',
                        'correct it and send the file again', 1) RETURNING id
                """.formatted(inbox));
        long bankImport = insert("INSERT INTO bank_import (file_name) VALUES ('march.xml') RETURNING id");
        insert("""
                INSERT INTO bank_statement (import_id, identity, format, account, currency, closing_minor, entries,
                                            transactions, balanced)
                VALUES (%d, gen_random_uuid(), 'camt.053', 'DE98', 'EUR', 12345, 2, 2, true) RETURNING id
                """.formatted(bankImport));
        notice = insert("""
                INSERT INTO notice (debtor_id, procedure, level, level_days, planned_on, state, message_id, policy_hash,
                                    to_address, subject, body_html, failure)
                VALUES (%d, 'standard', 'second-reminder', 14, '2026-03-09', 'rejected', 'm1', 'h', 'a@debtor.example',
                        'Reminder', '<p>Please pay.</p>', 'mailbox unknown') RETURNING id
                """.formatted(debtor));
        insert("""
                INSERT INTO notice_item (notice_id, debtor_id, item_id, procedure, level, level_days, occurrence,
                                         amount_minor, currency)
                VALUES (%d, %d, %d, 'standard', 'second-reminder', 14, 1, 48000, 'EUR') RETURNING notice_id
                """.formatted(notice, debtor, openItem));
        referral("proposed");
        insert("""
                INSERT INTO placement (referral_id, debtor_id, agency, case_number, idempotency_key, currency,
                                       principal_minor, state, stage, balance, raw_status, alert, created_on)
                VALUES (%d, %d, 'demo', 'RC-7', gen_random_uuid(), 'EUR', 48000, 'active', 'judicial', 'unpaid',
                        'legal stage', 'the agency asks for the contract', '2026-03-09') RETURNING id
                """.formatted(referral("placed"), debtor));
    }

    /** Rows for the eye only: the books would not add up with them. */
    void eraseNeighbours() {
        for (String table : List.of(
                "notice_item",
                "notice",
                "placement",
                "referral_item",
                "referral",
                "bank_statement",
                "bank_import",
                "quarantine",
                "inbox")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
    }

    private long referral(String state) {
        long referral = insert("""
                INSERT INTO referral (debtor_id, currency, state, proposed_on, reason)
                VALUES (%d, 'EUR', '%s', '2026-03-09', 'all levels were sent') RETURNING id
                """.formatted(debtor, state));
        insert("INSERT INTO referral_item VALUES (%d, %d, 48000) RETURNING referral_id".formatted(referral, openItem));
        return referral;
    }

    private long insert(String returning) {
        return jdbc.sql(returning).query(Long.class).single();
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
