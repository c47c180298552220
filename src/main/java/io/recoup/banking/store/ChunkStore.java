package io.recoup.banking.store;

import io.recoup.banking.BankStatement;
import io.recoup.money.Money;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        if (chunk.rows.rows() == 0) {
            return 0;
        }
        boolean[] skipped = new boolean[chunk.rows.rows()];
        List<UUID> upgraded = new ArrayList<>();
        int entered = choose(chunk, skipped, upgraded);
        if (entered > 0) {
            remove(upgraded);
            jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, chunk.rows, skipped));
            jdbc.update("""
                    UPDATE bank_import
                    SET last_id = currval(pg_get_serial_sequence('bank_transaction', 'id'))
                    WHERE id = ?
                    """, chunk.importId());
        }
        return entered;
    }

    /** A booked transaction takes the place of its pending version; of equal ones in a chunk the first stays. */
    private int choose(TransactionChunk chunk, boolean[] skipped, List<UUID> upgraded) {
        Map<UUID, Boolean> bookedByIdentity = new HashMap<>(known(chunk.identities));
        Map<UUID, Integer> chosen = new HashMap<>();
        int entered = 0;
        for (int row = 0; row < skipped.length; row++) {
            UUID identity = chunk.identities.get(row);
            Boolean booked = bookedByIdentity.get(identity);
            Integer earlier = chosen.get(identity);
            if (earlier != null && chunk.booked[row] && !chunk.booked[earlier]) {
                skipped[earlier] = true;
                chosen.put(identity, row);
            } else if (earlier != null || (booked != null && (booked || !chunk.booked[row]))) {
                skipped[row] = true;
            } else {
                chosen.put(identity, row);
                entered++;
                if (booked != null) {
                    upgraded.add(identity);
                }
            }
        }
        return entered;
    }

    /**
     * One index probe each, in the index's order; asked as a plain join, the planner reads the whole table while that
     * is small.
     */
    private Map<UUID, Boolean> known(List<UUID> identities) {
        Map<UUID, Boolean> known = new HashMap<>();
        jdbc.query(
                """
                SELECT asked.identity, known.booked
                FROM (SELECT identity FROM unnest(?) AS chunk (identity) ORDER BY identity) asked
                CROSS JOIN LATERAL (
                    SELECT status = 'booked' AS booked FROM bank_transaction t WHERE t.identity = asked.identity LIMIT 1
                ) known
                """,
                row -> {
                    known.put(row.getObject(1, UUID.class), row.getBoolean(2));
                },
                (Object) identities.toArray(UUID[]::new));
        return known;
    }

    /** A pending transaction was never taken up, so nothing refers to it; the booked one gets a new, later id. */
    private void remove(List<UUID> pending) {
        if (!pending.isEmpty()) {
            jdbc.update("DELETE FROM bank_transaction WHERE identity = ANY (?) AND status <> 'booked'", (Object)
                    pending.toArray(UUID[]::new));
        }
    }

    private static long copy(Connection connection, CopyRows rows, boolean[] skipped) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(CopyRows.COPY);
        try {
            rows.send(copy, skipped);
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
                    entries, transactions, credits_minor, debits_minor, balanced)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (identity) DO NOTHING
                """, chunk.statements, 1_000, (row, statement) -> {
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
        });
    }

    private static Long minor(Money money) {
        return money == null ? null : money.minor();
    }

    private static Date closedOn(BankStatement statement) {
        return statement.closedOn() == null ? null : Date.valueOf(statement.closedOn());
    }
}
