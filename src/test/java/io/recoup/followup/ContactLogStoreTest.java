package io.recoup.followup;

import static io.recoup.followup.ContactKind.CALL;
import static io.recoup.followup.ContactKind.NOTE;
import static io.recoup.receivables.Entries.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Entries;
import io.recoup.receivables.Ledger;
import io.recoup.testing.PostgresTest;
import io.recoup.testing.Rooms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContactLogStoreTest extends PostgresTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-09");
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);

    private ContactLog log;
    private Tasks tasks;
    private Ledger ledger;
    private Accounts accounts;

    @BeforeAll
    void open() {
        var rooms = Rooms.open(dataSource, new String[] {"followup", "receivables", "outbox"});
        log = rooms.getBean(ContactLog.class);
        tasks = rooms.getBean(Tasks.class);
        ledger = rooms.getBean(Ledger.class);
        accounts = rooms.getBean(Accounts.class);
    }

    @Test
    void a_call_is_kept_with_who_when_and_what_came_of_it() {
        DebtorId debtor = debtor("L-1");
        long id = log.record(NewContact.of(debtor, MONDAY, CALL, ContactOutcome.NOT_REACHED, "anna"));

        Contact call = log.ofDebtor(debtor, 10).get(0);
        assertThat(call.id()).isEqualTo(id);
        assertThat(call.kind()).isEqualTo(CALL);
        assertThat(call.outcome()).isEqualTo(ContactOutcome.NOT_REACHED);
        assertThat(call.on()).isEqualTo(MONDAY);
        assertThat(call.responsible()).isEqualTo("anna");
        assertThat(call.task()).isNull();
        assertThat(call.hold()).isNull();
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM contact_log").update()).hasMessageContaining("append-only");
    }

    @Test
    void a_promise_holds_the_debtor_back_until_its_day_and_not_a_day_longer() {
        DebtorId debtor = debtor("L-2");
        log.record(promise(debtor, null, new PromiseToPay(FRIDAY, eur("60.00"))));

        DebtorAccount.Hold hold = accounts.account(debtor).holds().get(0);
        assertThat(hold.kind()).isEqualTo("promise");
        assertThat(hold.item()).isNull();
        assertThat(hold.reason()).isEqualTo("60.00 EUR · pays on Friday");
        assertThat(hold.coversOn(FRIDAY)).isTrue();
        assertThat(hold.coversOn(FRIDAY.plusDays(1))).isFalse();
        Contact kept = log.ofDebtor(debtor, 1).get(0);
        assertThat(kept.promise()).isEqualTo(new PromiseToPay(FRIDAY, eur("60.00")));
        assertThat(kept.hold()).isEqualTo(hold.id());
    }

    @Test
    void the_next_action_becomes_a_task_of_the_one_responsible() {
        DebtorId debtor = debtor("L-3");
        log.record(new NewContact(
                null, debtor, MONDAY, CALL, ContactOutcome.REACHED, "anna", "wants a copy", FRIDAY, null));

        Task next = tasks.ofDebtor(debtor, 10).get(0);
        assertThat(next.id()).isEqualTo(log.ofDebtor(debtor, 1).get(0).task());
        assertThat(next.code()).isEqualTo("next_action");
        assertThat(next.text()).isEqualTo("wants a copy");
        assertThat(next.dueOn()).isEqualTo(FRIDAY);
        assertThat(next.assignee()).isEqualTo("anna");
        assertThat(next.createdOn()).isEqualTo(MONDAY);
    }

    @Test
    void the_same_form_sent_twice_at_once_is_one_entry_one_task_and_one_hold() {
        DebtorId debtor = debtor("L-4");
        NewContact form = promise(debtor, "form:1", new PromiseToPay(FRIDAY, null));

        List<Long> ids =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> log.record(form))).limit(6).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(ids).containsOnly(ids.get(0));
        assertThat(log.ofDebtor(debtor, 10)).hasSize(1);
        assertThat(tasks.ofDebtor(debtor, 10)).hasSize(1);
        assertThat(accounts.account(debtor).holds()).hasSize(1);
    }

    @Test
    void the_latest_contact_of_each_debtor_is_the_one_entered_last() {
        DebtorId called = debtor("L-5");
        DebtorId silent = debtor("L-6");
        log.record(NewContact.of(called, MONDAY, CALL, ContactOutcome.REACHED, "anna"));
        long latest = log.record(NewContact.of(called, MONDAY, NOTE, ContactOutcome.OTHER, "ben"));

        Map<DebtorId, Contact> last = log.lastContacts(List.of(called, silent, called));

        assertThat(last).containsOnlyKeys(called);
        assertThat(last.get(called).id()).isEqualTo(latest);
        assertThat(log.lastContacts(List.of())).isEmpty();
    }

    @Test
    void contacted_since_a_day_counts_that_day_and_only_the_kinds_asked_for() {
        DebtorId called = debtor("L-7");
        DebtorId noted = debtor("L-8");
        LocalDate later = LocalDate.parse("2026-06-01");
        log.record(NewContact.of(called, later, CALL, ContactOutcome.REACHED, "anna"));
        log.record(NewContact.of(noted, later, NOTE, ContactOutcome.OTHER, "anna"));

        assertThat(log.contactedSince(later)).containsExactlyInAnyOrder(called, noted);
        assertThat(log.contactedSince(later, Set.of(CALL))).containsExactly(called);
        assertThat(log.contactedSince(later.plusDays(1))).isEmpty();
    }

    private static NewContact promise(DebtorId debtor, String key, PromiseToPay promise) {
        return new NewContact(
                key,
                debtor,
                MONDAY,
                CALL,
                ContactOutcome.PROMISED,
                "anna",
                "pays on Friday",
                key == null ? null : FRIDAY,
                promise);
    }

    private DebtorId debtor(String id) {
        ledger.enter(Entries.debtor(id));
        return accounts.debtorOf("erp", id).orElseThrow();
    }
}
