package io.recoup.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.money.Money;
import io.recoup.outbox.Failure;
import io.recoup.outbox.OutTask;
import io.recoup.receivables.Cause;
import io.recoup.receivables.Entries;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ReceiptId;
import io.recoup.testing.PostgresTest;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The lives of some cases, from the last reminder to the end. */
class CaseLifeTest extends PostgresTest {

    private AgencyRoom room;
    private StatefulAgency agency;

    @BeforeAll
    void open() {
        room = new AgencyRoom(dataSource, jdbc, transaction, AgencySettings.Repeat.LOOKUP, true);
        agency = new StatefulAgency(false);
    }

    @Test
    void a_debtor_pays_half_to_the_agency_and_half_to_us() {
        // Two invoices went through every reminder. 150 EUR need no person: the rule hands them over.
        room.owes("D1", "L-1", "100.00");
        room.owes("D1", "L-2", "50.00");
        room.exhausted("D1", "L-1", "L-2");
        assertThat(room.referral("L-1", "rule")).isEqualTo("approve-automatically-up-to");
        assertThat(room.of("L-1", "state")).isEqualTo("prepared");
        assertThat(room.isHeld("L-1")).isTrue();
        assertThat(room.isHeld("L-2")).isTrue();

        // The agency takes the case and looks at it.
        agency.carry(room.placements);
        report("L-1", CaseState.UNDER_REVIEW, "checking", null);
        report("L-1", CaseState.ACTIVE, "in_progress", null);

        // The debtor pays the agency 120: the older invoice is settled, the younger one in part.
        payment("L-1", "P-1", "120.00", CasePayment.Recipient.AGENCY, false);
        payment("L-1", "P-1", "120.00", CasePayment.Recipient.AGENCY, false);
        assertThat(open("L-1")).isEqualTo("0.00");
        assertThat(open("L-2")).isEqualTo("30.00");

        // The agency knows of its own money; it is not told.
        room.hearing.react(room.today);
        assertThat(agency.carry(room.payments)).isZero();

        // The rest comes to our bank. The agency must hear of it, and hears of it once.
        room.pays("bank:l2", "L-2", "30.00");
        room.hearing.react(room.today);
        assertThat(agency.carry(room.payments)).isEqualTo(1);
        assertThat(agency.carry(room.payments)).isZero();
        assertThat(agency.messages.values()).last().satisfies(told -> {
            assertThat(told.path("amount").asText()).isEqualTo("30.00");
            assertThat(told.path("reversed").asBoolean()).isFalse();
            assertThat(told.path("agencyCaseId").asText()).isEqualTo(room.of("L-1", "agency_case_id"));
        });

        // It closes the case as paid: nothing holds the debtor any more.
        report("L-1", CaseState.CLOSED, "settled", CaseOutcome.PAID);
        assertThat(room.of("L-1", "outcome")).isEqualTo("paid");
        assertThat(room.isHeld("L-1")).isFalse();
        assertThat(room.lifeOf("L-1")).containsExactly("submitting", "submitted", "under_review", "active", "closed");

        // The bank takes the money back after all: a person is told.
        ReceiptId money = receipt("bank:l2");
        room.ledger.reverse(money, "bank:l2-return", Cause.bank("l2-return", "returned"), room.today);
        room.hearing.react(room.today);
        assertThat(room.of("L-2", "alert")).contains("owes 30.00 EUR again after the case was closed");

        // And the agency goes on with it: the items are bound to the case once more.
        report("L-1", CaseState.ACTIVE, "in_progress", null);
        assertThat(room.of("L-1", "state")).isEqualTo("active");
        assertThat(room.isHeld("L-2")).isTrue();
    }

