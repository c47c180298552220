package io.recoup.receivables;

import static io.recoup.receivables.Entries.creditNote;
import static io.recoup.receivables.Entries.eur;
import static io.recoup.receivables.Entries.inInstalments;
import static io.recoup.receivables.Entries.invoice;
import static io.recoup.receivables.Entries.receipt;
import static io.recoup.receivables.Entries.stating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.money.Money;
import io.recoup.outbox.OutDoor;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LedgerStoreTest extends LedgerTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final Cause INBOX = Cause.inbox(1);
    private static final Cause MARIA = Cause.user("maria", "told by phone");

    private OutDoor writeBacks;

    @BeforeAll
    void open() {
        writeBacks = rooms.getBean(OutDoor.class);
    }

    @Test
    void an_invoice_enters_once_however_often_it_is_stated() {
        assertThat(ledger.enter(invoice("F-1", "100.00"), INBOX, TODAY)).isEqualTo(EntryOutcome.ENTERED);
        assertThat(ledger.enter(invoice("F-1", "100.00"), INBOX, TODAY)).isEqualTo(EntryOutcome.UNCHANGED);

        assertThat(open("F-1")).isEqualTo(eur("100.00"));
    }

    @Test
    void a_payment_settles_what_it_pays_and_undo_opens_it_again() {
        ledger.enter(invoice("F-2", "100.00"), INBOX, TODAY);
        ReceiptId money = ledger.receive(receipt("bank:2", "100.00"), Cause.bank("2", null), TODAY);
        ledger.allocate(money, part("F-2", "100.00"), Cause.rule("reference", "names F-2"), TODAY);
        assertThat(open("F-2")).isEqualTo(eur("0.00"));
        assertThat(waits("bank:2")).isNull();

        ledger.undo(lastAllocation(), MARIA, TODAY);

        assertThat(open("F-2")).isEqualTo(eur("100.00"));
        assertThat(waits("bank:2")).contains("undone by maria").contains("told by phone");
        assertThatThrownBy(() -> ledger.undo(lastAllocation(), MARIA, TODAY))
                .isInstanceOf(RefusedEntry.class)
                .hasMessageContaining("undone already");
    }

    @Test
    void no_receipt_pays_more_than_it_brought_and_no_item_takes_more_than_it_owes() {
        ledger.enter(invoice("F-3", "100.00"), INBOX, TODAY);
        ReceiptId money = ledger.receive(receipt("bank:3", "60.00"), Cause.bank("3", null), TODAY);

        assertThatThrownBy(() -> ledger.allocate(money, part("F-3", "60.01"), MARIA, TODAY))
                .hasMessageContaining("only 60.00 EUR left");
        ledger.allocate(money, part("F-3", "60.00"), MARIA, TODAY);
        ReceiptId more = ledger.receive(receipt("bank:3b", "60.00"), Cause.bank("3b", null), TODAY);
        assertThatThrownBy(() -> ledger.allocate(more, part("F-3", "40.01"), MARIA, TODAY))
                .hasMessageContaining("only 40.00 EUR open");
        ledger.allocate(more, part("F-3", "40.00"), MARIA, TODAY);

        assertThat(open("F-3")).isEqualTo(eur("0.00"));
        assertThat(waits("bank:3b")).contains("20.00 EUR more than was to pay");
    }

    @Test
    void money_that_the_bank_takes_back_opens_what_it_had_settled() {
        ledger.enter(invoice("F-4", "100.00"), INBOX, TODAY);
        ReceiptId money = ledger.receive(receipt("bank:4", "100.00"), Cause.bank("4", null), TODAY);
        ledger.allocate(money, part("F-4", "100.00"), MARIA, TODAY);

        ledger.reverse(money, "bank:5", Cause.bank("5", "returned"), TODAY);
        ledger.reverse(money, "bank:5", Cause.bank("5", "returned"), TODAY);

        assertThat(open("F-4")).isEqualTo(eur("100.00"));
        assertThat(waits("bank:4")).isNull();
    }

    @Test
    void an_invoice_that_shrinks_after_payment_returns_the_excess_to_unapplied_cash() {
        ledger.enter(invoice("F-5", "100.00"), INBOX, TODAY);
        ReceiptId money = ledger.receive(receipt("bank:6", "100.00"), Cause.bank("6", null), TODAY);
        ledger.allocate(money, part("F-5", "100.00"), MARIA, TODAY);

        ledger.enter(stating(invoice("F-5", "100.00"), "80.00", null, false, null), INBOX, TODAY);

        assertThat(open("F-5")).isEqualTo(eur("0.00"));
        assertThat(waits("bank:6")).contains("F-5 was reduced");
        assertThat(allocated("F-5")).isEqualTo(8000);
    }

    @Test
    void an_invoice_that_grows_after_payment_is_open_by_the_difference() {
        ledger.enter(invoice("F-6", "100.00"), INBOX, TODAY);
        ReceiptId money = ledger.receive(receipt("bank:7", "100.00"), Cause.bank("7", null), TODAY);
        ledger.allocate(money, part("F-6", "100.00"), MARIA, TODAY);

        ledger.enter(stating(invoice("F-6", "100.00"), "120.00", null, false, null), INBOX, TODAY);

        assertThat(open("F-6")).isEqualTo(eur("20.00"));
    }

    @Test
    void a_cancelled_invoice_owes_nothing_and_its_money_waits_again() {
        ledger.enter(invoice("F-7", "100.00"), INBOX, TODAY);
        ReceiptId money = ledger.receive(receipt("bank:8", "40.00"), Cause.bank("8", null), TODAY);
        ledger.allocate(money, part("F-7", "40.00"), MARIA, TODAY);

        ledger.enter(stating(invoice("F-7", "100.00"), "100.00", null, true, null), INBOX, TODAY);
        assertThat(accounts.byNumber("F-7")).isEmpty();
        assertThat(waits("bank:8")).contains("cancelled");

        ledger.enter(stating(invoice("F-7", "100.00"), "90.00", null, false, null), INBOX, TODAY);
        assertThat(open("F-7")).isEqualTo(eur("90.00"));
    }

    @Test
    void what_the_source_holds_as_paid_beyond_our_payments_was_settled_elsewhere() {
        ledger.enter(stating(invoice("F-8", "100.00"), "100.00", "70.00", false, null), INBOX, TODAY);
        assertThat(open("F-8")).isEqualTo(eur("70.00"));
        ReceiptId money = ledger.receive(receipt("bank:9", "70.00"), Cause.bank("9", null), TODAY);
        ledger.allocate(money, part("F-8", "70.00"), MARIA, TODAY);

        // The ERP books our payment: nothing is counted twice.
        ledger.enter(stating(invoice("F-8", "100.00"), "100.00", "0.00", false, null), INBOX, TODAY);
        assertThat(open("F-8")).isEqualTo(eur("0.00"));
        assertThat(allocated("F-8")).isEqualTo(7000);

        // The ERP takes its own 30 back and keeps our 70.
        ledger.enter(stating(invoice("F-8", "100.00"), "100.00", "30.00", false, null), INBOX, TODAY);
        assertThat(open("F-8")).isEqualTo(eur("30.00"));
    }

    @Test
    void a_late_older_version_changes_nothing() {
        InvoiceEntry first = invoice("F-9", "100.00");
        ledger.enter(stating(first, "120.00", null, false, "2026-03-02T10:00:00Z"), INBOX, TODAY);

        assertThat(ledger.enter(stating(first, "100.00", null, false, "2026-03-02T09:59:59Z"), INBOX, TODAY))
                .isEqualTo(EntryOutcome.UNCHANGED);
        assertThat(open("F-9")).isEqualTo(eur("120.00"));
    }

    @Test
    void the_same_number_under_another_id_is_refused() {
        ledger.enter(invoice("F-10", "100.00"), INBOX, TODAY);
        InvoiceEntry other = invoice("F-10", "50.00");
        InvoiceEntry twin = Entries.known(other, "erp", "id-other", "f- 10");

        assertThatThrownBy(() -> ledger.enter(twin, INBOX, TODAY))
                .isInstanceOf(RefusedDocument.class)
                .hasMessageContaining("id-F-10");
    }

    @Test
    void a_document_does_not_change_its_number_under_its_id() {
        ledger.enter(invoice("F-20", "100.00"), INBOX, TODAY);
        InvoiceEntry base = invoice("F-21", "50.00");
        InvoiceEntry renamed = Entries.known(base, "erp", "id-F-20", "F-21");

        assertThatThrownBy(() -> ledger.enter(renamed, INBOX, TODAY))
                .isInstanceOf(RefusedDocument.class)
                .hasMessageContaining("is document F-20 and cannot become F-21");
        assertThat(open("F-20")).isEqualTo(eur("100.00"));
    }

    @Test
    void instalments_carry_their_documents_money_and_what_the_source_was_paid_fills_the_oldest() {
        InvoiceEntry.Instalment one = new InvoiceEntry.Instalment(1, LocalDate.parse("2026-03-03"), eur("50.00"));
        InvoiceEntry.Instalment two = new InvoiceEntry.Instalment(2, LocalDate.parse("2026-04-03"), eur("50.00"));
        ledger.enter(inInstalments(invoice("F-11", "100.00"), "30.00", one, two), INBOX, TODAY);

        assertThat(accounts.byNumber("F-11")).extracting(OpenItem::open).containsExactly(eur("0.00"), eur("30.00"));
        assertThatThrownBy(() -> ledger.enter(inInstalments(invoice("F-12", "100.00"), null, one), INBOX, TODAY))
                .hasMessageContaining("add up to 50.00 EUR but the total is 100.00 EUR");
    }

    @Test
    void a_credit_note_is_set_against_its_invoice_whichever_comes_first() {
        ledger.enter(creditNote("A-1", "30.00", "F-13"), INBOX, TODAY);
        ledger.enter(invoice("F-13", "100.00"), INBOX, TODAY);
        assertThat(open("F-13")).isEqualTo(eur("70.00"));
        assertThat(open("A-1")).isEqualTo(eur("0.00"));

        ledger.enter(invoice("F-14", "20.00"), INBOX, TODAY);
        ledger.enter(creditNote("A-2", "30.00", "F-14"), INBOX, TODAY);
        assertThat(open("F-14")).isEqualTo(eur("0.00"));
        assertThat(open("A-2")).isEqualTo(eur("10.00"));

        ledger.enter(stating(creditNote("A-1", "30.00", "F-13"), "30.00", null, true, null), INBOX, TODAY);
        assertThat(open("F-13")).isEqualTo(eur("100.00"));
    }

    @Test
    void what_is_missing_from_a_complete_list_was_settled_elsewhere() {
        InvoiceEntry base = invoice("S-1", "10.00");
        InvoiceEntry mine = Entries.known(base, "list", "s-1", "S-1");
        ledger.enter(mine, INBOX, TODAY);

        assertThat(ledger.snapshot("list", List.of("s-1"), INBOX, TODAY)).isZero();
        assertThat(ledger.snapshot("list", List.of("s-2"), INBOX, TODAY)).isEqualTo(1);
        assertThat(open("S-1")).isEqualTo(eur("0.00"));
    }

    @Test
    void every_allocation_and_its_reversal_leave_for_the_erp_once() {
        writeBacks.claim("erp", 1000).forEach(task -> writeBacks.succeeded(task, "{}"));
        ledger.enter(invoice("F-15", "100.00"), INBOX, TODAY);
        ReceiptId money = ledger.receive(receipt("bank:15", "100.00"), Cause.bank("15", null), TODAY);
        ledger.allocate(money, part("F-15", "100.00"), MARIA, TODAY);

        var tasks = writeBacks.claim("erp", 10);
        assertThat(tasks).singleElement().satisfies(task -> assertThat(task.json())
                .contains("\"number\":\"F-15\"", "\"amount\":\"100.00\"", "\"kind\":\"payment\""));
        assertThat(writeBacks.claim("erp", 10)).isEmpty();
        writeBacks.succeeded(tasks.get(0), "{}");

        ledger.undo(lastAllocation(), MARIA, TODAY);
        assertThat(writeBacks.claim("erp", 10)).singleElement().satisfies(task -> {
            assertThat(task.json()).contains("\"kind\":\"reversal\"");
            writeBacks.succeeded(task, "{}");
        });
    }

    @Test
    void postings_cannot_be_changed_or_deleted() {
        ledger.enter(invoice("F-16", "100.00"), INBOX, TODAY);

        assertThatThrownBy(() -> jdbc.sql("UPDATE posting SET amount_minor = 1").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM posting").update()).hasMessageContaining("append-only");
    }

    private Money open(String number) {
        return accounts.byNumber(number).get(0).open();
    }

    private List<Ledger.Part> part(String number, String amount) {
        return List.of(new Ledger.Part(accounts.byNumber(number).get(0).id(), eur(amount)));
    }

    private String waits(String key) {
        return jdbc.sql("SELECT coalesce(u.why, '') FROM receipt r LEFT JOIN unapplied u ON u.receipt_id = r.id"
                        + " WHERE r.source_key = :key")
                .param("key", key)
                .query(String.class)
                .single()
                .transform(text -> text.isEmpty() ? null : text);
    }

    private long lastAllocation() {
        return jdbc.sql("SELECT max(id) FROM posting WHERE kind = 'allocated' AND reverses IS NULL")
                .query(Long.class)
                .single();
    }

    private long allocated(String number) {
        return jdbc.sql("""
                SELECT sum(a.amount_minor) FROM allocation a JOIN item i ON i.id = a.item_id WHERE i.number = :number
                """).param("number", number).query(Long.class).single();
    }
}
