package io.recoup.receivables;

import static io.recoup.receivables.Entries.creditNote;
import static io.recoup.receivables.Entries.eur;
import static io.recoup.receivables.Entries.invoice;
import static io.recoup.receivables.Entries.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.app.Invariants;
import io.recoup.receivables.Ledger.Allocation;
import io.recoup.receivables.Ledger.Incoming;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.Ledger.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many receipts at once: each gets what it would get alone, one after the other, and a bad one costs no other anything. */
class BulkLedgerStoreTest extends LedgerTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final Cause RULE = Cause.rule("reference", "names it");
    private static final Cause BANK = Cause.bank("b", null);

    @Test
    void of_nothing_nothing_is_posted_and_nothing_refused() {
        assertThat(ledger.allocate(List.of(), LocalDate.parse("2026-03-10"))).isEmpty();
    }

    @Test
    void a_refused_one_costs_the_others_nothing() {
        owed("B-1", "10.00", "B-2", "20.00", "B-3", "30.00");
        List<ReceiptId> money = received("b1", "10.00", "b2", "20.01", "b3", "30.00", "b4", "5.00", "b5", "5.00");

        List<Refused> refused = allocate(
                pays(money.get(0), part("B-1", "10.00")),
                pays(money.get(1), part("B-2", "20.01")),
                pays(money.get(3), new Part(new ItemId(987_654_321), eur("5.00"))),
                pays(new ReceiptId(987_654_321), part("B-2", "1.00")),
                pays(money.get(4), part("B-2", "1.00"), part("B-2", "2.00")),
                pays(money.get(2), part("B-3", "30.00")));

        assertThat(refused)
                .extracting(one -> one.why().getMessage())
                .containsExactly(
                        "document B-2 has only 20.00 EUR open, not 20.01 EUR",
                        "there is no such document",
                        "there is no such payment",
                        "an item may be named only once in one allocation");
        assertThat(opens("B-1", "B-2", "B-3")).containsExactly("0.00", "20.00", "0.00");
    }

    @Test
    void one_item_takes_from_two_receipts_what_it_owes_and_not_a_cent_more() {
        owed("B-10", "100.00", "B-11", "100.00");
        List<ReceiptId> money = received("b10", "60.00", "b11", "40.00", "b12", "60.00", "b13", "40.01");

        List<Refused> refused = allocate(
                pays(money.get(0), part("B-10", "60.00")),
                pays(money.get(1), part("B-10", "40.00")),
                pays(money.get(2), part("B-11", "60.00")),
                pays(money.get(3), part("B-11", "40.01")));

        assertThat(refused).singleElement().satisfies(one -> assertThat(one.why())
                .hasMessage("document B-11 has only 40.00 EUR open, not 40.01 EUR"));
        assertThat(refused.get(0).allocation().receipt()).isEqualTo(money.get(3));
        assertThat(opens("B-10", "B-11")).containsExactly("0.00", "40.00");
    }

    @Test
    void one_receipt_twice_in_a_batch_gives_what_it_brought_and_not_a_cent_more() {
        owed("B-20", "50.00", "B-21", "50.00", "B-22", "50.00", "B-23", "50.00");
        List<ReceiptId> money = received("b20", "80.00", "b21", "80.00");

        List<Refused> refused = allocate(
                pays(money.get(0), part("B-20", "50.00")),
                pays(money.get(0), part("B-21", "30.00")),
                pays(money.get(1), part("B-22", "50.00")),
                pays(money.get(1), part("B-23", "30.01")));

        assertThat(refused).singleElement().satisfies(one -> assertThat(one.why())
                .hasMessage("the receipt has only 30.00 EUR left, not 30.01 EUR"));
        assertThat(opens("B-20", "B-21", "B-22", "B-23")).containsExactly("0.00", "20.00", "0.00", "50.00");
        assertThat(waits("b20")).isNull();
        assertThat(waits("b21")).isEqualTo("left over: 30.00 EUR more than was to pay");
    }

    @Test
    void a_credit_note_is_used_up_once() {
        owed("B-30", "50.00", "B-31", "50.00");
        ledger.enter(creditNote("BC-1", "30.00", null), Cause.inbox(1), TODAY);
        List<ReceiptId> money = received("b30", "30.00", "b31", "30.00");

        List<Refused> refused = allocate(
                pays(money.get(0), part("B-30", "50.00"), part("BC-1", "20.00")),
                pays(money.get(1), part("B-31", "50.00"), part("BC-1", "20.00")));

        assertThat(refused).singleElement().satisfies(one -> assertThat(one.why())
                .hasMessage("document BC-1 has only 10.00 EUR open, not 20.00 EUR"));
        assertThat(opens("B-30", "B-31", "BC-1")).containsExactly("0.00", "50.00", "10.00");
    }

    @Test
    void a_key_is_one_receipt_however_often_it_comes() {
        List<ReceiptId> first = received("b40", "10.00", "b41", "20.00", "b40", "99.00");
        List<ReceiptId> again = received("b42", "30.00", "b41", "77.00", "b40", "10.00", "b42", "30.00");

        assertThat(first.get(2)).isEqualTo(first.get(0)).isNotEqualTo(first.get(1));
        assertThat(again.subList(1, 3)).containsExactly(first.get(1), first.get(0));
        assertThat(again.get(3)).isEqualTo(again.get(0));
        assertThat(jdbc.sql("SELECT sum(amount_minor) FROM receipt WHERE source_key IN ('b40', 'b41', 'b42')")
                        .query(Long.class)
                        .single())
                .as("what came first counts")
                .isEqualTo(6_000);
        assertThat(received()).isEmpty();
    }

    @Test
    void what_waits_says_why_each_and_what_is_settled_does_not_wait() {
        owed("B-50", "10.00");
        List<ReceiptId> money = received("b50", "10.00", "b51", "10.00");
        allocate(pays(money.get(0), part("B-50", "10.00")));

        ledger.leaveWaiting(java.util.Map.of(money.get(0), "never told", money.get(1), "nothing is named"));

        assertThat(waits("b50")).isNull();
        assertThat(waits("b51")).isEqualTo("nothing is named");
    }

    @Test
    void money_taken_back_waits_as_that_of_whose_document_it_paid() {
        for (InvoiceEntry entry : List.of(invoice("B-60", "60.00"), invoice("B-61", "61.00"))) {
            ledger.enter(Entries.of(entry, Entries.debtor("B60"), null, entry.dueOn()), Cause.inbox(1), TODAY);
        }
        List<ReceiptId> money = received("b60", "60.00", "b61", "100.00");
        allocate(pays(money.get(0), part("B-60", "60.00")), pays(money.get(1), part("B-61", "61.00")));
        DebtorId debtor = accounts.byNumber("B-60").get(0).debtor();
        assertThat(accounts.account(debtor).unapplied()).containsExactly(eur("39.00"));

        ledger.undo(money.get(0), Cause.user("maria", "another's"), TODAY);

        assertThat(accounts.account(debtor).unapplied()).containsExactly(eur("99.00"));
        assertThat(waits("b60")).isEqualTo("undone by maria: another's");
        ledger.reverse(money.get(0), "bank:r60", BANK, TODAY);
        ledger.reverse(money.get(1), "bank:r61", BANK, TODAY);
        assertThat(accounts.account(debtor).unapplied()).isEmpty();
        assertThat(opens("B-60", "B-61")).containsExactly("60.00", "61.00");
    }

    @Test
    void what_is_settled_is_refused_by_its_number_also_when_nothing_else_is_asked_for() {
        owed("B-70", "10.00");
        List<ReceiptId> money = received("b70", "10.00", "b71", "10.00");
        Part part = part("B-70", "10.00");
        allocate(pays(money.get(0), part));

        assertThat(allocate(pays(money.get(1), part))).singleElement().satisfies(one -> assertThat(one.why())
                .hasMessage("document B-70 has only 0.00 EUR open, not 10.00 EUR"));
        assertThat(allocate(pays(money.get(0), part))).hasSize(1);
        assertThat(waits("b70")).isNull();
        assertThat(waits("b71")).isEqualTo("not looked at yet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE unapplied SET left_minor = left_minor - 1 WHERE receipt_id = :receipt",
                "UPDATE unapplied SET currency = 'CHF' WHERE receipt_id = :receipt",
                "UPDATE receipt SET debtor_id = (SELECT min(id) FROM debtor) WHERE id = :receipt",
                "DELETE FROM unapplied WHERE receipt_id = :receipt",
                "INSERT INTO unapplied SELECT receipt_id + 1000000, NULL, 'EUR', DATE '2026-03-10', 1, 'who knows'"
                        + " FROM unapplied WHERE receipt_id = :receipt"
            })
    void rows_that_do_not_follow_receipts_and_postings_are_found(String wrong) {
        owed("B-80-" + wrong.hashCode(), "10.00");
        ReceiptId receipt = received("b80" + wrong.hashCode(), "10.00").get(0);
        transaction.executeWithoutResult(status -> {
            assertThat(new Invariants(jdbc).violations()).isEmpty();
            jdbc.sql(wrong).param("receipt", receipt.value()).update();
            assertThat(new Invariants(jdbc).violations().toString()).contains("I4-unapplied-follows");
            status.setRollbackOnly();
        });
    }

    @Test
    void a_posting_that_takes_back_what_was_never_posted_is_found() {
        owed("B-90", "10.00");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    INSERT INTO posting (kind, item_id, amount_minor, currency, business_date, cause_kind, cause, reverses)
                    SELECT 'issued', item_id, -open_minor, 'EUR', date '2026-03-10', 'user', 'maria', 987654321
                    FROM open_item WHERE number = 'B-90'
                    """).update();
            assertThat(new Invariants(jdbc).violations().toString()).contains("I5-reversal");
            status.setRollbackOnly();
        });
    }

    @Test
    void a_posting_of_an_unknown_kind_is_refused_by_the_database() {
        assertThatThrownBy(() -> jdbc.sql("""
                        INSERT INTO posting (kind, item_id, amount_minor, currency, business_date, cause_kind, cause)
                        VALUES ('given_away', 1, 1, 'EUR', date '2026-03-10', 'user', 'maria')
                        """).update()).hasMessageContaining("posting_kind_known");
    }

    private void owed(String... numbersAndTotals) {
        for (int i = 0; i < numbersAndTotals.length; i += 2) {
            ledger.enter(invoice(numbersAndTotals[i], numbersAndTotals[i + 1]), Cause.inbox(1), TODAY);
        }
    }

    private List<ReceiptId> received(String... keysAndAmounts) {
        Incoming[] incoming = new Incoming[keysAndAmounts.length / 2];
        Arrays.setAll(incoming, i -> new Incoming(receipt(keysAndAmounts[2 * i], keysAndAmounts[2 * i + 1]), BANK));
        return ledger.receive(List.of(incoming), TODAY);
    }

    private List<Refused> allocate(Allocation... wanted) {
        return ledger.allocate(List.of(wanted), TODAY);
    }

    private static Allocation pays(ReceiptId receipt, Part... parts) {
        return new Allocation(receipt, List.of(parts), RULE);
    }

    private Part part(String number, String amount) {
        return new Part(accounts.byNumber(number).get(0).id(), eur(amount));
    }

    private List<String> opens(String... numbers) {
        return Arrays.stream(numbers)
                .map(number -> accounts.byNumber(number).get(0).open().toDecimal())
                .toList();
    }

    private String waits(String key) {
        return jdbc.sql(
                        "SELECT u.why FROM receipt r LEFT JOIN unapplied u ON u.receipt_id = r.id WHERE r.source_key = :key")
                .param("key", key)
                .query((rs, row) -> java.util.Optional.ofNullable(rs.getString(1)))
                .single()
                .orElse(null);
    }
}
