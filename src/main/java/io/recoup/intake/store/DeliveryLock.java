package io.recoup.intake.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * The right to read one delivery, held by a connection of its own: whoever dies gives it back with the connection, so
 * a crash leaves nothing locked and two replicas never read the same delivery at the same time.
 */
@Component
public class DeliveryLock {

    private final DataSource connections;

    public DeliveryLock(DataSource connections) {
        this.connections = connections;
    }

    /** Runs the work and frees the delivery afterwards; empty, without running it, while somebody else reads it. */
    public <T> Optional<T> holding(long inbox, Supplier<T> work) {
        try (Connection connection = connections.getConnection()) {
            if (!ask(connection, "SELECT pg_try_advisory_lock(hashtextextended('recoup.inbox', ?))", inbox)) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                ask(connection, "SELECT pg_advisory_unlock(hashtextextended('recoup.inbox', ?))", inbox);
            }
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("lock of delivery " + inbox, failure);
        }
    }

    private static boolean ask(Connection connection, String question, long inbox) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, inbox);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
