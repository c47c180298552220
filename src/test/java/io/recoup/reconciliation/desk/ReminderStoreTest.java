package io.recoup.reconciliation.desk;

import static io.recoup.receivables.Entries.invoice;
import static io.recoup.receivables.Entries.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import io.recoup.reconciliation.Proposal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who pays without a word what a letter of ours listed pays what it listed. */
class ReminderStoreTest extends MatchingTest {

    @BeforeAll
    void open() {
        house = openHouse(ReconciliationSettings.defaults());
    }

    @Test
    void a_letter_says_what_a_sum_is_for() {
        owesFourOfWhichTwoPairsAddUpToTheSame("L1", "NL91ABNA0417164300");
        remind("L1", LocalDate.parse("2026-03-02"), "sent", "L1-1002", "L1-1003");
        book(Bookings.credit("answer", "300.00", "payment", "Letter L1", "NL91ABNA0417164300"));

        assertThat(paid("answer")).containsExactly("L1-1002", "L1-1003");
        assertThat(proposal("answer").best().why())
                .extracting(reason -> reason.code())
                .contains("reminded");
    }

    @Test
    void who_pays_the_letter_may_pay_what_it_charged_too() {
        owesFourOfWhichTwoPairsAddUpToTheSame("L6", "IE29AIBK93115212345678");
        long letter = remind("L6", LocalDate.parse("2026-03-02"), "sent", "L6-1002", "L6-1003");
        charge("L6", "FEE-" + letter + "-EUR", "5.00");
        book(Bookings.credit("with the fee", "305.00", "payment", "Letter L6", "IE29AIBK93115212345678"));

        assertThat(paid("with the fee")).containsExactly("FEE-" + letter + "-EUR", "L6-1002", "L6-1003");
        assertThat(reasons("with the fee")).contains("reminded");
    }

    @Test
    void sixty_days_after_the_letter_it_still_does_and_not_a_day_later() {
        owesFourOfWhichTwoPairsAddUpToTheSame("L2", "BE68539007547034");
        remind("L2", LocalDate.parse("2026-01-08"), "sent", "L2-1002", "L2-1003");
        book(Bookings.credit("in time", "300.00", "payment", "Letter L2", "BE68539007547034"));
        assertThat(reasons("in time")).contains("reminded");

        owesFourOfWhichTwoPairsAddUpToTheSame("L3", "FR7630006000011234567890189");
        remind("L3", LocalDate.parse("2026-01-07"), "sent", "L3-1002", "L3-1003");
        book(Bookings.credit("too late", "300.00", "payment", "Letter L3", "FR7630006000011234567890189"));
        assertThat(reasons("too late")).doesNotContain("reminded");
    }

    @Test
    void a_letter_that_was_withdrawn_and_an_item_that_was_dropped_from_one_say_nothing() {
        owesFourOfWhichTwoPairsAddUpToTheSame("L4", "GB29NWBK60161331926819");
        remind("L4", LocalDate.parse("2026-03-02"), "withdrawn", "L4-1002", "L4-1003");
        book(Bookings.credit("never sent", "300.00", "payment", "Letter L4", "GB29NWBK60161331926819"));
        assertThat(reasons("never sent")).doesNotContain("reminded");

        owesFourOfWhichTwoPairsAddUpToTheSame("L5", "ES9121000418450200051332");
        remind("L5", LocalDate.parse("2026-03-02"), "sent", "L5-1001", "L5-1002", "L5-1003");
        jdbc.sql("UPDATE notice_item SET dropped = 'disputed' WHERE item_id = :item")
                .param("item", item("L5-1001").id().value())
                .update();
        book(Bookings.credit("the rest", "300.00", "payment", "Letter L5", "ES9121000418450200051332"));
        assertThat(paid("the rest")).containsExactly("L5-1002", "L5-1003");
        assertThat(reasons("the rest")).contains("reminded");
    }

    /** 1001 + 1004 and 1002 + 1003 are 300.00 each. */
    private void owesFourOfWhichTwoPairsAddUpToTheSame(String debtor, String iban) {
        String[] totals = {"90.00", "120.00", "180.00", "210.00"};
        for (int i = 0; i < totals.length; i++) {
            owes(named(debtor, "Letter " + debtor, iban), debtor + "-100" + (i + 1), totals[i]);
        }
    }

    private long remind(String debtor, LocalDate on, String state, String... numbers) {
        long notice = jdbc.sql("""
            INSERT INTO notice (debtor_id, procedure, level, level_days, planned_on, state, message_id, policy_hash,
                                sent_on, on_wire_at)
            VALUES (:debtor, 'standard', 'first', 7, :on, :state, :message, 'hash', :on, now()) RETURNING id
            """)
                .param("debtor", debtorOf(debtor).value())
                .param("on", on)
                .param("state", state)
                .param("message", "<" + debtor + "@example.org>")
                .query(Long.class)
                .single();
        for (String number : numbers) {
            jdbc.sql("""
                INSERT INTO notice_item (notice_id, debtor_id, item_id, procedure, level, level_days, occurrence, amount_minor,
                                         currency, seen_open_minor, sent_on)
                SELECT n.id, n.debtor_id, o.item_id, n.procedure, n.level, n.level_days, 1, o.open_minor, o.currency,
                       o.open_minor, CASE WHEN n.state = 'sent' THEN n.sent_on END
                FROM notice n, open_item o WHERE n.id = :notice AND o.number = :number
                """).param("notice", notice).param("number", number).update();
        }
        jdbc.sql("""
            INSERT INTO debtor_decision (debtor_id, decided_on, answers)
            SELECT n.debtor_id, n.planned_on,
                   json_agg(json_build_object('item', ni.item_id, 'is', 'notice', 'why', 'due'))
            FROM notice n JOIN notice_item ni ON ni.notice_id = n.id WHERE n.id = :notice GROUP BY n.id
            """).param("notice", notice).update();
        return notice;
    }

    private void charge(String debtor, String number, String amount) {
        InvoiceEntry fee = of(invoice(number, amount), named(debtor, "Letter " + debtor), null, DUE);
        enter(new InvoiceEntry(
                OpenItem.OWN_SOURCE,
                number,
                null,
                ItemKind.FEE,
                number,
                fee.issuedOn(),
                fee.dueOn(),
                fee.total(),
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
                fee.debtor()));
    }

    private List<String> paid(String bankId) {
        return proposal(bankId).best().parts().stream()
                .map(Proposal.Part::item)
                .map(item -> item.number())
                .sorted()
                .toList();
    }

    private List<String> reasons(String bankId) {
        return proposal(bankId).best().why().stream()
                .map(reason -> reason.code())
                .toList();
    }
}
