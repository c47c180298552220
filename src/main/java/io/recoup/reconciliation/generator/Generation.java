package io.recoup.reconciliation.generator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Generates open items, payments and the truth about them. The same arguments give the same bytes.
 *
 * @param payments how many payments come in; above zero
 * @param until last day on which a payment is booked
 */
public record Generation(Regime regime, int payments, long seed, Format format, LocalDate until) {

    /** In which format payments are written. */
    public enum Format {
        /** One file of {@code bank-transaction/1}. */
        JSON,
        /** A file of camt.053.001.08 for each day. */
        CAMT,
        /** A file of MT940 for each day, with German sub-fields in field 86. */
        MT940
    }

    public Generation {
        if (payments < 1) {
            throw new IllegalArgumentException("there must be a payment at least, not " + payments);
        }
    }

    /**
     * Writes all files.
     *
     * @param folder made if there is none; an earlier world in it makes room
     * @throws java.nio.file.FileAlreadyExistsException if there are other files in the folder
     */
    public Tally into(Path folder) throws IOException {
        return into(folder, regime.rates());
    }

    Tally into(Path folder, Rates rates) throws IOException {
        new OutputFolder(folder).prepare();
        Tally tally = new Tally();
        try (JsonLines items = new JsonLines(folder.resolve("open-items.jsonl"));
                JsonLines debtors = new JsonLines(folder.resolve("debtors.jsonl"));
                JsonLines reminders = new JsonLines(folder.resolve("reminders.jsonl"));
                Spool spool = new Spool(folder)) {
            Collected sink = new Collected(new ItemLines(items, debtors, reminders), spool, tally);
            new World(new Streams(seed), rates, new Horizon(until), payments).make(payments, sink);
            statements(folder, spool);
        }
        return tally;
    }

    private void statements(Path folder, Spool spool) throws IOException {
        try (Statements statements = format(folder);
                BufferedWriter truth = Files.newBufferedWriter(folder.resolve("truth.jsonl"))) {
            for (LocalDate day : spool.days()) {
                List<Movement> movements = new ArrayList<>();
                for (Spool.Entry entry : spool.on(day)) {
                    movements.add(entry.movement());
                    truth.write(entry.truth());
                }
                statements.day(movements);
            }
        }
    }

    private Statements format(Path folder) throws IOException {
        return switch (format) {
            case JSON -> new TransactionLines(new JsonLines(folder.resolve("transactions.jsonl")));
            case CAMT -> new DailyStatements(folder, ".xml", CamtFile::new);
            case MT940 -> new DailyStatements(folder, ".sta", Mt940File::new);
        };
    }

    /** Writes what has no order at once and spools the movements. */
    private record Collected(ItemLines lines, Spool spool, Tally tally) implements World.Sink {

        @Override
        public void debtor(Debtor debtor) {
            tally.debtor();
            lines.debtor(debtor);
        }

        @Override
        public void item(Item item) {
            tally.item();
            lines.item(item);
        }

        @Override
        public void reminder(Reminder reminder) {
            lines.reminder(reminder);
        }

        @Override
        public void movement(Movement movement) {
            if (movement.credit()) {
                tally.credit(movement);
            }
            try {
                spool.add(movement, movement.truth() == null ? "" : TruthLine.of(movement.truth()));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
