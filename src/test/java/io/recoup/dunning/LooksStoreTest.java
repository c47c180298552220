package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.dunning.store.LookStore;
import io.recoup.dunning.store.LookStore.Whom;
import io.recoup.money.Money;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorEntry;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.OpenItem;
import io.recoup.receivables.ReceiptEntry;
import io.recoup.receivables.ReceiptId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which debtors a run looks at: those about whom something is new, on the day on which it is. */
class LooksStoreTest extends LettersTest {

    private static final LocalDate FIRST_LETTER = DUE.minusDays(3);

    private String debtor;

    @BeforeEach
    void a_debtor_who_was_looked_at_long_before_anything_is_due() {
        today = DUE.minusDays(20);
        debtor = debtor("nora");
        invoice(debtor, "N-1", "100.00");
        assertThat(dunning.plan(today).debtors()).isEqualTo(1);
    }

    @Test
    void nobody_is_looked_at_again_before_the_day_of_the_next_letter() {
        assertThat(lookedAt(today)).isEmpty();
        assertThat(lookedAt(FIRST_LETTER.minusDays(1))).isEmpty();
        assertThat(lookedAt(FIRST_LETTER)).containsExactly(item("N-1").debtor());
        assertThat(dunning.plan(today.plusDays(1)).debtors()).isZero();
        assertThat(dunning.plan(FIRST_LETTER).notices()).isEqualTo(1);
    }

    @Test
    void an_item_that_comes_is_seen_and_one_that_goes() {
        invoice(debtor, "N-2", "50.00");
        assertThat(lookedAt(today)).hasSize(1);
        dunning.plan(today);
        assertThat(lookedAt(today)).isEmpty();
        pay("N-2");
        assertThat(lookedAt(today)).hasSize(1);
        dunning.plan(today);
        assertThat(lookedAt(today)).isEmpty();
    }

    @Test
    void nobody_is_looked_at_to_see_that_a_letter_has_left() {
        run(FIRST_LETTER);
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(1);
        LocalDate second = DUE.plusDays(3);
        for (LocalDate day = FIRST_LETTER.plusDays(1); day.isBefore(second); day = day.plusDays(1)) {
            assertThat(run(day).debtors()).as("on %s", day).isZero();
        }
        assertThat(run(second).notices()).isEqualTo(1);
        assertThat(jdbc.sql("""
                        SELECT concat_ws(' ', answers -> 0 ->> 'is', answers -> 0 ->> 'then', answers -> 0 ->> 'next')
                        FROM debtor_decision ORDER BY decided_on DESC OFFSET 1 LIMIT 1
                        """).query(String.class).single())
                .as("the letter and what stood after it")
                .startsWith("notice wait.level")
                .endsWith(" " + second);
    }

    @Test
    void whoever_has_a_letter_that_stayed_is_looked_at_until_it_has_left() {
        run(FIRST_LETTER);
        assertThat(run(FIRST_LETTER.plusDays(1)).debtors()).isEqualTo(1);
        assertThat(run(FIRST_LETTER.plusDays(2)).debtors()).isEqualTo(1);
        dunning.sendDue();
        run(DUE);
        assertThat(run(DUE.plusDays(1)).debtors()).isZero();
    }

    @Test
    void a_letter_that_was_withdrawn_is_planned_anew_by_the_next_run() {
        run(FIRST_LETTER);
        jdbc.sql("UPDATE notice SET state = 'withdrawn'").update();
        assertThat(run(FIRST_LETTER.plusDays(1)).notices()).isEqualTo(1);
    }

    @Test
    void a_hold_that_comes_is_seen_and_one_that_ends() {
        long hold = ledger.hold(item("N-1").debtor(), null, new InvoiceEntry.HoldEntry("dispute", null, null), "rosa");
        assertThat(lookedAt(today)).hasSize(1);
        dunning.plan(today);
        assertThat(lookedAt(today)).isEmpty();
        assertThat(lookedAt(FIRST_LETTER)).isEmpty();
        ledger.release(hold, "rosa");
        assertThat(lookedAt(today)).hasSize(1);
    }

    @Test
    void whoever_owes_nothing_any_more_is_looked_at_once() {
        pay("N-1");
        assertThat(lookedAt(today)).containsExactly(item("N-1").debtor());
        assertThat(run(today.plusDays(1)).notices()).isZero();
        assertThat(lookedAt(FIRST_LETTER)).isEmpty();
    }

