package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.dunning.Notices.NoticeView;
import io.recoup.dunning.desk.SendingDesk;
import io.recoup.dunning.store.NoticeStore.Claim;
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
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters on their way: planned, composed, past the gate, and what the mail server makes of them. */
class SendingStoreTest extends PostgresTest {

    private static final LocalDate DUE = LocalDate.parse("2026-03-01");
    private static int debtors;

    private ScriptedSmtp smtp;
    private DunningHouse house;
    private Ledger ledger;
    private Dunning dunning;
    private LocalDate today;

    @BeforeEach
    void open() throws Exception {
        jdbc.sql("TRUNCATE dunning_run, notice, notice_item, notice_event, dunning_decision, exhausted_item")
                .update();
        jdbc.sql("DELETE FROM open_item").update();
        jdbc.sql("TRUNCATE posting, write_back, fact, hold").update();
        jdbc.sql("TRUNCATE item, receipt, contact, debtor CASCADE").update();
        today = DUE.plusDays(3);
        smtp = new ScriptedSmtp();
        house = new DunningHouse(dataSource, smtp.port(), Path.of("routes/templates"), today);
        ledger = house.get(Ledger.class);
        dunning = house.get(Dunning.class);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
        smtp.close();
    }

    @Test
    void one_letter_lists_all_items_of_the_debtor_once_however_often_it_is_tried() {
        String debtor = debtor("anna");
        invoice(debtor, "A-1", "100.00");
        invoice(debtor, "A-2", "50.50");
        assertThat(dunning.plan(today).notices()).isEqualTo(1);
        assertThat(dunning.plan(today).notices()).isZero();
        assertThat(dunning.sendDue()).isEqualTo(1);
        assertThat(dunning.sendDue()).isZero();
        assertThat(smtp.accepted)
                .singleElement()
                .asString()
                .contains("A-1", "A-2", "Auto-Submitted: auto-generated", "Message-ID: <notice.", "Reply-To: ")
                .contains("multipart/alternative");
        assertThat(notice()).satisfies(sent -> {
            assertThat(sent.state()).isEqualTo("sent");
            assertThat(sent.numbers()).containsExactly("A-1", "A-2");
            assertThat(sent.sentOn()).isEqualTo(today);
        });
        assertThat(house.get(Notices.class).letter(notice().id())).isPresent();
    }

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
    void a_payment_that_is_being_booked_makes_the_letter_wait_for_it() throws Exception {
        invoice(debtor("emil"), "E-1", "100.00");
        dunning.plan(today);
        CountDownLatch holdsLock = new CountDownLatch(1);
        CompletableFuture<Void> payment = new CompletableFuture<>();
        smtp.beforeGoAhead = () -> {
            smtp.beforeGoAhead = () -> {};
            CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
                        pay("E-1");
                        holdsLock.countDown();
                        awaitSomebodyBlocked();
                    }))
                    .whenComplete((done, failure) -> {
                        if (failure == null) {
                            payment.complete(null);
                        } else {
                            payment.completeExceptionally(failure);
                        }
                    });
            awaitQuietly(holdsLock);
        };
        dunning.sendDue();
        payment.get(10, TimeUnit.SECONDS);
        assertThat(smtp.accepted).isEmpty();
        assertThat(notice().state()).isEqualTo("withdrawn");
    }

    @Test
    void a_refused_address_costs_its_debtor_the_contact_and_nobody_else_anything() {
        invoice(debtor("refused"), "F-1", "100.00");
        invoice(debtor("refused", "second"), "G-1", "100.00");
        invoice(debtor("hanna"), "H-1", "100.00");
        dunning.plan(today);
        dunning.sendDue();
        assertThat(smtp.accepted)
                .hasSize(2)
                .anyMatch(mail -> mail.contains("G-1"))
                .anyMatch(mail -> mail.contains("H-1"));
        assertThat(states()).containsExactlyInAnyOrder("rejected", "sent", "sent");
        assertThat(house.get(Notices.class).waiting(10)).singleElement().satisfies(waits -> assertThat(waits.failure())
                .contains("550 5.1.1"));
        assertThat(house.get(Explainer.class).explain("F-1", today).get(0).reason())
                .contains("no usable e-mail");
        jdbc.sql(
                        "UPDATE contact SET unusable = NULL, email = 'good@debtor.example' WHERE email = 'refused@debtor.example'")
                .update();
        house.today = today.plusDays(1);
        dunning.plan(house.today);
        dunning.sendDue();
        assertThat(smtp.accepted).as("the level was not used up").hasSize(3);
    }

    @Test
    void failures_before_the_text_and_451_to_the_dot_are_tried_again_later() {
        invoice(debtor("early"), "I-1", "100.00");
        invoice(debtor("busy"), "J-1", "100.00");
        dunning.plan(today);
        dunning.sendDue();
        assertThat(states()).containsExactly("due", "due");
        jdbc.sql("UPDATE contact SET email = 'well-' || email").update();
        jdbc.sql("UPDATE notice SET next_at = now()").update();
        dunning.sendDue();
        assertThat(states()).containsExactly("sent", "sent");
        assertThat(smtp.accepted).hasSize(2);
    }

    @Test
    void a_letter_of_unknown_fate_is_never_sent_again_by_itself_but_a_person_may() {
        invoice(debtor("vanish"), "K-1", "100.00");
        dunning.plan(today);
        dunning.sendDue();
        assertThat(notice().state()).isEqualTo("unknown");
        house.today = today.plusDays(1);
        dunning.plan(house.today);
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(1);
        assertThat(house.get(Notices.class).latest(5)).hasSize(1);
        jdbc.sql("UPDATE contact SET email = 'well@debtor.example'").update();
        house.get(Notices.class).resend(notice().id(), "rosa", "the customer says nothing came");
        dunning.sendDue();
        assertThat(notice().state()).isEqualTo("sent");
        assertThat(smtp.accepted).hasSize(2);
        assertThatThrownBy(() -> house.get(Notices.class).markDelivered(notice().id(), "rosa", null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_worker_whose_lease_ran_out_cannot_send() throws Exception {
        invoice(debtor("lena"), "L-1", "100.00");
        dunning.plan(today);
        SendingDesk desk = house.get(SendingDesk.class);
        Claim paused = desk.claim().get(0);
        var letter = desk.compose(paused).orElseThrow();
        jdbc.sql("UPDATE notice SET lease_until = now() - interval '1 second'").update();
        dunning.sendDue();
        assertThat(smtp.accepted).hasSize(1);
        assertThatThrownBy(() -> house.get(io.recoup.mail.SmtpConnections.class).send(letter))
                .hasMessageContaining("another worker has the letter");
        assertThat(smtp.accepted).hasSize(1);
        assertThat(notice().state()).isEqualTo("sent");
    }

    @Test
    void a_letter_left_on_the_wire_by_a_crash_becomes_unknown() {
        invoice(debtor("mona"), "M-1", "100.00");
        dunning.plan(today);
        dunning.sendDue();
        jdbc.sql("UPDATE notice SET state = 'on_wire', lease_until = now() - interval '1 second'")
                .update();
        dunning.sendDue();
        assertThat(notice().state()).isEqualTo("unknown");
        assertThat(smtp.accepted).hasSize(1);
    }

    @Test
    void a_run_dated_before_the_last_one_is_refused() {
        dunning.plan(today);
        assertThatThrownBy(() -> dunning.plan(today.minusDays(1))).isInstanceOf(RunRefused.class);
    }

    @Test
    void explains_a_year_from_the_first_letter_to_the_referral_and_reports_it_once() {
        invoice(debtor("nora"), "N-1", "100.00");
        for (LocalDate day = DUE.minusDays(5); day.isBefore(DUE.plusDays(70)); day = day.plusDays(1)) {
            house.today = day;
            dunning.plan(day);
            dunning.sendDue();
        }
        assertThat(smtp.accepted).hasSize(5);
        var explained = house.get(Explainer.class).explain("N-1", house.today).get(0);
        assertThat(explained.sent())
                .extracting(Explainer.Letter::sentOn)
                .containsExactly(
                        DUE.minusDays(3), DUE.plusDays(3), DUE.plusDays(15), DUE.plusDays(30), DUE.plusDays(45));
        assertThat(explained.decision()).isEqualTo("refer");
        assertThat(explained.lines()).anyMatch(line -> line.contains("final notice no. 2 sent 2026-04-15, sent"));
        assertThat(jdbc.sql("SELECT count(*) FROM fact WHERE type = 'DunningExhausted'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private String debtor(String... mailboxes) {
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

    private void invoice(String debtor, String number, String total) {
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

    private void pay(String number) {
        OpenItem item = house.get(Accounts.class).byNumber(number).get(0);
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

    private NoticeView notice() {
        return house.get(Notices.class).latest(1).get(0);
    }

    private List<String> states() {
        return house.get(Notices.class).latest(10).stream()
                .map(NoticeView::state)
                .toList();
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