    @Test
    void a_payment_the_agency_takes_back_is_owed_again() {
        take("D2", "L-3", "80.00");
        payment("L-3", "P-3", "100.00", CasePayment.Recipient.AGENCY, false);
        assertThat(open("L-3")).isEqualTo("0.00");
        assertThat(waits("agency:strict:P-3")).contains("20.00 EUR more than the items of case");

        payment("L-3", "P-3", "100.00", CasePayment.Recipient.AGENCY, true);
        payment("L-3", "P-3", "100.00", CasePayment.Recipient.AGENCY, true);

        assertThat(open("L-3")).isEqualTo("80.00");
        room.hearing.react(room.today);
        assertThat(agency.carry(room.payments)).isZero();
        assertThat(room.facts("CasePaymentReported"))
                .filteredOn(f -> f.json().contains("P-3"))
                .hasSize(2);
    }

    @Test
    void money_the_debtor_paid_to_us_is_noted_and_waits_for_the_bank() {
        take("D3", "L-4", "80.00");
        payment("L-4", "P-4", "80.00", CasePayment.Recipient.CREDITOR, false);
        payment("L-4", "P-4", "81.00", CasePayment.Recipient.CREDITOR, false);

        assertThat(open("L-4")).isEqualTo("80.00");
        assertThat(room.of("L-4", "alert")).contains("was 80.00 EUR, now the agency says 81.00 EUR");
    }

    @Test
    void a_word_that_nobody_knows_keeps_the_state_and_wakes_a_person_once() {
        take("D4", "L-5", "80.00");
        report("L-5", CaseState.ACTIVE, "in_progress", null);

        report("L-5", null, "gone fishing", null);
        report("L-5", null, "gone fishing", null);

        assertThat(room.of("L-5", "state")).isEqualTo("active");
        assertThat(room.of("L-5", "raw_status")).isEqualTo("gone fishing");
        assertThat(room.of("L-5", "alert")).contains("'gone fishing', which our map does not know");
        assertThat(events("L-5", "gone fishing")).isEqualTo(1);
        room.desk.dismissAlert(room.placementOf("L-5"), "maria");
        assertThat(room.of("L-5", "alert")).isNull();
    }

    @Test
    void a_state_that_cannot_follow_is_not_believed() {
        take("D5", "L-6", "80.00");
        report("L-6", CaseState.ACTIVE, "in_progress", null);
        report("L-6", CaseState.REJECTED, "declined", null);

        assertThat(room.of("L-6", "state")).isEqualTo("active");
        assertThat(room.of("L-6", "alert")).contains("rejected, which does not follow active");
    }

    @Test
    void an_older_report_changes_nothing() {
        take("D6", "L-7", "80.00");
        reportAt("L-7", CaseState.ACTIVE, "2026-05-03T10:00:00Z");
        reportAt("L-7", CaseState.PAUSED, "2026-05-03T09:59:59Z");
        assertThat(room.of("L-7", "state")).isEqualTo("active");
        reportAt("L-7", CaseState.PAUSED, "2026-05-03T10:00:00Z");
        assertThat(room.of("L-7", "state")).isEqualTo("paused");
    }

    @Test
    void a_recalled_case_comes_back_and_its_items_are_ours_again() {
        take("D7", "L-8", "80.00");
        report("L-8", CaseState.ACTIVE, "in_progress", null);
        room.desk.recall(room.placementOf("L-8"), "maria", "paying in instalments", room.today);
        assertThat(room.of("L-8", "state")).isEqualTo("recall_requested");

        agency.will(StatefulAgency.Fault.ACCEPTS_THEN_TIMES_OUT);
        agency.carry(room.recalls);
        agency.carry(room.recalls);
        assertThat(agency.carry(room.recalls)).isZero();
        report("L-8", CaseState.ACTIVE, "in_progress", null);
        assertThat(room.of("L-8", "state")).isEqualTo("recall_requested");
        assertThat(room.of("L-8", "alert")).isNull();

        report("L-8", CaseState.CLOSED, "withdrawn", CaseOutcome.RECALLED);
        assertThat(room.isHeld("L-8")).isFalse();
        assertThatThrownBy(() -> room.desk.recall(room.placementOf("L-8"), "maria", "again", room.today))
                .hasMessageContaining("nothing to recall");
    }

