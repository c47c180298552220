package io.recoup.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.receivables.Ledger.Allocation;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.Ledger.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who waits for a debtor's lock has looked for the debtor before: what changed until he holds it is read anew. */
class CrossedPostingStoreTest extends CrossedLedgerTest {

    @Test
    void what_was_paid_in_part_meanwhile_takes_what_is_left_and_not_a_cent_more() throws Exception {
        Part part = owed("C-1", "D1", "100.00", "40.00");
        ReceiptId first = received("c1a", "40.00");

        List<Refused> refused = crossed(
                "C-1",
                () -> ledger.allocate(first, List.of(part), RULE, TODAY),
                pays(received("c1b", "100.00"), "C-1", "60.01"),
                pays(received("c1c", "100.00"), "C-1", "60.00"));

        assertThat(refused).singleElement().satisfies(one -> assertThat(one.why())
                .hasMessage("document C-1 has only 60.00 EUR open, not 60.01 EUR"));
        assertThat(open("C-1")).isEqualTo("0.00");
    }

    @Test
    void what_was_paid_in_part_meanwhile_is_settled_by_the_rest_of_it_and_told_once() throws Exception {
        Part part = owed("C-8", "D1", "100.00", "40.00");
        ReceiptId first = received("c8a", "40.00");

        List<Refused> refused = crossed(
                "C-8",
                () -> ledger.allocate(first, List.of(part), RULE, TODAY),
                pays(received("c8b", "60.00"), "C-8", "60.00"));

        assertThat(refused).isEmpty();
        assertThat(open("C-8")).isEqualTo("0.00");
        assertThat(jdbc.sql("""
                SELECT concat_ws(' ', payload ->> 'amountMinor', payload ->> 'openMinor') FROM fact
                WHERE payload ->> 'number' = 'C-8' AND type = 'ItemPaid' ORDER BY id
                """).query(String.class).list()).containsExactly("4000 6000", "6000 0");
    }

    @Test
    void what_was_settled_meanwhile_is_refused_and_costs_the_others_nothing() throws Exception {
        Part part = owed("C-2", "D1", "100.00", "100.00");
        owed("C-3", "D1", "30.00", "30.00");
        ReceiptId first = received("c2a", "100.00");

        List<Refused> refused = crossed(
                "C-2",
                () -> ledger.allocate(first, List.of(part), RULE, TODAY),
                pays(received("c2b", "100.00"), "C-2", "100.00"),
                pays(received("c2c", "30.00"), "C-3", "30.00"));

        assertThat(refused).singleElement().satisfies(one -> assertThat(one.why())
                .hasMessage("document C-2 has only 0.00 EUR open, not 100.00 EUR"));
        assertThat(open("C-3")).isEqualTo("0.00");
    }

    @Test
    void what_owes_again_meanwhile_is_paid() throws Exception {
        Part part = owed("C-4", "D1", "100.00", "100.00");
        ReceiptId first = received("c4a", "100.00");
        ledger.allocate(first, List.of(part), RULE, TODAY);

        List<Refused> refused = crossed(
                "C-4",
                () -> ledger.undo(first, Cause.user("maria", null), TODAY),
                pays(received("c4b", "100.00"), "C-4", "100.00"));

        assertThat(refused).isEmpty();
        assertThat(open("C-4")).isEqualTo("0.00");
    }

    @Test
    void what_went_to_another_debtor_meanwhile_is_refused() throws Exception {
        owed("C-5", "D1", "100.00", "100.00");

        List<Refused> refused =
                crossed("C-5", () -> enter("C-5", "D5", "100.00"), pays(received("c5", "100.00"), "C-5", "100.00"));

        assertThat(refused).singleElement().satisfies(one -> assertThat(((RefusedEntry) one.why()).getMessage())
                .contains("C-5"));
        assertThat(open("C-5")).isEqualTo("100.00");
    }

    @Test
    void money_used_meanwhile_is_not_used_again() throws Exception {
        Part part = owed("C-6", "D1", "50.00", "50.00");
        owed("C-7", "D1", "50.00", "50.00");
        ReceiptId money = received("c6", "80.00");

        List<Refused> refused =
                crossed("C-6", () -> ledger.allocate(money, List.of(part), RULE, TODAY), pays(money, "C-7", "50.00"));

        assertThat(refused).singleElement().satisfies(one -> assertThat(one.why())
                .hasMessage("the receipt has only 30.00 EUR left, not 50.00 EUR"));
        assertThat(open("C-7")).isEqualTo("50.00");
    }

    /** One transaction holds the debtor of the item and changes what is owed; the other one asks meanwhile, and waits. */
    private List<Refused> crossed(String number, Runnable change, Allocation... wanted) throws Exception {
        return crossed(
                () -> ledger.lock(accounts.byNumber(number).get(0).debtor()),
                () -> ledger.allocate(List.of(wanted), TODAY),
                change);
    }

    private Part owed(String number, String debtor, String total, String part) {
        enter(number, debtor, total);
        return part(number, part);
    }

    private Allocation pays(ReceiptId receipt, String number, String amount) {
        return new Allocation(receipt, List.of(part(number, amount)), RULE);
    }
}
