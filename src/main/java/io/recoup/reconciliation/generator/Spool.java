package io.recoup.reconciliation.generator;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts movements in the order of their booking with memory for one day only: a scratch file for each day. The truth of
 * a movement travels as the line that will be written.
 */
final class Spool implements AutoCloseable {

    private static final Company[] COMPANIES = Company.values();

    private final Path folder;
    private final Map<LocalDate, DataOutputStream> days = new TreeMap<>();

    /** @param folder for the scratch files, which are deleted when the spool is closed */
    Spool(Path folder) {
        this.folder = folder;
    }

    /** @param truth empty for what leaves the account */
    record Entry(Movement movement, String truth) {}

    void add(Movement movement, String truth) throws IOException {
        DataOutputStream out = days.get(movement.bookedOn());
        if (out == null) {
            out = new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(file(movement.bookedOn())), 1 << 14));
            days.put(movement.bookedOn(), out);
        }
        out.writeUTF(movement.bankId());
        out.writeByte(movement.company().ordinal());
        out.writeInt((int) movement.valueOn().toEpochDay());
        out.writeByte((movement.credit() ? 1 : 0) | (movement.reversal() ? 2 : 0) | (movement.batched() ? 4 : 0));
        out.writeLong(movement.minor());
        optional(out, movement.name());
        optional(out, movement.account());
        optional(out, movement.bic());
        optional(out, movement.endToEndId());
        optional(out, movement.reference());
        out.writeUTF(movement.text());
        out.writeByte(movement.width());
        byte[] line = truth.getBytes(StandardCharsets.UTF_8);
        out.writeInt(line.length);
        out.write(line);
    }

    /** The days that have movements, in order. Nothing is added afterwards. */
    List<LocalDate> days() throws IOException {
        for (DataOutputStream out : days.values()) {
            out.close();
        }
        return List.copyOf(days.keySet());
    }

    /** What was booked on a day, in the order of the bank's ids, which is no order. */
    List<Entry> on(LocalDate day) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (InputStream file = Files.newInputStream(file(day));
                DataInputStream in = new DataInputStream(new BufferedInputStream(file, 1 << 16))) {
            while (true) {
                entries.add(entry(in, day));
            }
        } catch (EOFException end) {
            entries.sort(Comparator.comparing(entry -> entry.movement().bankId()));
            return entries;
        }
    }

    private static Entry entry(DataInputStream in, LocalDate day) throws IOException {
        String id = in.readUTF();
        Company company = COMPANIES[in.readByte()];
        LocalDate valueOn = LocalDate.ofEpochDay(in.readInt());
        int flags = in.readByte();
        Movement movement = new Movement(
                id,
                company,
                day,
                valueOn,
                (flags & 1) != 0,
                (flags & 2) != 0,
                (flags & 4) != 0,
                in.readLong(),
                optional(in),
                optional(in),
                optional(in),
                optional(in),
                optional(in),
                in.readUTF(),
                in.readUnsignedByte(),
                null);
        byte[] line = new byte[in.readInt()];
        in.readFully(line);
        return new Entry(movement, new String(line, StandardCharsets.UTF_8));
    }

    private static void optional(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeUTF(text == null ? "" : text);
    }

    private static @Nullable String optional(DataInputStream in) throws IOException {
        String text = in.readUTF();
        return text.isEmpty() ? null : text;
    }

    private Path file(LocalDate day) {
        return folder.resolve(".spool-" + day);
    }

    @Override
    public void close() throws IOException {
        for (Map.Entry<LocalDate, DataOutputStream> day : days.entrySet()) {
            day.getValue().close();
            Files.deleteIfExists(file(day.getKey()));
        }
    }
}