    @Test
    void a_recall_of_a_case_on_its_way_leaves_as_soon_as_the_agency_has_it() {
        room.owes("D8", "L-9", "80.00");
        room.exhausted("D8", "L-9");
        var task = room.placements.claim(AgencyRoom.AGENCY, 1).get(0);
        room.desk.recall(room.placementOf("L-9"), "maria", "wrong debtor", room.today);
        assertThat(agency.carry(room.recalls)).isZero();

        agency.carry(room.placements, task);

        assertThat(room.of("L-9", "state")).isEqualTo("recall_requested");
        assertThat(agency.carry(room.recalls)).isEqualTo(1);
    }

    @Test
    void what_is_paid_before_the_hand_over_never_leaves() {
        room.owes("D9", "L-10", "80.00");
        room.exhausted("D9", "L-10");
        room.pays("bank:l10", "L-10", "80.00");

        assertThat(agency.carry(room.placements)).isZero();

        assertThat(room.of("L-10", "outcome")).isEqualTo("paid_before_handover");
        assertThat(room.referral("L-10", "state")).isEqualTo("withdrawn");
        assertThat(room.isHeld("L-10")).isFalse();
        room.hearing.react(room.today);
        assertThat(agency.carry(room.payments)).isZero();
    }

    @Test
    void what_is_paid_in_part_before_the_hand_over_leaves_with_the_rest_and_is_not_told_again() {
        room.owes("D10", "L-11", "80.00");
        room.exhausted("D10", "L-11");
        room.pays("bank:l11", "L-11", "30.00");
        agency.carry(room.placements);
        room.hearing.react(room.today);

        assertThat(room.of("L-11", "principal_minor")).isEqualTo("5000");
        assertThat(agency.carry(room.payments)).isZero();
    }

    @Test
    void a_sum_above_the_rule_waits_for_a_person_and_one_below_the_minimum_is_declined() {
        room.owes("D11", "L-12", "500.01");
        room.owes("D12", "L-13", "19.99");
        room.owes("D13", "L-14", "20.00");
        room.owes("D14", "L-15", "500.00");
        room.exhausted("D11", "L-12");
        room.exhausted("D12", "L-13");
        room.exhausted("D13", "L-14");
        room.exhausted("D14", "L-15");

        assertThat(room.referral("L-12", "state")).isEqualTo("proposed");
        assertThat(room.referral("L-13", "state")).isEqualTo("declined");
        assertThat(room.referral("L-13", "decision")).contains("19.99 EUR is less");
        assertThat(room.referral("L-14", "state")).isEqualTo("approved");
        assertThat(room.referral("L-15", "state")).isEqualTo("approved");

        room.exhausted("D11", "L-12");
        room.desk.approve(room.referralOf("L-12"), "maria", room.today);
        assertThat(room.referral("L-12", "approved_by")).isEqualTo("maria");
        assertThatThrownBy(() -> room.desk.approve(room.referralOf("L-12"), "karl", room.today))
                .isInstanceOf(RefusedCommand.class)
                .hasMessageContaining("approved already");
        agency.carry(room.placements);
    }

    @Test
    void a_disputed_item_is_not_referred() {
        room.owes("D15", "L-16", "80.00");
        room.owes("D15", "L-17", "70.00");
        room.ledger.hold(
                room.debtor("D15"),
                room.item("L-16").id(),
                new InvoiceEntry.HoldEntry("dispute", null, "hole"),
                "maria");
        room.exhausted("D15", "L-16", "L-17");

        assertThat(room.of("L-17", "principal_minor")).isEqualTo("7000");
        assertThat(room.isHeld("L-16")).isFalse();
        agency.carry(room.placements);
    }

    @Test
    void a_case_that_ends_without_payment_keeps_its_hold_until_a_person_looks() {
        take("D16", "L-18", "80.00");
        report("L-18", CaseState.CLOSED, "uncollectable", CaseOutcome.EXHAUSTED);

        assertThat(room.isHeld("L-18")).isTrue();
        assertThat(room.of("L-18", "alert")).contains("closed as exhausted with 80.00 EUR still open");
    }

