package io.recoup.banking.store;

import io.recoup.banking.BankStatement;
import io.recoup.banking.EntryStatus;
import io.recoup.money.Money;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Enters one chunk of transactions: asks which identities are known, then copies the others straight into the table.
 * Importers take turns, chunk by chunk, so that no identity can appear between question and copy; that costs less
 * than a staging table for every row that is new, and sends nothing but identities for those that are not.
 */
@Repository
class ChunkStore {

    /** Any constant; other rooms take no advisory locks of this class. */
    private static final long TURN = 0x62616e6b_626f6f6bL;

    private final JdbcTemplate jdbc;

    ChunkStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Must run in a transaction.
     *
     * @return how many of the chunk's transactions were entered
     */
    int enter(TransactionChunk chunk) {
        jdbc.query("SELECT pg_advisory_xact_lock(?)", row -> {}, TURN);
        enterStatements(chunk);
        if (chunk.transactions.isEmpty()) {
            return 0;
        }
        List<UUID> upgraded = new ArrayList<>();
        Collection<Integer> rows = choose(chunk, upgraded);
        if (!rows.isEmpty()) {
            remove(upgraded);
            jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, chunk, rows));
            jdbc.update("""
                    UPDATE bank_import
                    SET last_id = currval(pg_get_serial_sequence('bank_transaction', 'id'))
                    WHERE id = ?
                    """, chunk.importId());
        }
        return rows.size();
    }

    /**
     * The rows to enter, in the chunk's order. A transaction takes the place of its less final version; of equal ones
     * in a chunk the first stays.
     */
    private Collection<Integer> choose(TransactionChunk chunk, List<UUID> upgraded) {
        Map<UUID, EntryStatus> known = known(chunk);
        Map<UUID, Integer> chosen = new HashMap<>();
        boolean[] enters = new boolean[chunk.identities.size()];
        for (int row = 0; row < enters.length; row++) {
            UUID identity = chunk.identities.get(row);
            EntryStatus before = known.get(identity);
            if (before != null && !isNews(chunk, row, before)) {
                continue;
            }
            Integer earlier = chosen.putIfAbsent(identity, row);
            if (earlier == null) {
                enters[row] = true;
                if (before != null) {
                    upgraded.add(identity);
                }
            } else if (isNews(chunk, row, chunk.transactions.get(earlier).status())) {
                enters[earlier] = false;
                enters[row] = true;
                chosen.put(identity, row);
            }
        }
        return IntStream.range(0, enters.length)
                .filter(row -> enters[row])
                .boxed()
                .toList();
    }

    /** More final than before; between the two that say nothing yet, neither is. */
    private static boolean isNews(TransactionChunk chunk, int row, EntryStatus before) {
        EntryStatus status = chunk.transactions.get(row).status();
        return status.compareTo(before) > 0 && status.compareTo(EntryStatus.PENDING) > 0;
    }

    /** Which identities are known, and how final. */
    private Map<UUID, EntryStatus> known(TransactionChunk chunk) {
        Map<UUID, EntryStatus> known = new HashMap<>();
        // one index probe each, in the index's order; the planner would read the whole table while that seems small
        indexOnly(true);
        jdbc.query(
                "SELECT identity, status FROM bank_transaction WHERE identity = ANY (?)",
                asked -> asked.setArray(
                        1, AskedIdentities.in(asked.getConnection(), chunk.identities, chunk.inIndexOrder())),
                row -> {
                    known.put(row.getObject(1, UUID.class), EntryStatus.of(row.getString(2)));
                });
        indexOnly(false);
        return known;
    }

    /** Until the transaction's end at most. */
    private void indexOnly(boolean only) {
        jdbc.query(
                "SELECT set_config('enable_seqscan', ?, true), set_config('jit', ?, true)",
                row -> {},
                only ? "off" : "on",
                only ? "off" : "on");
    }

    /** What is not booked was never taken up, so nothing refers to it; its next version gets a new, later id. */
    private void remove(List<UUID> unbooked) {
        if (!unbooked.isEmpty()) {
            jdbc.update("DELETE FROM bank_transaction WHERE identity = ANY (?) AND status <> 'booked'", (Object)
                    unbooked.toArray(UUID[]::new));
        }
    }

    private static long copy(Connection connection, TransactionChunk chunk, Collection<Integer> chosen)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(CopyRows.COPY);
        try {
            CopyRows rows = new CopyRows(copy);
            for (int row : chosen) {
                rows.add(chunk.importId(), chunk.identities.get(row), chunk.transactions.get(row));
            }
            rows.end();
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void enterStatements(TransactionChunk chunk) {
        jdbc.batchUpdate("""
                INSERT INTO bank_statement (
                    import_id, identity, format, account, currency, statement, opening_minor, closing_minor, closed_on,
                    entries, transactions, credits_minor, debits_minor, balanced, advice)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (identity) DO NOTHING
                """, chunk.statements, 1_000, (row, entered) -> {
            BankStatement statement = entered.told();
            row.setLong(1, chunk.importId());
            row.setObject(2, statement.identity());
            row.setString(3, statement.format());
            row.setString(4, statement.account());
            row.setString(5, statement.currency());
            row.setString(6, statement.statement());
            row.setObject(7, minor(statement.opening()), Types.BIGINT);
            row.setObject(8, minor(statement.closing()), Types.BIGINT);
            row.setObject(9, closedOn(statement), Types.DATE);
            row.setInt(10, statement.entries());
            row.setInt(11, statement.transactions());
            row.setObject(12, minor(statement.credits()), Types.BIGINT);
            row.setObject(13, minor(statement.debits()), Types.BIGINT);
            row.setObject(14, statement.balanced(), Types.BOOLEAN);
            row.setBoolean(15, entered.advice());
        });
    }

    private static Long minor(Money money) {
        return money == null ? null : money.minor();
    }

    private static Date closedOn(BankStatement statement) {
        return statement.closedOn() == null ? null : Date.valueOf(statement.closedOn());
    }
}