    @Test
    void what_changes_while_a_run_looks_is_seen_by_the_next() {
        pay("N-1");
        LocalDate tomorrow = today.plusDays(1);
        List<Long> one = List.of(item("N-1").debtor().value());
        assertThat(looks().take(one, tomorrow, policy(), false)).hasSize(1);
        enter(debtor, "N-2", DUE);
        assertThat(looks().take(one, tomorrow, policy(), false)).hasSize(1);
        assertThat(looks().take(one, tomorrow, policy(), false)).isEmpty();
    }

    @Test
    void marks_that_another_run_spreads_are_seen_and_not_waited_for() {
        invoice(debtor, "N-2", "50.00");
        List<Long> one = List.of(item("N-1").debtor().value());
        transaction.executeWithoutResult(status -> {
            assertThat(looks().take(one, today, policy(), false)).hasSize(1);
            assertThat(CompletableFuture.supplyAsync(() -> looks().take(one, today, policy(), false))
                            .orTimeout(20, TimeUnit.SECONDS)
                            .join())
                    .hasSize(1);
            status.setRollbackOnly();
        });
        assertThat(looks().take(one, today, policy(), false))
                .as("given back, and a look too many")
                .hasSize(1);
        assertThat(marks()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE open_item SET open_minor = open_minor - 1",
                "UPDATE open_item SET due_on = due_on + 1",
                "DELETE FROM open_item",
                "INSERT INTO hold (debtor_id, kind, placed_by) SELECT id, 'pause', 'rosa' FROM debtor",
                "UPDATE hold SET until_on = DATE '2026-03-09'",
                "DELETE FROM hold"
            })
    void rows_leave_a_mark_however_they_change(String change) {
        ledger.hold(item("N-1").debtor(), null, new InvoiceEntry.HoldEntry("dispute", null, null), "rosa");
        dunning.plan(today);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("SET LOCAL session_replication_role = replica").update();
            assertThat(marks()).as("before").isZero();
            assertThat(jdbc.sql(change).update()).isEqualTo(1);
            assertThat(marks()).as("after").isEqualTo(1);
            status.setRollbackOnly();
        });
    }

    private long marks() {
        return jdbc.sql("""
                SELECT (SELECT count(*) FROM debtor_change)
                     + (SELECT coalesce(sum(cardinality(debtors)), 0) FROM debtor_change_lot)
                """).query(Long.class).single();
    }

    @Test
    void a_payment_in_part_is_seen() {
        OpenItem item = item("N-1");
        Money part = Money.parse("0.01", "EUR");
        var receipt = ledger.receive(
                new ReceiptEntry(
                        "transfer", "bank:1", null, item.debtor(), part, today, null, null, null, null, null, "part"),
                Cause.rule("test", null),
                today);
        ledger.allocate(receipt, List.of(new Ledger.Part(item.id(), part)), Cause.rule("test", null), today);
        assertThat(lookedAt(today)).containsExactly(item.debtor());
    }

    @Test
    void money_that_comes_and_goes_again_between_two_runs_is_seen() {
        run(FIRST_LETTER);
        dunning.sendDue();
        LocalDate between = FIRST_LETTER.plusDays(2);
        run(between);
        assertThat(lookedAt(between)).isEmpty();
        ReceiptId receipt = paid("N-1", between);
        ledger.reverse(receipt, "bank:2", Cause.rule("test", null), between);
        assertThat(run(between.plusDays(1)).debtors()).isEqualTo(1);
        assertThat(run(between.plusDays(2)).debtors()).isZero();
    }

    @Test
    void what_is_paid_after_its_referral_and_taken_back_is_reminded_anew_and_referred_again() {
        LocalDate referredOn = runUntilReferred(FIRST_LETTER, 1);
        int letters = smtp.accepted.size();
        ReceiptId receipt = paid("N-1", referredOn.plusDays(1));
        run(referredOn.plusDays(2));
        LocalDate takenBack = referredOn.plusDays(5);
        ledger.reverse(receipt, "bank:2", Cause.rule("test", null), takenBack);
        LocalDate again = runUntilReferred(takenBack, 2);
        assertThat(smtp.accepted).as("reminded again before it").hasSizeGreaterThan(letters);
        assertThat(again).isAfter(takenBack.plusDays(7));
        run(again.plusDays(1));
        run(again.plusDays(40));
        assertThat(referrals()).isEqualTo(2);
    }

    @Test
    void another_due_date_is_seen() {
        enter(debtor, "N-1", DUE.plusDays(1));
        assertThat(lookedAt(today)).hasSize(1);
        dunning.plan(today);
        assertThat(lookedAt(FIRST_LETTER)).isEmpty();
        assertThat(lookedAt(FIRST_LETTER.plusDays(1))).hasSize(1);
    }

    @Test
    void under_another_policy_everybody_with_open_items_is_looked_at() {
        enter(debtor("owen"), "O-1", DUE.plusDays(5));
        dunning.plan(today);
        assertThat(lookedAt(today)).isEmpty();
        assertThat(looks().due(Whom.CHANGED, today, "of another policy").count())
                .isEqualTo(2);
        assertThat(looks().due(Whom.IN_DEBT, today, policy()).count()).isEqualTo(2);
    }

    @Test
    void debtors_come_batch_by_batch_in_the_order_of_their_ids() {
        for (int number = 1; number <= 4; number++) {
            enter(debtor("p" + number), "P-" + number, DUE);
        }
        List<List<Long>> batches = new ArrayList<>();
        looks().due(Whom.CHANGED, today, policy()).inBatches(3, batches::add);
        assertThat(batches).extracting(List::size).containsExactly(3, 1);
        assertThat(batches.stream().flatMap(List::stream)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_run_that_is_repeated_plans_nothing_twice() {
        invoice(debtor("quin"), "Q-1", "100.00");
        assertThat(dunning.plan(FIRST_LETTER).notices()).isEqualTo(2);
        List<String> before = books();
        assertThat(dunning.plan(FIRST_LETTER).notices()).isZero();
        assertThat(books()).isEqualTo(before).hasSize(6 + 1);
    }

    /** Letters with their items, and answers: a letter, its item and its day's answer for each of two, and an old one. */
    /** The day, at most half a year later, on which so many referrals are known. */
    private LocalDate runUntilReferred(LocalDate from, int times) {
        LocalDate day = from;
        while (referrals() < times) {
            assertThat(day).as("referred within half a year").isBefore(from.plusDays(180));
            day = day.plusDays(1);
            run(day);
            dunning.sendDue();
        }
        return day;
    }

    private int referrals() {
        return jdbc.sql("SELECT count(*) FROM fact WHERE type = 'DunningExhausted'")
                .query(Integer.class)
                .single();
    }

    /** By a receipt of its whole amount. */
    private ReceiptId paid(String number, LocalDate on) {
        OpenItem item = item(number);
        ReceiptId receipt = ledger.receive(
                new ReceiptEntry(
                        "transfer",
                        "bank:1",
                        null,
                        item.debtor(),
                        item.open(),
                        on,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "all"),
                Cause.rule("test", null),
                on);
        ledger.allocate(receipt, List.of(new Ledger.Part(item.id(), item.open())), Cause.rule("test", null), on);
        return receipt;
    }

    private List<String> books() {
        return jdbc.sql("""
                SELECT 'letter ' || message_id || ' ' || state FROM notice
                UNION ALL SELECT 'item ' || notice_id || ' ' || item_id || ' ' || occurrence FROM notice_item
                UNION ALL SELECT 'answer ' || debtor_id || ' ' || decided_on || ' ' || answers FROM debtor_decision
                ORDER BY 1
                """).query(String.class).list();
    }

    private Dunning.RunReport run(LocalDate day) {
        house.today = day;
        return dunning.plan(day);
    }

    private List<DebtorId> lookedAt(LocalDate day) {
        List<DebtorId> debtors = new ArrayList<>();
        looks().due(Whom.CHANGED, day, policy())
                .inBatches(2, some -> some.forEach(id -> debtors.add(new DebtorId(id))));
        return debtors;
    }

    private LookStore looks() {
        return house.get(LookStore.class);
    }

    private String policy() {
        return house.get(Policies.class).current().hash();
    }

    private void enter(String debtor, String number, LocalDate dueOn) {
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
                        dueOn,
                        Money.parse("100.00", "EUR"),
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
}
