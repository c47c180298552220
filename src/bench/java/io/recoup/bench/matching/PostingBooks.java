package io.recoup.bench.matching;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Documents that are open and receipts that wait, one of each amount, in recoup's own tables and beside them in plain ones
 * that hold nothing but what a bare posting needs. The pairs lie in another order than the documents.
 */
final class PostingBooks {

    static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private PostingBooks() {}

    static void lay(DataSource database, int pairs) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (String sql : RECOUP.formatted(pairs).split(";")) {
            jdbc.sql(sql).update();
        }
        for (String sql : PLAIN.split(";")) {
            jdbc.sql(sql).update();
        }
        jdbc.sql("VACUUM (ANALYZE)").update();
        jdbc.sql("CHECKPOINT").update();
    }

    private static final String RECOUP = """
            CREATE TABLE pair AS
            SELECT n AS item, row_number() OVER (ORDER BY hashint8(n)) AS receipt, 100 + n %% 90000 AS minor
            FROM generate_series(1, %1$d) AS n;
            CREATE UNIQUE INDEX ON pair (receipt);
            INSERT INTO debtor (creditor_id, source, source_id, name)
            SELECT (SELECT min(id) FROM creditor), 'erp', 'D' || n, 'Debtor ' || n FROM generate_series(1, %1$d / 5 + 1) AS n;
            INSERT INTO item (debtor_id, kind, source, source_id, number, issued_on, due_on, currency, total_minor,
                              reference, content_hash)
            SELECT 1 + n / 5, 'invoice', 'erp', 'S' || n, 'RE-2026-' || n, date '2026-01-01' + n %% 60,
                   date '2026-01-31' + n %% 60, 'EUR', 100 + n %% 90000, 'RF' || n, md5(n::text)
            FROM generate_series(1, %1$d) AS n ORDER BY n;
            INSERT INTO open_item (item_id, debtor_id, kind, currency, due_on, open_minor, number, instalment, total_minor,
                                   issued_on, reference, source)
            SELECT id, debtor_id, kind, currency, due_on, total_minor, number, instalment, total_minor, issued_on, reference,
                   source
            FROM item ORDER BY id;
            INSERT INTO receipt (creditor_id, means, source_key, currency, amount_minor, received_on, payer_name,
                                 payer_account, remittance)
            SELECT (SELECT min(id) FROM creditor), 'transfer', 'bank:' || receipt, 'EUR', minor, date '2026-03-09',
                   'Payer ' || receipt, 'DE' || receipt, 'Rechnung RE-2026-' || item || ' vielen Dank'
            FROM pair ORDER BY receipt;
            INSERT INTO unapplied (receipt_id, currency, received_on, left_minor, why)
            SELECT id, currency, received_on, amount_minor, 'not looked at yet' FROM receipt ORDER BY id;
            INSERT INTO posting (kind, item_id, amount_minor, currency, business_date, cause_kind, cause)
            SELECT 'issued', id, total_minor, 'EUR', issued_on, 'inbox', 'inbox:1' FROM item ORDER BY id;
            INSERT INTO posting (kind, receipt_id, amount_minor, currency, business_date, cause_kind, cause)
            SELECT 'received', id, amount_minor, 'EUR', received_on, 'bank', 'transaction:' || id FROM receipt ORDER BY id;
            TRUNCATE debtor_change, debtor_change_lot
            """;

    private static final String PLAIN = """
            CREATE TABLE plain_invoice (
                id bigint PRIMARY KEY, customer_id bigint NOT NULL, number text NOT NULL, issued_on date NOT NULL,
                due_on date NOT NULL, currency text NOT NULL, total_minor bigint NOT NULL, open_minor bigint NOT NULL,
                reference text, source_id text NOT NULL UNIQUE) WITH (fillfactor = 50);
            INSERT INTO plain_invoice
            SELECT id, debtor_id, number, issued_on, due_on, currency, total_minor, total_minor, reference, source_id
            FROM item ORDER BY id;
            CREATE TABLE plain_open (
                item_id bigint PRIMARY KEY, customer_id bigint NOT NULL, due_on date NOT NULL, open_minor bigint NOT NULL);
            INSERT INTO plain_open SELECT id, debtor_id, due_on, total_minor FROM item ORDER BY id;
            CREATE INDEX ON plain_open (customer_id) INCLUDE (due_on, open_minor);
            CREATE TABLE plain_allocation (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payment_id bigint NOT NULL, item_id bigint NOT NULL,
                amount_minor bigint NOT NULL, currency text NOT NULL, business_date date NOT NULL,
                UNIQUE (payment_id, item_id))
            """;

    /** The bare posting: each a statement of its own. */
    static final String INSERT = """
            INSERT INTO plain_allocation (payment_id, item_id, amount_minor, currency, business_date)
            SELECT receipt, item, minor, 'EUR', date '2026-03-10' FROM pair ORDER BY receipt
            """;

    static final String UPDATE = """
            UPDATE plain_invoice i SET open_minor = i.open_minor - p.minor FROM pair p WHERE p.item = i.id
            """;

    static final String DELETE = """
            DELETE FROM plain_open o USING pair p WHERE p.item = o.item_id
            """;
}
