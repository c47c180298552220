package io.recoup.bench.matching;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * As many documents as payments, in plain tables: each payment names one in one of six spellings inside one of four texts
 * and pays it from the account of its debtor, but for one in twenty, which names none. The payments lie in another order than
 * the documents.
 */
final class ExactPathBooks {

    static final String ITEMS = "SELECT debtor, number, issued_on, due_on, minor, currency FROM plain_item";
    static final String DEBTORS = "SELECT debtor, account FROM plain_debtor";
    static final String PAYMENTS = "SELECT received_on, minor, currency, account, remittance FROM plain_payment";

    private ExactPathBooks() {}

    /** How many debtors there are to so many documents. */
    static int debtors(int size) {
        return size / 5 + 1;
    }

    static void lay(DataSource database, int size) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (String sql : TABLES.formatted(size, debtors(size)).split(";")) {
            jdbc.sql(sql).update();
        }
        jdbc.sql("VACUUM (ANALYZE)").update();
        jdbc.sql("CHECKPOINT").update();
    }

    private static final String TABLES = """
            DROP TABLE IF EXISTS plain_debtor, plain_item, plain_payment, plain_decision;
            CREATE TABLE plain_debtor AS
            SELECT n AS debtor, 'DE' || lpad((n * 97 %% 89 + 10)::text, 2, '0') || lpad(n::text, 18, '37005010') AS account
            FROM generate_series(0, %2$d - 1) AS n;
            CREATE TABLE plain_item AS
            SELECT n AS item, (abs(hashint4(n)::bigint) %% %2$d)::int AS debtor, 'RE-2026-' || lpad(n::text, 7, '0') AS number,
                   date '2026-01-01' + n %% 60 AS issued_on, date '2026-01-31' + n %% 60 AS due_on,
                   500 + abs(hashint4(n + 7)::bigint) %% 900000 AS minor, 'EUR'::text AS currency
            FROM generate_series(0, %1$d - 1) AS n;
            CREATE TABLE plain_payment AS
            SELECT row_number() OVER (ORDER BY hashint4(item + 11), item)::int - 1 AS payment,
                   CASE WHEN spelt IS NULL THEN -1 ELSE item END AS item,
                   due_on + abs(hashint4(item + 13)) %% 40 - 20 AS received_on, minor, currency, account,
                   CASE WHEN spelt IS NULL THEN 'Zahlung, vielen Dank'
                        ELSE CASE abs(hashint4(item + 17)) %% 4
                             WHEN 0 THEN spelt
                             WHEN 1 THEN 'Rechnung ' || spelt || ' vielen Dank'
                             WHEN 2 THEN 'Zahlung zu Ihrer Rechnung Nr. ' || spelt
                             ELSE 'PAGO FACTURA ' || spelt || ' / GRACIAS' END
                   END AS remittance
            FROM (SELECT *,
                         CASE WHEN abs(hashint4(item + 19)) %% 20 = 0 THEN NULL
                         ELSE CASE abs(hashint4(item + 23)) %% 6
                              WHEN 0 THEN number
                              WHEN 1 THEN replace(number, '-', ' ')
                              WHEN 2 THEN replace(number, '-', '')
                              WHEN 3 THEN replace(number, '-', '/')
                              WHEN 4 THEN lower(number)
                              ELSE replace(number, 'RE-', 'RE') END
                         END AS spelt
                  FROM plain_item) AS told JOIN plain_debtor USING (debtor)
            ORDER BY 1;
            CREATE TABLE plain_decision (payment int NOT NULL, item int NOT NULL, minor bigint NOT NULL, confidence int NOT NULL)
            """;
}
