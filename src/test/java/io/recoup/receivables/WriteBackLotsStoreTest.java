package io.recoup.receivables;

import static io.recoup.receivables.Entries.eur;
import static io.recoup.receivables.Entries.invoice;
import static io.recoup.receivables.Entries.known;
import static io.recoup.receivables.Entries.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.outbox.Failure;
import io.recoup.outbox.OutDoor;
import io.recoup.outbox.OutTask;
import io.recoup.receivables.Ledger.Allocation;
import io.recoup.receivables.Ledger.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines for an ERP lie in lots of what was posted together; a route gets as many as it asks for, each once. */
class WriteBackLotsStoreTest extends LedgerTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final Cause RULE = Cause.rule("reference", "names it");

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private OutDoor door;
    private int last;

    @BeforeEach
    void nothing_is_due() {
        door = rooms.getBean(OutDoor.class);
        jdbc.sql("TRUNCATE write_back_line, write_back_lot").update();
    }

    @AfterAll
    void close() {
        other.shutdownNow();
    }

    @Test
    void a_lot_leaves_by_parts_in_the_order_of_its_postings() {
        post("erp", 250);

        List<OutTask> left = new ArrayList<>();
        for (int expected : new int[] {60, 60, 60, 60, 10, 0}) {
            List<OutTask> some = door.claim("erp", 60);
            assertThat(some).hasSize(expected);
            some.forEach(task -> door.succeeded(task, "{}"));
            left.addAll(some);
        }
        assertThat(left).extracting(OutTask::id).isSorted().doesNotHaveDuplicates();
        assertThat(left).allSatisfy(task -> assertThat(task.attempt()).isEqualTo(1));
        assertThat(states()).containsExactly("done 250");
    }

    @Test
    void small_lots_leave_together_and_no_more_of_them_than_are_asked_for() {
        IntStream.range(0, 5).forEach(n -> post("erp", 1));

        assertThat(door.claim("erp", 3)).hasSize(3);
        assertThat(lots()).isEqualTo(2);
        assertThat(door.claim("erp", 3)).hasSize(2);
        assertThat(door.claim("erp", 3)).isEmpty();
    }

    @Test
    void what_failed_comes_again_before_what_is_new() {
        post("erp", 3);
        OutTask failed = door.claim("erp", 1).get(0);
        door.failed(failed, Failure.UNREACHABLE, "hub is away");
        assertThat(states()).containsExactly("due 3");
        assertThat(door.claim("erp", 1))
                .as("not before its time")
                .singleElement()
                .satisfies(next -> assertThat(next.id()).isGreaterThan(failed.id()));

        jdbc.sql("UPDATE write_back_line SET next_at = now()").update();
        post("erp", 1);
        assertThat(door.claim("erp", 2))
                .satisfiesExactly(
                        again -> {
                            assertThat(again.key()).isEqualTo(failed.key());
                            assertThat(again.attempt()).isEqualTo(2);
                        },
                        next -> assertThat(next.attempt()).isEqualTo(1));
        assertThat(lots()).as("not touched yet").isEqualTo(1);
    }

    @Test
    void an_erp_gets_its_own_lines_only() {
        post("erp", 2);
        post("other", 1);
        assertThat(door.claim("third", 10)).isEmpty();
        assertThat(door.claim("other", 10)).hasSize(1);
        assertThat(door.claim("erp", 10)).hasSize(2);
    }

    @Test
    void two_replicas_get_different_lines_and_neither_waits() {
        post("erp", 3);
        post("erp", 2);
        List<OutTask> both = transaction.execute(status -> {
            List<OutTask> claimed = new ArrayList<>(door.claim("erp", 1));
            try {
                claimed.addAll(other.submit(() -> door.claim("erp", 10)).get());
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
            return claimed;
        });
        assertThat(both).hasSize(3);
        both.addAll(door.claim("erp", 10));
        assertThat(both).hasSize(5).extracting(OutTask::id).doesNotHaveDuplicates();
    }

    @Test
    void a_claim_that_is_not_committed_takes_nothing() {
        post("erp", 4);
        List<OutTask> lost = transaction.execute(status -> {
            status.setRollbackOnly();
            return door.claim("erp", 2);
        });
        assertThat(lots()).isEqualTo(1);
        assertThat(door.claim("erp", 2)).isEqualTo(lost);
    }

    /** As many invoices of an ERP, each paid by a receipt of its own, in one transaction. */
    private void post(String erp, int many) {
        transaction.executeWithoutResult(status -> {
            List<Allocation> all = new ArrayList<>();
            for (int n = 0; n < many; n++) {
                String number = "L-" + ++last;
                ledger.enter(known(invoice(number, "10.00"), erp, number, number), Cause.inbox(1), TODAY);
                ReceiptId money = ledger.receive(receipt("bank:" + number, "10.00"), Cause.bank("1", null), TODAY);
                all.add(new Allocation(
                        money, List.of(new Part(accounts.byNumber(number).get(0).id(), eur("10.00"))), RULE));
            }
            assertThat(ledger.allocate(all, TODAY)).isEmpty();
        });
    }

    private long lots() {
        return jdbc.sql("SELECT count(*) FROM write_back_lot").query(Long.class).single();
    }

    private List<String> states() {
        return jdbc.sql("SELECT state || ' ' || count(*) FROM write_back GROUP BY state ORDER BY state")
                .query(String.class)
                .list();
    }
}
