package io.recoup.banking.store;

import io.recoup.banking.BankTransaction;
import io.recoup.banking.Counterparty;
import io.recoup.banking.Direction;
import io.recoup.banking.EntryStatus;
import io.recoup.banking.NewTransactions;
import io.recoup.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out booked transactions, import by import. Others are not handed out: when they are booked, they are entered
 * anew under a later id.
 */
@Repository
class JdbcNewTransactions implements NewTransactions {

    private record Waiting(long id, long takenUpTo, long lastId) {}

    private final JdbcClient jdbc;

    JdbcNewTransactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Entered> takeUp(int limit) {
        while (true) {
            Optional<Waiting> waiting = nextImport();
            if (waiting.isEmpty()) {
                return List.of();
            }
            List<Entered> taken = transactions(waiting.get(), limit);
            boolean finished = taken.size() < limit;
            markTaken(
                    waiting.get().id(),
                    finished
                            ? waiting.get().lastId()
                            : taken.get(taken.size() - 1).id());
            if (!taken.isEmpty()) {
                return taken;
            }
        }
    }

    @Override
    public Entered known(long id) {
        return jdbc.sql("SELECT * FROM bank_transaction WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new Entered(row.getLong("id"), read(row)))
                .single();
    }

    private Optional<Waiting> nextImport() {
        return jdbc.sql("""
                SELECT id, taken_up_to, last_id FROM bank_import
                WHERE taken_up_to < last_id
                ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
                """).query(Waiting.class).optional();
    }

    private List<Entered> transactions(Waiting waiting, int limit) {
        return jdbc.sql("""
                SELECT * FROM bank_transaction
                WHERE id > :from AND id <= :to AND import_id = :importId AND status = 'booked'
                ORDER BY id LIMIT :limit
                """)
                .param("from", waiting.takenUpTo())
                .param("to", waiting.lastId())
                .param("importId", waiting.id())
                .param("limit", limit)
                .query((row, number) -> new Entered(row.getLong("id"), read(row)))
                .list();
    }

    private void markTaken(long importId, long upTo) {
        jdbc.sql("UPDATE bank_import SET taken_up_to = :upTo, taken_up_at = now() WHERE id = :id")
                .param("upTo", upTo)
                .param("id", importId)
                .update();
    }

    private static BankTransaction read(ResultSet row) throws SQLException {
        return new BankTransaction(
                row.getString("account"),
                row.getString("statement"),
                row.getObject("booked_on", LocalDate.class),
                row.getObject("value_on", LocalDate.class),
                EntryStatus.of(row.getString("status")),
                Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                row.getBoolean("reversal"),
                row.getBoolean("balancing"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                new Counterparty(
                        row.getString("counterparty_name"),
                        row.getString("counterparty_account"),
                        row.getString("counterparty_bic")),
                row.getString("end_to_end_id"),
                row.getString("reference"),
                row.getString("remittance"),
                row.getString("bank_id"),
                row.getInt("occurrence"));
    }
}
