package io.recoup.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.app.Invariants;
import io.recoup.testing.OldBooks;
import io.recoup.testing.PostgresTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Books kept before what waits had rows of its own are moved as they stand. */
class UnappliedMigrationStoreTest extends PostgresTest {

    private JdbcClient old;

    @BeforeAll
    void keep_books_as_they_were_and_move_them() {
        old = JdbcClient.create(OldBooks.moved(database, "23", BOOKS_OF_23));
    }

    @Test
    void what_waited_waits_with_its_reason_and_what_is_left_of_it() {
        assertThat(old.sql("""
                SELECT concat_ws(' ', r.source_key, u.left_minor, u.currency, u.received_on, u.debtor_id, u.why)
                FROM unapplied u JOIN receipt r ON r.id = u.receipt_id ORDER BY r.id
                """).query(String.class).list())
                .containsExactly(
                        "new 500 EUR 2026-03-01 not looked at yet",
                        "half 40 EUR 2026-03-03 1 left over: 0.40 EUR more than was to pay",
                        "undone 700 EUR 2026-03-04 1 undone by maria",
                        "forgotten 300 EUR 2026-03-06 left over");
    }

    @Test
    void lines_for_the_erp_keep_where_they_stand() {
        assertThat(old.sql(
                                "SELECT concat_ws(' ', posting_id, source, state, attempt, failure) FROM write_back ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("10 erp done 1", "11 erp refused 2 REFUSED: closed", "12 erp due 0", "13 erp due 0");
    }

    @Test
    void facts_say_what_they_said() {
        assertThat(old.sql(
                                "SELECT concat_ws(' ', type, subject, payload ->> 'number', payload ->> 'openMinor') FROM fact")
                        .query(String.class)
                        .list())
                .containsExactly("ItemPaid item:1 M-1 0");
    }

    @Test
    void the_books_are_right() {
        assertThat(new Invariants(old).violations()).isEmpty();
    }

    private static final String BOOKS_OF_23 = """
            INSERT INTO debtor (creditor_id, source, source_id, name) SELECT id, 'erp', 'D1', 'Alta' FROM creditor;
            INSERT INTO item (debtor_id, kind, source, source_id, number, issued_on, due_on, currency, total_minor,
                              content_hash)
            VALUES (1, 'invoice', 'erp', 'M-1', 'M-1', '2026-01-01', '2026-02-01', 'EUR', 1000, '-'),
                   (1, 'invoice', 'erp', 'M-2', 'M-2', '2026-01-01', '2026-02-01', 'EUR', 760, '-'),
                   (1, 'invoice', 'erp', 'M-3', 'M-3', '2026-01-01', '2026-02-01', 'EUR', 700, '-');
            INSERT INTO open_item (item_id, debtor_id, kind, currency, due_on, open_minor, number, instalment, total_minor,
                                   issued_on, reference, source)
            SELECT id, debtor_id, kind, currency, due_on, total_minor, number, instalment, total_minor, issued_on, reference,
                   source
            FROM item WHERE number = 'M-3';
            INSERT INTO receipt (creditor_id, means, source_key, currency, amount_minor, received_on, debtor_id, waits,
                                 reversed_by)
            VALUES (1, 'transfer', 'new', 'EUR', 500, '2026-03-01', NULL, 'not looked at yet', NULL),
                   (1, 'transfer', 'whole', 'EUR', 1000, '2026-03-02', 1, NULL, NULL),
                   (1, 'transfer', 'half', 'EUR', 800, '2026-03-03', 1, 'left over: 0.40 EUR more than was to pay', NULL),
                   (1, 'transfer', 'undone', 'EUR', 700, '2026-03-04', 1, 'undone by maria', NULL),
                   (1, 'transfer', 'reversed', 'EUR', 900, '2026-03-05', 1, NULL, 'bank:9'),
                   (1, 'transfer', 'forgotten', 'EUR', 300, '2026-03-06', NULL, NULL, NULL);
            INSERT INTO posting (kind, item_id, amount_minor, currency, business_date, cause_kind, cause)
            SELECT 'issued', id, total_minor, 'EUR', issued_on, 'inbox', 'inbox:1' FROM item ORDER BY id;
            INSERT INTO posting (kind, receipt_id, amount_minor, currency, business_date, cause_kind, cause)
            SELECT 'received', id, amount_minor, 'EUR', received_on, 'bank', 't' FROM receipt ORDER BY id;
            INSERT INTO posting (kind, item_id, receipt_id, amount_minor, currency, business_date, cause_kind, cause, reverses)
            VALUES ('allocated', 1, 2, 1000, 'EUR', '2026-03-10', 'rule', 'reference', NULL),
                   ('allocated', 2, 3, 760, 'EUR', '2026-03-10', 'rule', 'reference', NULL),
                   ('allocated', 3, 4, 700, 'EUR', '2026-03-10', 'rule', 'reference', NULL),
                   ('allocated', 3, 4, -700, 'EUR', '2026-03-11', 'user', 'maria', 12),
                   ('received', NULL, 5, -900, 'EUR', '2026-03-11', 'bank', 't', 8);
            INSERT INTO write_back (source, posting_id, state, attempt, failure)
            VALUES ('erp', 10, 'done', 1, NULL), ('erp', 11, 'refused', 2, 'REFUSED: closed'), ('erp', 12, 'due', 0, NULL),
                   ('erp', 13, 'due', 0, NULL);
            INSERT INTO fact (type, subject, payload) VALUES ('ItemPaid', 'item:1', '{"number": "M-1", "openMinor": 0}')
            """;
}
