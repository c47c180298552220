package io.recoup.dunning;

import io.recoup.dunning.Notices.NoticeView;
import io.recoup.money.Money;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorEntry;
import io.recoup.receivables.DebtorEntry.ContactEntry;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.OpenItem;
import io.recoup.receivables.ReceiptEntry;
import io.recoup.testing.PostgresTest;
import io.recoup.testing.ScriptedSmtp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The rooms of a letter on a database and a mail server of their own, and debtors to write to. */
abstract class LettersTest extends PostgresTest {

    protected static final LocalDate DUE = LocalDate.parse("2026-03-01");
    private static int debtors;

    protected ScriptedSmtp smtp;
    protected DunningHouse house;
    protected Ledger ledger;
    protected Dunning dunning;
    protected LocalDate today;

    @BeforeEach
    void open() throws Exception {
        jdbc.sql("""
                TRUNCATE dunning_run, notice, notice_item, notice_claim, notice_event, written_letter, debtor_decision, debtor_look,
                         exhausted_item, source_delivery
                """).update();
        jdbc.sql("DELETE FROM open_item").update();
        jdbc.sql("TRUNCATE posting, write_back_line, write_back_lot, fact_lot, agency_fact_problem, hold CASCADE")
                .update();
        jdbc.sql("TRUNCATE item, receipt, unapplied, contact, debtor, task CASCADE")
                .update();
        jdbc.sql("TRUNCATE debtor_change, debtor_change_lot").update();
        jdbc.sql("INSERT INTO source_delivery VALUES ('bank', 'bank', '2099-01-01'), ('erp', 'erp', '2099-01-01')")
                .update();
        today = DUE.plusDays(3);
        smtp = new ScriptedSmtp();
        house = openHouse();
        ledger = house.get(Ledger.class);
        dunning = house.get(Dunning.class);
    }

    /** Another replica, when called again. */
    protected DunningHouse openHouse() throws Exception {
        return new DunningHouse(dataSource, smtp.port(), routes(), today);
    }

    /** The folder with policies and templates. */
    protected Path routes() throws IOException {
        return Path.of("routes");
    }

    @AfterEach
    void close() throws Exception {
        house.close();
        smtp.close();
    }

    protected String debtor(String... mailboxes) {
        String id = "D" + ++debtors;
        ledger.enter(new DebtorEntry(
                "erp",
                id,
                "Debtor " + id,
                null,
                "en",
                "GB",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Arrays.stream(mailboxes)
                        .map(box -> new ContactEntry("billing", null, box + "@debtor.example", null))
                        .toList()));
        return id;
    }

    protected void invoice(String debtor, String number, String total) {
        DebtorEntry known = new DebtorEntry(
                "erp", debtor, "Debtor " + debtor, null, "en", "GB", null, null, null, null, null, null, null, null);
        ledger.enter(
                new InvoiceEntry(
                        "erp",
                        number,
                        null,
                        ItemKind.INVOICE,
                        number,
                        DUE.minusDays(30),
                        DUE,
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
                        known),
                Cause.inbox(1),
                today);
    }

    protected void pay(String number) {
        OpenItem item = item(number);
        var receipt = ledger.receive(
                new ReceiptEntry(
                        "transfer",
                        "bank:" + number,
                        null,
                        item.debtor(),
                        item.open(),
                        today,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "not matched yet"),
                Cause.rule("test", null),
                today);
        ledger.allocate(receipt, List.of(new Ledger.Part(item.id(), item.open())), Cause.rule("test", null), today);
    }

    protected NoticeView notice() {
        return house.get(Notices.class).latest(1).get(0);
    }

    protected List<String> states() {
        return house.get(Notices.class).latest(10).stream()
                .map(NoticeView::state)
                .toList();
    }

    protected OpenItem item(String number) {
        return house.get(Accounts.class).byNumber(number).get(0);
    }
}
