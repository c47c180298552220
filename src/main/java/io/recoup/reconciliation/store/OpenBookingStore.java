package io.recoup.reconciliation.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which bank bookings wait for a person, and why. */
@Repository
public class OpenBookingStore {

    private final JdbcClient jdbc;

    OpenBookingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param transaction the bank transaction's id; the rest as of {@code OpenBooking} */
    public record Row(
            long transaction, String why, @Nullable String detail) {}

    /** It waits, from now on for this reason. */
    public void leave(long transaction, String why, @Nullable String detail) {
        jdbc.sql("""
                INSERT INTO open_booking (transaction_id, why, detail) VALUES (:transaction, :why, :detail)
                ON CONFLICT (transaction_id) DO UPDATE
                SET why = excluded.why, detail = excluded.detail, resolved_by = NULL, resolution = NULL, resolved_at = NULL
                """)
                .param("transaction", transaction)
                .param("why", why)
                .param("detail", detail)
                .update();
    }

    public List<Row> waiting(int limit) {
        return jdbc.sql("""
                SELECT transaction_id AS transaction, why, detail FROM open_booking WHERE resolved_at IS NULL
                ORDER BY transaction_id LIMIT :limit
                """).param("limit", limit).query(Row.class).list();
    }

    /** @return its row, which nobody else has until the transaction ends; empty when it does not wait */
    public Optional<Row> lock(long transaction) {
        return jdbc.sql("""
                SELECT transaction_id AS transaction, why, detail FROM open_booking
                WHERE transaction_id = :transaction AND resolved_at IS NULL FOR UPDATE
                """).param("transaction", transaction).query(Row.class).optional();
    }

    public void resolve(long transaction, String by, String how) {
        jdbc.sql("""
                UPDATE open_booking SET resolved_by = :by, resolution = :how, resolved_at = now()
                WHERE transaction_id = :transaction
                """)
                .param("transaction", transaction)
                .param("by", by)
                .param("how", how)
                .update();
    }
}
