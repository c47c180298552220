package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.money.Money;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ReceiptEntry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the last look before the text leaves makes of money and holds that came after planning. */
class GateStoreTest extends LettersTest {

    @Test
    void an_item_paid_after_planning_is_left_out_and_a_letter_about_nothing_is_withdrawn() {
        String debtor = debtor("ben");
        invoice(debtor, "B-1", "100.00");
        invoice(debtor, "B-2", "50.00");
        String other = debtor("carl");
        invoice(other, "C-1", "10.00");
        dunning.plan(today);
        pay("B-1");
        pay("C-1");
        dunning.sendDue();
        assertThat(smtp.accepted).singleElement().asString().contains("B-2").doesNotContain("B-1");
        assertThat(states()).containsExactlyInAnyOrder("sent", "withdrawn");
    }

    @Test
    void a_payment_between_the_address_and_the_text_stops_the_letter() {
        invoice(debtor("dora"), "D-1", "100.00");
        dunning.plan(today);
        smtp.beforeGoAhead = () -> pay("D-1");
        dunning.sendDue();
        assertThat(smtp.accepted).isEmpty();
        assertThat(notice().state()).isEqualTo("withdrawn");
        assertThat(notice().failure()).contains("settled");
    }

    @Test
    void a_payment_that_is_being_booked_makes_the_letter_wait_for_it() {
        invoice(debtor("emil"), "E-1", "100.00");
        dunning.plan(today);
        AtomicReference<CompletableFuture<Void>> payment = new AtomicReference<>();
        smtp.beforeGoAhead = () -> {
            smtp.beforeGoAhead = () -> {};
            payment.set(bookSlowly(() -> pay("E-1")));
        };
        dunning.sendDue();
        assertThat(payment.get()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(smtp.accepted).isEmpty();
        assertThat(notice().state()).isEqualTo("withdrawn");
    }

    @Test
    void a_hold_placed_after_planning_keeps_its_item_out_and_a_hold_at_the_last_moment_too() {
        String debtor = debtor("fred");
        invoice(debtor, "F-1", "100.00");
        invoice(debtor, "F-2", "50.00");
        invoice(debtor("gina"), "G-1", "10.00");
        dunning.plan(today);
        hold("F-1");
        smtp.beforeGoAhead = () -> {
            smtp.beforeGoAhead = () -> {};
            hold("G-1");
            hold("F-2");
        };
        dunning.sendDue();
        assertThat(smtp.accepted).isEmpty();
        assertThat(house.get(Notices.class).latest(5)).hasSize(2).allSatisfy(notice -> {
            assertThat(notice.state()).isEqualTo("withdrawn");
            assertThat(notice.failure()).startsWith("held (dispute) until released: broken sacks");
        });
    }

    @Test
    void unmatched_money_from_the_debtors_own_account_stops_the_letter_when_it_covers_the_debt() {
        String iban = "ES9121000418450200051332";
        invoice(debtor("hugo"), "H-1", "100.00");
        invoice(debtor("ines"), "I-1", "100.00");
        know(item("H-1").debtor(), iban);
        know(item("I-1").debtor(), "GB33BUKB20201555555555");
        dunning.plan(today);
        smtp.beforeGoAhead = () -> {
            smtp.beforeGoAhead = () -> {};
            transfer(iban, "100.00");
            transfer("GB33BUKB20201555555555", "99.99");
        };
        dunning.sendDue();
        assertThat(smtp.accepted).singleElement().asString().contains("I-1").doesNotContain("H-1");
        assertThat(house.get(Explainer.class).explain("H-1", today).get(0).reason())
                .hasToString("covered by credit notes or unapplied money of the debtor");
    }

    @Test
    void money_that_is_being_booked_makes_the_letter_wait_even_if_nobody_knows_yet_what_it_pays() {
        String iban = "ES9121000418450200051332";
        invoice(debtor("jens"), "J-1", "100.00");
        know(item("J-1").debtor(), iban);
        dunning.plan(today);
        AtomicReference<CompletableFuture<Void>> payment = new AtomicReference<>();
        smtp.beforeGoAhead = () -> {
            smtp.beforeGoAhead = () -> {};
            payment.set(bookSlowly(() -> transfer(iban, "100.00")));
        };
        dunning.sendDue();
        assertThat(payment.get()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(smtp.accepted).isEmpty();
        assertThat(notice().state()).isEqualTo("withdrawn");
    }

    private void hold(String number) {
        ledger.hold(
                item(number).debtor(),
                item(number).id(),
                new InvoiceEntry.HoldEntry("dispute", null, "broken sacks"),
                "rosa");
    }

    private void know(DebtorId debtor, String iban) {
        jdbc.sql("UPDATE debtor SET ibans = ARRAY[:iban] WHERE id = :id")
                .param("iban", iban)
                .param("id", debtor.value())
                .update();
    }

    /** As the bank's take-up books it: the payer is known by its account, what it pays is not. */
    private void transfer(String iban, String amount) {
        DebtorId payer = house.get(Accounts.class).debtorsWithAccount(iban).get(0);
        ledger.receive(
                new ReceiptEntry(
                        "transfer",
                        "bank:" + iban + amount,
                        null,
                        payer,
                        Money.parse(amount, "EUR"),
                        today,
                        "somebody",
                        iban,
                        null,
                        "thanks",
                        null,
                        "no document number in the text"),
                Cause.bank("transaction:1", null),
                today);
    }

    /** Books in another thread, and returns while the booking holds its locks and is not committed. */
    private CompletableFuture<Void> bookSlowly(Runnable booking) {
        CountDownLatch holdsLock = new CountDownLatch(1);
        CompletableFuture<Void> booked = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            booking.run();
            holdsLock.countDown();
            awaitSomebodyBlocked();
        }));
        awaitQuietly(holdsLock);
        return booked;
    }

    private void awaitSomebodyBlocked() {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < giveUp) {
            if (jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                            .query(Integer.class)
                            .single()
                    > 0) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody waited for the debtor's lock");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
