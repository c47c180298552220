package io.recoup.receivables;

import static io.recoup.receivables.Entries.creditNote;
import static io.recoup.receivables.Entries.eur;
import static io.recoup.receivables.Entries.invoice;
import static io.recoup.receivables.Entries.receipt;
import static io.recoup.receivables.Entries.stating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.receivables.Ledger.Forgiven;
import io.recoup.receivables.Ledger.Part;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a payment settles without money of its own: discounts, small differences, credit notes. */
class ForgivenAndNettedStoreTest extends LedgerTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final Cause RULE = Cause.rule("reference", "names it");
    private static final Cause MARIA = Cause.user("maria", "wrong");

    private int receipts;

    @Test
    void a_discount_settles_what_the_money_leaves_and_goes_back_with_it() {
        ledger.enter(invoice("A-1001", "100.00"), Cause.inbox(1), TODAY);
        ReceiptId money = received("98.00");

        ledger.allocate(money, List.of(part("A-1001", "98.00", "2.00", Forgiven.DISCOUNT)), RULE, TODAY);
        assertThat(open("A-1001")).isEqualTo("0.00");
        assertThat(waits(money)).isNull();

        ledger.undo(money, MARIA, TODAY);
        assertThat(open("A-1001")).isEqualTo("100.00");
        assertThat(waits(money)).isEqualTo("undone by maria: wrong");
    }

    @Test
    void undoing_the_money_of_one_item_takes_its_discount_along_and_leaves_the_other_item_paid() {
        ledger.enter(invoice("A-1002", "100.00"), Cause.inbox(1), TODAY);
        ledger.enter(invoice("A-1003", "50.00"), Cause.inbox(1), TODAY);
        ReceiptId money = received("147.00");
        ledger.allocate(
                money,
                List.of(
                        part("A-1002", "98.00", "2.00", Forgiven.DISCOUNT),
                        part("A-1003", "49.00", "1.00", Forgiven.SMALL_DIFFERENCE)),
                RULE,
                TODAY);

        ledger.undo(allocationOf("A-1002"), MARIA, TODAY);

        assertThat(open("A-1002")).isEqualTo("100.00");
        assertThat(open("A-1003")).isEqualTo("0.00");
    }

    @Test
    void a_credit_note_beside_the_items_pays_the_first_of_them_and_money_the_rest() {
        ledger.enter(invoice("A-1004", "20.00"), Cause.inbox(1), TODAY);
        ledger.enter(invoice("A-1005", "80.00"), Cause.inbox(1), TODAY);
        ledger.enter(creditNote("C-1", "30.00", null), Cause.inbox(1), TODAY);
        ReceiptId money = received("70.00");
        ledger.allocate(
                money, List.of(part("A-1004", "20.00"), part("A-1005", "80.00"), part("C-1", "30.00")), RULE, TODAY);

        assertThat(List.of(open("A-1004"), open("A-1005"), open("C-1"))).containsOnly("0.00");
        assertThat(waits(money)).isNull();

        ledger.reverse(money, "bank:return", Cause.bank("return", null), TODAY);
        assertThat(List.of(open("A-1004"), open("A-1005"), open("C-1"))).containsExactly("20.00", "80.00", "30.00");
    }

    @Test
    void what_does_not_add_up_is_refused_and_nothing_is_posted() {
        ledger.enter(invoice("A-1006", "100.00"), Cause.inbox(1), TODAY);
        ledger.enter(creditNote("C-2", "30.00", null), Cause.inbox(1), TODAY);
        ReceiptId money = received("70.00");

        refused(money, "only 100.00 EUR open, not 100.01 EUR", part("A-1006", "70.00", "30.01", Forgiven.DISCOUNT));
        refused(money, "only 70.00 EUR left, not 70.01 EUR", part("A-1006", "70.01"));
        refused(money, "exceeds the items beside it by 10.00 EUR", part("A-1006", "20.00"), part("C-2", "30.00"));
        refused(money, "leave nothing for the receipt", part("A-1006", "30.00"), part("C-2", "30.00"));
        refused(money, "cannot pay credit_note C-2", part("C-2", "30.00"));

        assertThat(open("A-1006")).isEqualTo("100.00");
        assertThat(open("C-2")).isEqualTo("30.00");
    }

    @Test
    void a_document_reduced_later_loses_its_discount_before_its_money() {
        ledger.enter(invoice("A-1007", "100.00"), Cause.inbox(1), TODAY);
        ReceiptId money = received("98.00");
        ledger.allocate(money, List.of(part("A-1007", "98.00", "2.00", Forgiven.DISCOUNT)), RULE, TODAY);

        ledger.enter(stating(invoice("A-1007", "100.00"), "99.00", null, false, null), Cause.inbox(2), TODAY);
        assertThat(waits(money)).isNull();
        ledger.enter(stating(invoice("A-1007", "100.00"), "90.00", null, false, null), Cause.inbox(3), TODAY);

        assertThat(open("A-1007")).isEqualTo("0.00");
        assertThat(waits(money)).contains("A-1007 was reduced");
    }

    private void refused(ReceiptId money, String why, Part... parts) {
        assertThatThrownBy(() -> ledger.allocate(money, List.of(parts), RULE, TODAY))
                .isInstanceOf(RefusedEntry.class)
                .hasMessageContaining(why);
    }

    private ReceiptId received(String amount) {
        return ledger.receive(receipt("bank:" + ++receipts, amount), Cause.bank("b", null), TODAY);
    }

    private Part part(String number, String amount) {
        return new Part(accounts.byNumber(number).get(0).id(), eur(amount));
    }

    private Part part(String number, String amount, String forgiven, Forgiven as) {
        return new Part(accounts.byNumber(number).get(0).id(), eur(amount), eur(forgiven), as);
    }

    private String open(String number) {
        return accounts.byNumber(number).get(0).open().toDecimal();
    }

    private String waits(ReceiptId receipt) {
        return jdbc.sql("SELECT why FROM unapplied WHERE receipt_id = :id")
                .param("id", receipt.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private long allocationOf(String number) {
        return jdbc.sql("SELECT max(a.id) FROM allocation a JOIN item i ON i.id = a.item_id WHERE i.number = :number")
                .param("number", number)
                .query(Long.class)
                .single();
    }
}
