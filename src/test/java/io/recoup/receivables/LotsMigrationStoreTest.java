package io.recoup.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.app.Invariants;
import io.recoup.outbox.Fact;
import io.recoup.outbox.OutDoor;
import io.recoup.outbox.OutTask;
import io.recoup.outbox.Outbox;
import io.recoup.outbox.RecordedFact;
import io.recoup.testing.OldBooks;
import io.recoup.testing.PostgresTest;
import io.recoup.testing.Rooms;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts, lines for an ERP and marks that were kept one a row are told as they would have been. */
class LotsMigrationStoreTest extends PostgresTest {

    private JdbcClient old;
    private AnnotationConfigApplicationContext rooms;
    private Outbox outbox;
    private TransactionTemplate inBooks;

    @BeforeAll
    void keep_books_as_they_were_and_move_them() {
        PGSimpleDataSource books = OldBooks.moved(database, "24", BOOKS_OF_24);
        old = JdbcClient.create(books);
        rooms = Rooms.open(books, new String[] {"receivables", "outbox"});
        outbox = rooms.getBean(Outbox.class);
        inBooks = new TransactionTemplate(rooms.getBean(JdbcTransactionManager.class));
    }

    @AfterAll
    void close() {
        rooms.close();
    }

    @Test
    void facts_say_what_they_said_under_their_numbers() {
        assertThat(old.sql("""
                SELECT concat_ws(' ', id, type, subject, payload ->> 'number', payload ->> 'text') FROM fact
                WHERE id <= 130 ORDER BY id LIMIT 3
                """).query(String.class).list())
                .containsExactly(
                        "1 ItemPaid item:1 M-1 of\ntwo lines", "2 ItemReopened item:1 M-1", "3 ItemPaid item:1 N-3");
    }

    @Test
    void a_reader_goes_on_where_he_stopped() {
        record MoonRose(String night) implements Fact {
            @Override
            public String subject() {
                return "moon:" + night;
            }
        }
        inBooks.executeWithoutResult(status -> outbox.record(List.of(new MoonRose("a"), new MoonRose("b"))));

        List<RecordedFact> rest = inBooks.execute(status -> outbox.take("halfway", List.of(), 20));
        assertThat(rest).hasSize(20);
        assertThat(rest.get(0).id()).as("he had read 110 of 130").isEqualTo(111);
        assertThat(inBooks.<List<RecordedFact>>execute(status -> outbox.take("halfway", List.of(), 20)))
                .extracting(RecordedFact::subject)
                .containsExactly("moon:a", "moon:b");
    }

    @Test
    void lines_keep_where_they_stand_and_what_is_due_leaves() {
        OutDoor door = rooms.getBean(OutDoor.class);
        assertThat(door.claim("erp", 10)).extracting(OutTask::key).containsExactly("recoup:4", "recoup:5");
        assertThat(old.sql("SELECT concat_ws(' ', posting_id, state, attempt) FROM write_back ORDER BY posting_id")
                        .query(String.class)
                        .list())
                .containsExactly("3 done 1", "4 sending 1", "5 sending 3");
    }

    @Test
    void marks_stay_and_new_ones_come_in_lots() {
        assertThat(old.sql("SELECT debtor_id FROM debtor_change")
                        .query(Long.class)
                        .set())
                .containsExactly(1L);
        rooms.getBean(Ledger.class)
                .hold(
                        new DebtorId(1),
                        null,
                        new InvoiceEntry.HoldEntry("dispute", LocalDate.parse("2026-04-01"), "-"),
                        "m");
        assertThat(old.sql("SELECT unnest(debtors) FROM debtor_change_lot")
                        .query(Long.class)
                        .list())
                .containsExactly(1L);
    }

    @Test
    void the_books_are_right() {
        assertThat(new Invariants(old).violations()).isEmpty();
    }

    private static final String BOOKS_OF_24 = """
            INSERT INTO debtor (creditor_id, source, source_id, name) SELECT id, 'erp', 'D1', 'Alta' FROM creditor;
            INSERT INTO item (debtor_id, kind, source, source_id, number, issued_on, due_on, currency, total_minor,
                              content_hash)
            VALUES (1, 'invoice', 'erp', 'M-1', 'M-1', '2026-01-01', '2026-02-01', 'EUR', 1000, '-');
            INSERT INTO open_item (item_id, debtor_id, kind, currency, due_on, open_minor, number, instalment, total_minor,
                                   issued_on, reference, source)
            SELECT id, debtor_id, kind, currency, due_on, 500, number, instalment, total_minor, issued_on, reference, source
            FROM item;
            INSERT INTO receipt (creditor_id, means, source_key, currency, amount_minor, received_on, debtor_id)
            VALUES (1, 'transfer', 'new', 'EUR', 500, '2026-03-01', 1);
            INSERT INTO posting (kind, item_id, receipt_id, amount_minor, currency, business_date, cause_kind, cause, reverses)
            VALUES ('issued', 1, NULL, 1000, 'EUR', '2026-01-01', 'inbox', 'inbox:1', NULL),
                   ('received', NULL, 1, 500, 'EUR', '2026-03-01', 'bank', 't', NULL),
                   ('allocated', 1, 1, 500, 'EUR', '2026-03-02', 'rule', 'reference', NULL),
                   ('allocated', 1, 1, -500, 'EUR', '2026-03-03', 'user', 'maria', 3),
                   ('allocated', 1, 1, 500, 'EUR', '2026-03-04', 'user', 'maria', NULL);
            INSERT INTO write_back (source, posting_id, state, attempt, lease_until)
            VALUES ('erp', 3, 'done', 1, NULL), ('erp', 4, 'due', 0, NULL), ('erp', 5, 'sending', 2, '2026-03-04');
            INSERT INTO fact (type, subject, payload)
            VALUES ('ItemPaid', 'item:1', ('{"number": "M-1",' || E'\\n' || '"text": "of\\ntwo lines"}')::json),
                   ('ItemReopened', 'item:1', '{"number": "M-1"}');
            INSERT INTO fact (type, subject, payload)
            SELECT 'ItemPaid', 'item:1', json_build_object('number', 'N-' || n) FROM generate_series(3, 130) AS n;
            INSERT INTO fact_subscription (subscriber, last_xact, last_id)
            SELECT 'halfway', xact, id FROM fact WHERE id = 110
            """;
}
