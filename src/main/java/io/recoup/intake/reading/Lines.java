package io.recoup.intake.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Lines with their numbers, each decoded for itself so that a bad byte costs one line; lines can be given back. */
final class Lines {

    private final ByteSource bytes;
    private final Decoding decoding;
    private final Bytes gathered;
    private final Deque<RawRecord> back = new ArrayDeque<>();

    Lines(ByteSource bytes, Decoding decoding, int most) {
        this.bytes = bytes;
        this.decoding = decoding;
        this.gathered = new Bytes(most);
    }

    /** The next line without its end, or null. */
    RawRecord next() {
        if (!back.isEmpty()) {
            return back.pop();
        }
        if (bytes.peek() < 0) {
            return null;
        }
        long line = bytes.line();
        gathered.clear();
        for (int b = bytes.next(); b >= 0 && b != '\n'; b = bytes.next()) {
            gathered.add(b);
        }
        if (!gathered.overflowed()) {
            gathered.dropLastIf('\r');
        }
        return gathered.record(decoding, line, "");
    }

    RawRecord nextNotBlank() {
        RawRecord line = next();
        while (line != null && line.fault() == null && line.text().isBlank()) {
            line = next();
        }
        return line;
    }

    void giveBack(List<RawRecord> lines) {
        List<RawRecord> reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);
        reversed.forEach(back::push);
    }
}
