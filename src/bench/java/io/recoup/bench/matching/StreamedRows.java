package io.recoup.bench.matching;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** Rows as PostgreSQL's binary COPY has them: a count of fields, then each with its length before it. */
final class StreamedRows {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEADER = SIGNATURE.length + 8;

    /** Days from 1970 to 2000, from where PostgreSQL counts. */
    private static final int EPOCH = 10_957;

    private StreamedRows() {}

    /** Reads field after field, in their order. */
    static final class Reader {

        private final CopyOut out;
        private byte[] row;
        private int at;
        private boolean begun;
        private final View[] views = {new View(), new View(), new View(), new View()};
        private int next;

        /** @param query whose rows are read */
        Reader(Connection connection, String query) throws SQLException {
            out = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
        }

        /** Goes to the next row; false after the last one. */
        boolean next() throws SQLException {
            row = out.readFromCopy();
            at = begun ? 0 : HEADER;
            begun = true;
            if (row != null && row.length == at) {
                at = 0;
                row = out.readFromCopy();
            }
            if (row == null) {
                return false;
            }
            short fields = (short) (row[at] << 8 | row[at + 1] & 0xff);
            at += 2;
            if (fields < 0) {
                out.readFromCopy();
                return false;
            }
            return true;
        }

        int number() {
            at += 4;
            return int32();
        }

        long minor() {
            at += 4;
            return (long) int32() << 32 | int32() & 0xffff_ffffL;
        }

        /** In days since 1970. */
        int day() {
            return number() + EPOCH;
        }

        /** Good until the fourth text after it is read. */
        CharSequence text() {
            int length = int32();
            at += length;
            for (int i = at - length; i < at; i++) {
                if (row[i] < 0) {
                    return new String(row, at - length, length, StandardCharsets.UTF_8);
                }
            }
            View view = views[next++ % views.length];
            view.row = row;
            view.from = at - length;
            view.length = length;
            return view;
        }

        /** The same, but of a text that is mostly this one. */
        String textLike(String usual) {
            CharSequence text = text();
            return usual.contentEquals(text) ? usual : text.toString();
        }

        private int int32() {
            int value = row[at] << 24 | (row[at + 1] & 0xff) << 16 | (row[at + 2] & 0xff) << 8 | row[at + 3] & 0xff;
            at += 4;
            return value;
        }
    }

    /** Letters of a row where they lie, none beyond ASCII. */
    private static final class View implements CharSequence {

        private byte[] row = new byte[0];
        private int from;
        private int length;

        @Override
        public int length() {
            return length;
        }

        @Override
        public char charAt(int index) {
            return (char) row[from + index];
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return toString().substring(start, end);
        }

        @Override
        public String toString() {
            return new String(row, from, length, StandardCharsets.US_ASCII);
        }
    }

    /** Writes rows of whole numbers. */
    static final class Writer {

        private final CopyIn in;
        private final byte[] buffer = new byte[1 << 16];
        private int at;

        Writer(Connection connection, String table) throws SQLException {
            in = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " FROM STDIN (FORMAT binary)");
            System.arraycopy(SIGNATURE, 0, buffer, 0, SIGNATURE.length);
            at = HEADER;
        }

        void begin(int fields) throws SQLException {
            if (at > buffer.length - 1_000) {
                in.writeToCopy(buffer, 0, at);
                at = 0;
            }
            buffer[at++] = (byte) (fields >> 8);
            buffer[at++] = (byte) fields;
        }

        void number(int value) {
            int32(4);
            int32(value);
        }

        void minor(long value) {
            int32(8);
            int32((int) (value >> 32));
            int32((int) value);
        }

        private void int32(int value) {
            buffer[at++] = (byte) (value >> 24);
            buffer[at++] = (byte) (value >> 16);
            buffer[at++] = (byte) (value >> 8);
            buffer[at++] = (byte) value;
        }

        void end() throws SQLException {
            begin(-1);
            in.writeToCopy(buffer, 0, at);
            in.endCopy();
        }
    }
}
