package io.recoup.banking.store;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/** Identities as an array parameter in PostgreSQL's binary format: read as text they cost more than looking them up. */
final class AskedIdentities {

    private static final int HEADER = 5 * Integer.BYTES;
    private static final int ELEMENT = Integer.BYTES + 2 * Long.BYTES;

    private AskedIdentities() {}

    /** The identities, each once or several times, in the order given. */
    static Array in(Connection connection, List<UUID> identities, int[] order) throws SQLException {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + order.length * ELEMENT);
        // one dimension, no nulls, the elements' type, how many, counted from one
        bytes.putInt(1).putInt(0).putInt(Oid.UUID).putInt(order.length).putInt(1);
        for (int row : order) {
            UUID identity = identities.get(row);
            bytes.putInt(2 * Long.BYTES)
                    .putLong(identity.getMostSignificantBits())
                    .putLong(identity.getLeastSignificantBits());
        }
        return new PgArray(connection.unwrap(BaseConnection.class), Oid.UUID_ARRAY, bytes.array());
    }
}
