package io.recoup.receivables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.receivables.Ledger.Allocation;
import io.recoup.receivables.Ledger.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A receipt gives something to one debtor while it is taken back, or gets something back, on account of another one. */
class CrossedReleaseStoreTest extends CrossedLedgerTest {

    private static final Cause MARIA = Cause.user("maria", null);

    @Test
    void what_is_given_back_is_added_to_what_is_left_after_all() throws Exception {
        ReceiptId money = paysOneOfTwo("A");

        crossed(
                () -> applyTheRest(money, "A"),
                () -> {
                    enter("A-1", "D1", "50.00");
                    return null;
                },
                () -> {});

        assertThat(left(money)).isEqualTo(20_00);
        assertThat(open("A-2")).isEqualTo("0.00");
    }

    @Test
    void what_is_given_back_may_be_applied_once_it_is_given() throws Exception {
        ReceiptId money = paysOneOfTwo("B");
        applyTheRest(money, "B");
        enter("B-3", "D3", "20.01");
        enter("B-4", "D4", "20.00");
        List<Allocation> wanted = List.of(
                new Allocation(money, List.of(part("B-3", "20.01")), RULE),
                new Allocation(money, List.of(part("B-4", "20.00")), RULE));

        List<Refused> before = transaction.execute(status -> {
            enter("B-1", "D1", "50.00");
            return meanwhile(() -> ledger.allocate(wanted, TODAY));
        });
        assertThat(before)
                .extracting(one -> one.why().getMessage())
                .startsWith("the receipt has only 0.00 EUR left, not 20.01 EUR");

        assertThat(ledger.allocate(wanted, TODAY)).singleElement().satisfies(one -> assertThat(one.why())
                .hasMessage("the receipt has only 20.00 EUR left, not 20.01 EUR"));
        assertThat(left(money)).isNull();
    }

    @Test
    void who_applies_and_who_takes_back_several_wait_for_each_other_in_one_order() throws Exception {
        ReceiptId one = paysOneOfTwo("E");
        ReceiptId two = paysOneOfTwo("F");
        enter("E-3", "D3", "1.00");
        enter("F-3", "D3", "1.00");

        List<Refused> refused = crossed(
                () -> ledger.undo(one, MARIA, TODAY),
                () -> ledger.allocate(
                        List.of(
                                new Allocation(two, List.of(part("F-3", "1.00")), RULE),
                                new Allocation(one, List.of(part("E-3", "1.00")), RULE)),
                        TODAY),
                () -> ledger.undo(two, MARIA, TODAY));

        assertThat(refused).isEmpty();
        assertThat(left(one)).isEqualTo(99_00);
        assertThat(left(two)).isEqualTo(99_00);
    }

    @Test
    void a_payment_is_not_taken_back_as_if_nothing_had_been_applied_meanwhile() {
        ReceiptId money = paysOneOfTwo("C");

        assertThatThrownBy(() -> crossed(
                        () -> applyTheRest(money, "C"),
                        () -> {
                            ledger.reverse(money, "returned", MARIA, TODAY);
                            return null;
                        },
                        () -> {}))
                .isInstanceOf(RefusedEntry.class);

        assertThat(open("C-2")).as("it is asked for anew, with both debtors").isEqualTo("0.00");
        ledger.reverse(money, "returned", MARIA, TODAY);
        assertThat(open("C-2")).isEqualTo("30.00");
    }

    @Test
    void nothing_is_applied_of_a_payment_that_is_taken_back_meanwhile() throws Exception {
        ReceiptId money = paysOneOfTwo("D");

        List<Refused> refused = crossed(
                () -> ledger.reverse(money, "returned", MARIA, TODAY),
                () -> ledger.allocate(List.of(new Allocation(money, List.of(part("D-2", "30.00")), RULE)), TODAY),
                () -> {});

        assertThat(refused).singleElement().satisfies(one -> assertThat(one.why())
                .hasMessage("the receipt has only 0.00 EUR left, not 30.00 EUR"));
        assertThat(open("D-2")).isEqualTo("30.00");
    }

    /** 100.00 that pay 70.00 of one debtor's; another one owes 30.00. */
    private ReceiptId paysOneOfTwo(String series) {
        enter(series + "-1", "D1", "70.00");
        enter(series + "-2", "D2", "30.00");
        ReceiptId money = received(series, "100.00");
        ledger.allocate(money, List.of(part(series + "-1", "70.00")), RULE, TODAY);
        return money;
    }

    private void applyTheRest(ReceiptId money, String series) {
        ledger.allocate(money, List.of(part(series + "-2", "30.00")), RULE, TODAY);
    }
}