    @Test
    void a_poll_brings_report_and_payments_and_nonsense_changes_nothing() {
        take("D17", "L-19", "80.00");
        var poll = pollOf("L-19");
        room.polls.succeeded(poll, "It works!");
        assertThat(room.of("L-19", "alert"))
                .contains("its state cannot be asked for")
                .contains("not JSON");

        poll = pollOf("L-19");
        room.polls.succeeded(poll, """
                {"caseNumber": "%s", "state": "active", "stage": "extrajudicial", "balance": "partial",
                 "currency": "EUR", "outstanding": "50.00",
                 "payments": [{"paymentId": "P-19", "on": "2026-05-02", "currency": "EUR", "amount": "30.00",
                               "receivedBy": "agency"}]}
                """.formatted(room.of("L-19", "case_number")));

        assertThat(room.of("L-19", "state")).isEqualTo("active");
        assertThat(room.of("L-19", "outstanding_minor")).isEqualTo("5000");
        assertThat(open("L-19")).isEqualTo("50.00");
    }

    @Test
    void news_of_a_case_we_never_placed_is_refused() {
        assertThatThrownBy(() -> room.cases.record(
                        CaseNewsReader.read("{\"caseNumber\": \"RC-999\", \"state\": \"active\"}", "strict")
                                .get(0),
                        room.today))
                .isInstanceOf(RefusedNews.class)
                .hasMessageContaining("RC-999, which we never placed there");
    }

    private OutTask pollOf(String number) {
        OutTask mine = null;
        for (OutTask task : room.polls.claim(AgencyRoom.AGENCY, 100)) {
            if (task.id() == room.placementOf(number)) {
                mine = task;
            } else {
                room.polls.failed(task, Failure.UNREACHABLE, "not now");
            }
        }
        return mine;
    }

    private void take(String debtor, String number, String amount) {
        room.owes(debtor, number, amount);
        room.exhausted(debtor, number);
        agency.carry(room.placements);
    }

    private void report(String number, CaseState state, String raw, CaseOutcome outcome) {
        room.cases.record(
                new CaseReport(
                        AgencyRoom.AGENCY,
                        room.of(number, "case_number"),
                        null,
                        state,
                        null,
                        null,
                        outcome,
                        null,
                        null,
                        null,
                        raw),
                room.today);
    }

    private void reportAt(String number, CaseState state, String at) {
        room.cases.record(
                new CaseReport(
                        AgencyRoom.AGENCY,
                        room.of(number, "case_number"),
                        null,
                        state,
                        null,
                        null,
                        null,
                        null,
                        Instant.parse(at),
                        null,
                        state.word()),
                room.today);
    }

    private void payment(String number, String id, String amount, CasePayment.Recipient to, boolean reversed) {
        room.cases.record(
                new CasePayment(
                        AgencyRoom.AGENCY,
                        room.of(number, "case_number"),
                        null,
                        id,
                        Entries.eur(amount),
                        LocalDate.parse("2026-05-02"),
                        to,
                        reversed),
                room.today);
    }

    private String open(String number) {
        Money open = room.item(number).open();
        return open.toDecimal();
    }

    private String waits(String key) {
        return jdbc.sql(
                        "SELECT u.why FROM receipt r LEFT JOIN unapplied u ON u.receipt_id = r.id WHERE r.source_key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    private ReceiptId receipt(String key) {
        return new ReceiptId(jdbc.sql("SELECT id FROM receipt WHERE source_key = :key")
                .param("key", key)
                .query(Long.class)
                .single());
    }

    private int events(String number, String raw) {
        return jdbc.sql("SELECT count(*) FROM case_event WHERE placement_id = :id AND raw = :raw")
                .param("id", room.placementOf(number))
                .param("raw", raw)
                .query(Integer.class)
                .single();
    }
}
