package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.recoup.money.Money;
import io.recoup.receivables.Cause;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.OpenItem;
import io.recoup.receivables.ReceiptEntry;
import io.recoup.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two replicas plan and send at once while payments and holds are booked. What came first is read from the commit
 * timestamps that the test server keeps.
 */
class TwoReplicasStoreTest extends LettersTest {

    private static final int ROUNDS = 200;

    private HikariDataSource pool;
    private int rounds;

    @BeforeAll
    void shareConnections() {
        pool = new HikariDataSource();
        pool.setDataSource(dataSource);
        pool.setMaximumPoolSize(12);
        dataSource = pool;
        jdbc = JdbcClient.create(pool);
        transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @AfterAll
    void close_connections() {
        pool.close();
    }

    @Test
    void no_letter_tells_of_what_was_paid_or_held_before_it_left_and_none_leaves_twice() throws Exception {
        try (DunningHouse other = openHouse()) {
            Seeds.forEach(ROUNDS, random -> round(random, other));
        }
        assertThat(smtp.accepted).doesNotHaveDuplicates().hasSameSizeAs(onWire());
        for (String number : onWire()) {
            assertThat(smtp.accepted).filteredOn(mail -> mail.contains(number)).hasSize(1);
        }
        assertThat(tooLate("p.kind = 'allocated' AND p.item_id = ni.item_id"))
                .as("allocated before the letter left")
                .isEmpty();
        assertThat(tooLate("p.kind = 'received' AND p.receipt_id IN"
                        + " (SELECT r.id FROM receipt r WHERE r.debtor_id = n.debtor_id AND r.means = 'cash')"))
                .as("covered by money that waited before the letter left")
                .isEmpty();
        assertThat(heldTooLate()).as("held before the letter left").isEmpty();
        assertThat(states("sent")).as("letters that won").isPositive();
        assertThat(states("withdrawn")).as("letters that lost").isPositive();
        assertThat(states("unknown") + states("rejected")).isZero();
    }

    /** Up to three debtors; one of them pays or is held at some moment of the sending. */
    private void round(Random random, DunningHouse other) throws Exception {
        String prefix = "Q" + (1000 + rounds++);
        List<String> numbers = new ArrayList<>();
        for (int d = 0; d <= random.nextInt(3); d++) {
            String debtor = debtor("box" + d);
            for (int i = 0; i <= random.nextInt(3); i++) {
                numbers.add(prefix + d + i);
                invoice(debtor, prefix + d + i, "100.00");
            }
        }
        Runnable news = news(random.nextInt(4), item(numbers.get(random.nextInt(numbers.size()))));
        int pauseMicros = random.nextInt(4_000);
        boolean atTheGate = random.nextBoolean();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        smtp.beforeGoAhead = () -> {
            gate.complete(null);
            spin(pauseMicros / 4);
        };
        all(run(() -> dunning.plan(today)), run(() -> other.get(Dunning.class).plan(today)));
        CompletableFuture<Void> booked = (atTheGate ? gate : CompletableFuture.completedFuture((Void) null))
                .thenRunAsync(() -> {
                    spin(pauseMicros);
                    news.run();
                });
        all(run(() -> dunning.sendDue()), run(() -> other.get(Dunning.class).sendDue()));
        gate.complete(null);
        booked.get(20, TimeUnit.SECONDS);
        dunning.sendDue();
        numbers.stream().filter(number -> !item(number).isSettled()).forEach(this::pay);
    }

    private Runnable news(int kind, OpenItem item) {
        return switch (kind) {
            case 0 ->
                () -> ledger.hold(item.debtor(), item.id(), new InvoiceEntry.HoldEntry("dispute", null, null), "rosa");
            case 1 ->
                () -> ledger.receive(
                        new ReceiptEntry(
                                "cash",
                                "cash:" + item.number(),
                                null,
                                item.debtor(),
                                Money.parse("900.00", "EUR"),
                                today,
                                null,
                                null,
                                null,
                                null,
                                null,
                                "not matched yet"),
                        Cause.user("rosa", null),
                        today);
            default -> () -> pay(item.number());
        };
    }

    /** Numbers told on the wire, as the database has it. */
    private List<String> onWire() {
        return jdbc.sql("""
                SELECT min(i.number) FROM notice n
                JOIN notice_item ni ON ni.notice_id = n.id AND ni.dropped IS NULL
                JOIN item i ON i.id = ni.item_id
                WHERE n.state = 'sent' GROUP BY n.id
                """).query(String.class).list();
    }

    private List<Long> tooLate(String posting) {
        return jdbc.sql("""
                SELECT n.id FROM notice n
                JOIN notice_item ni ON ni.notice_id = n.id AND ni.dropped IS NULL
                JOIN notice_event e ON e.notice_id = n.id AND e.what = 'on_wire'
                JOIN posting p ON %s
                WHERE pg_xact_commit_timestamp(p.xmin) < pg_xact_commit_timestamp(e.xmin)
                """.formatted(posting)).query(Long.class).list();
    }

    private List<Long> heldTooLate() {
        return jdbc.sql("""
                SELECT ni.notice_id FROM notice_item ni
                JOIN notice_event e ON e.notice_id = ni.notice_id AND e.what = 'on_wire'
                JOIN hold h ON h.item_id = ni.item_id
                WHERE ni.dropped IS NULL AND pg_xact_commit_timestamp(h.xmin) < pg_xact_commit_timestamp(e.xmin)
                """).query(Long.class).list();
    }

    private int states(String state) {
        return jdbc.sql("SELECT count(*) FROM notice WHERE state = :state")
                .param("state", state)
                .query(Integer.class)
                .single();
    }

    private static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, task -> new Thread(task).start());
    }

    private static void all(CompletableFuture<?>... work) throws Exception {
        CompletableFuture.allOf(work).get(60, TimeUnit.SECONDS);
    }

    private static void spin(int micros) {
        long until = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(micros);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
