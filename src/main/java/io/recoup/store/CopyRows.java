package io.recoup.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;

/** Rows on their way into a table in PostgreSQL's binary COPY format: one batch, sent as a whole. */
public final class CopyRows {

    private static final long EPOCH_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    /** PostgreSQL's number of the type. */
    private static final int BIGINT = 20;

    private static final int PIECE = 1 << 16;

    private final List<ByteBuffer> full = new ArrayList<>();
    private ByteBuffer bytes = ByteBuffer.allocate(PIECE).put(SIGNATURE);

    public CopyRows row(int columns) {
        room(2).putShort((short) columns);
        return this;
    }

    public CopyRows bigint(long value) {
        room(12).putInt(8).putLong(value);
        return this;
    }

    /** @param value null = NULL */
    public CopyRows bigint(Long value) {
        if (value == null) {
            room(4).putInt(-1);
            return this;
        }
        return bigint(value.longValue());
    }

    public CopyRows integer(int value) {
        room(8).putInt(4).putInt(value);
        return this;
    }

    public CopyRows bool(boolean value) {
        room(5).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    /** @param value null = NULL */
    public CopyRows date(LocalDate value) {
        if (value == null) {
            room(4).putInt(-1);
        } else {
            room(8).putInt(4).putInt((int) (value.toEpochDay() - EPOCH_2000));
        }
        return this;
    }

    /** @param value null = NULL */
    public CopyRows text(String value) {
        if (value == null) {
            room(4).putInt(-1);
        } else {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            room(4 + text.length).putInt(text.length).put(text);
        }
        return this;
    }

    /** Text or JSON that is bytes already. */
    public CopyRows utf8(byte[] value) {
        room(4 + value.length).putInt(value.length).put(value);
        return this;
    }

    /** @param values at least one; none null */
    public CopyRows bigints(List<Long> values) {
        room(24 + 12 * values.size()).putInt(20 + 12 * values.size());
        // one dimension that begins at 1, without NULLs
        bytes.putInt(1).putInt(0).putInt(BIGINT).putInt(values.size()).putInt(1);
        values.forEach(value -> bytes.putInt(8).putLong(value));
        return this;
    }

    /** @param into a table with its columns, in the order of the rows' */
    public ConnectionCallback<Long> into(String into) {
        return connection -> copy(connection, "COPY " + into + " FROM STDIN (FORMAT binary)");
    }

    private long copy(Connection connection, String sql) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            room(2).putShort((short) -1);
            for (ByteBuffer piece : full) {
                copy.writeToCopy(piece.array(), 0, piece.position());
            }
            copy.writeToCopy(bytes.array(), 0, bytes.position());
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            full.add(bytes);
            bytes = ByteBuffer.allocate(Math.max(PIECE, more));
        }
        return bytes;
    }
}
