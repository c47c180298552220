package io.recoup.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.recoup.testing.PostgresTest;
import io.recoup.testing.Rooms;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts share rows; who reads them does not see it. */
class FactLotsStoreTest extends PostgresTest {

    record BellRang(int nr) implements Fact {
        @Override
        public String subject() {
            return "bell:" + nr;
        }
    }

    record DoorOpened(int nr, String who) implements Fact {
        @Override
        public String subject() {
            return "door:" + nr;
        }
    }

    private AnnotationConfigApplicationContext rooms;
    private Outbox outbox;

    @BeforeEach
    void open() {
        jdbc.sql("TRUNCATE fact_lot, fact_subscription").update();
        rooms = Rooms.open(dataSource, new String[] {"outbox"});
        outbox = rooms.getBean(Outbox.class);
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 99, 100, 101, 1000})
    void every_fact_is_taken_once_and_in_order_wherever_a_reader_stops(int limit) {
        List<Fact> facts = new ArrayList<>(bells(1, 250));
        facts.add(new DoorOpened(1, "Nuñez \"the\"\nporter \\\\n"));
        facts.addAll(bells(251, 253));
        record(facts);
        record(bells(254, 254));
        record(bells(255, 354));

        List<RecordedFact> taken = takeAll("reader", List.of(), limit);

        assertThat(taken.stream().map(RecordedFact::subject))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 354)
                        .mapToObj(n -> n < 250 ? "bell:" + (n + 1) : n == 250 ? "door:1" : "bell:" + n)
                        .toList());
        assertThat(taken).extracting(RecordedFact::id).isSorted().doesNotHaveDuplicates();
        assertThat(taken.get(249).json()).isEqualTo("{\"nr\":250}");
        assertThat(taken.get(250).type()).isEqualTo("DoorOpened");
        assertThat(taken.get(250).json()).isEqualTo("{\"nr\":1,\"who\":\"Nuñez \\\"the\\\"\\nporter \\\\\\\\n\"}");
        assertThat(takeAll("reader", List.of(), limit)).isEmpty();
    }

    @Test
    void a_row_takes_a_hundred_of_one_type() {
        record(bells(1, 100));
        record(bells(101, 201));
        assertThat(lots()).containsExactly(100, 100, 1);
    }

    @Test
    void readers_are_at_places_of_their_own_and_hear_what_they_listen_for() {
        List<Fact> facts = new ArrayList<>();
        for (int n = 1; n <= 40; n++) {
            facts.add(new BellRang(n));
            facts.add(new DoorOpened(n, "maria"));
        }
        record(facts);
        assertThat(take("a", List.of("DoorOpened"), 3))
                .extracting(RecordedFact::subject)
                .containsExactly("door:1", "door:2", "door:3");
        assertThat(take("b", List.of(), 3))
                .extracting(RecordedFact::subject)
                .containsExactly("bell:1", "door:1", "bell:2");
        assertThat(takeAll("a", List.of("DoorOpened"), 10)).hasSize(37);
        assertThat(takeAll("b", List.of(), 10)).hasSize(77);
    }

    @Test
    void what_was_taken_and_not_committed_is_taken_again() {
        record(bells(1, 60));
        take("reader", List.of(), 20);
        List<RecordedFact> lost = transaction.execute(status -> {
            status.setRollbackOnly();
            return outbox.take("reader", List.of(), 20);
        });
        assertThat(take("reader", List.of(), 20)).isEqualTo(lost);
        assertThat(lost.get(0).subject()).isEqualTo("bell:21");
    }

    @Test
    void a_transaction_that_began_first_and_commits_last_is_read_in_its_order() {
        try (HikariDataSource other = new HikariDataSource()) {
            other.setDataSource(database);
            transaction.executeWithoutResult(early -> {
                outbox.record(bells(1, 3));
                try (var second = Rooms.open(other, new String[] {"outbox"})) {
                    var late = new TransactionTemplate(second.getBean(JdbcTransactionManager.class));
                    late.executeWithoutResult(
                            status -> second.getBean(Outbox.class).record(bells(4, 5)));
                    assertThat(late.<List<RecordedFact>>execute(
                                    status -> second.getBean(Outbox.class).take("reader", List.of(), 10)))
                            .as("below what still runs")
                            .isEmpty();
                }
            });
        }
        assertThat(take("reader", List.of(), 10))
                .extracting(RecordedFact::subject)
                .containsExactly("bell:1", "bell:2", "bell:3", "bell:4", "bell:5");
    }

    @Test
    void a_reader_who_records_himself_misses_nothing_of_his_own() {
        try (HikariDataSource other = new HikariDataSource()) {
            other.setDataSource(database);
            transaction.executeWithoutResult(early -> {
                outbox.take("reader", List.of(), 10);
                try (var second = Rooms.open(other, new String[] {"outbox"})) {
                    new TransactionTemplate(second.getBean(JdbcTransactionManager.class))
                            .executeWithoutResult(
                                    status -> second.getBean(Outbox.class).record(bells(3, 4)));
                }
                outbox.record(bells(1, 1));
                assertThat(outbox.take("reader", List.of(), 10))
                        .as("later than what is still to come of this transaction")
                        .isEmpty();
                outbox.record(bells(2, 2));
            });
        }
        assertThat(take("reader", List.of(), 10))
                .extracting(RecordedFact::subject)
                .containsExactly("bell:1", "bell:2", "bell:3", "bell:4");
    }

    @Test
    void nobody_waits_for_a_transaction_of_another_database() throws Exception {
        PGSimpleDataSource neighbour = new PGSimpleDataSource();
        neighbour.setUrl(database.getURL());
        neighbour.setUser(database.getUser());
        neighbour.setPassword(database.getPassword());
        neighbour.setDatabaseName("postgres");
        try (Connection running = neighbour.getConnection()) {
            running.setAutoCommit(false);
            JdbcClient.create(new SingleConnectionDataSource(running, true))
                    .sql("SELECT pg_current_xact_id()::text")
                    .query(String.class)
                    .single();
            record(bells(1, 2));
            assertThat(take("reader", List.of(), 10)).hasSize(2);
            assertThat(take("reader", List.of(), 10)).isEmpty();
        }
    }

    @Test
    void a_subject_of_two_lines_is_refused() {
        record Torn() implements Fact {
            @Override
            public String subject() {
                return "item:1\nitem:2";
            }
        }
        assertThatThrownBy(() -> record(List.of(new Torn()))).isInstanceOf(IllegalArgumentException.class);
        assertThat(lots()).isEmpty();
    }

    private static List<Fact> bells(int from, int to) {
        return IntStream.rangeClosed(from, to).<Fact>mapToObj(BellRang::new).toList();
    }

    private void record(List<Fact> facts) {
        transaction.executeWithoutResult(status -> outbox.record(facts));
    }

    private List<RecordedFact> take(String subscriber, List<String> types, int limit) {
        return transaction.execute(status -> outbox.take(subscriber, types, limit));
    }

    private List<RecordedFact> takeAll(String subscriber, List<String> types, int limit) {
        List<RecordedFact> all = new ArrayList<>();
        List<RecordedFact> some;
        do {
            some = take(subscriber, types, limit);
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    private List<Integer> lots() {
        return jdbc.sql("SELECT many FROM fact_lot ORDER BY id")
                .query(Integer.class)
                .list();
    }
}
