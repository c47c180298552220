package io.recoup.bench.matching;

import io.recoup.bench.matching.StreamedRows.Reader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What the bare join took on what {@link ExactPathBooks} laid, once it lay in memory.
 *
 * @param build seconds of CPU for its index
 * @param join seconds of CPU for the payments
 * @param wrong how many payments it took for another item than the truth says, or for none
 */
record JoinedTexts(double build, double join, int wrong) {

    private static final int ROOM_OF_REFERENCE = 16;
    private static final int ROOM_OF_TEXT = 64;

    /** @param truth the item of each payment, or -1 */
    static JoinedTexts measured(Connection connection, int[] truth, boolean byLength) throws SQLException {
        int size = truth.length;
        byte[] references = new byte[size * ROOM_OF_REFERENCE];
        int[] ends = new int[size];
        long[] minors = new long[size];
        Reader rows = new Reader(connection, "SELECT replace(number, '-', ''), minor FROM plain_item");
        for (int item = 0, at = 0; rows.next(); item++) {
            at = put(rows.text().toString(), references, at);
            ends[item] = at;
            minors[item] = rows.minor();
        }
        byte[] texts = new byte[size * ROOM_OF_TEXT];
        int[] textEnds = new int[size];
        long[] paid = new long[size];
        rows = new Reader(connection, "SELECT remittance, minor FROM plain_payment");
        for (int payment = 0, at = 0; rows.next(); payment++) {
            at = put(rows.text().toString(), texts, at);
            textEnds[payment] = at;
            paid[payment] = rows.minor();
        }
        System.gc();
        long began = nanos();
        BareJoin join = new BareJoin(references, ends, minors, byLength);
        long built = nanos();
        int[] found = join.join(texts, textEnds, paid);
        long joined = nanos();
        int wrong = 0;
        for (int payment = 0; payment < size; payment++) {
            wrong += found[payment] == truth[payment] ? 0 : 1;
        }
        return new JoinedTexts((built - began) / 1e9, (joined - built) / 1e9, wrong);
    }

    private static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static int put(String text, byte[] into, int at) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, into, at, bytes.length);
        return at + bytes.length;
    }
}
