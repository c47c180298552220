package io.recoup.console.store;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest bank statements, and the transaction behind a receipt. */
@Repository
public class StatementRows {

    private final JdbcClient jdbc;

    StatementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param closing null where the bank stated none
     * @param balanced null where a balance is missing
     * @param advice told by a message that is not the account's book of record: nothing of it pays an invoice
     */
    public record Statement(
            long id,
            String account,
            String number,
            String file,
            Money closing,
            LocalDate on,
            int transactions,
            Boolean balanced,
            boolean advice) {}

    public record Transaction(
            String account, String statement, String file, LocalDate bookedOn, LocalDate valueOn, String bankId) {}

    public List<Statement> latest(int limit) {
        return jdbc.sql("""
                        SELECT s.id, s.account, s.statement, i.file_name, s.closing_minor, s.currency, s.closed_on,
                               s.transactions, s.balanced, s.advice
                        FROM (SELECT * FROM bank_statement ORDER BY id DESC LIMIT :limit) s
                        JOIN bank_import i ON i.id = s.import_id
                        ORDER BY s.id DESC
                        """)
                .param("limit", limit)
                .query((row, n) -> new Statement(
                        row.getLong("id"),
                        row.getString("account"),
                        row.getString("statement"),
                        row.getString("file_name"),
                        row.getString("currency") == null ? null : Columns.money(row, "closing_minor"),
                        Columns.day(row, "closed_on"),
                        row.getInt("transactions"),
                        Columns.flag(row, "balanced"),
                        row.getBoolean("advice")))
                .list();
    }

    public Optional<Transaction> transaction(long id) {
        return jdbc.sql("""
                        SELECT t.account, t.statement, i.file_name, t.booked_on, t.value_on, t.bank_id
                        FROM bank_transaction t JOIN bank_import i ON i.id = t.import_id
                        WHERE t.id = :id
                        """)
                .param("id", id)
                .query((row, n) -> new Transaction(
                        row.getString("account"),
                        row.getString("statement"),
                        row.getString("file_name"),
                        Columns.day(row, "booked_on"),
                        Columns.day(row, "value_on"),
                        row.getString("bank_id")))
                .optional();
    }
}
