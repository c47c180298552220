package io.recoup.reconciliation.generator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A bank file for each day, with a statement for each account that moved. Balances go on from day to day. */
final class DailyStatements implements Statements {

    /** What each account holds before its first day, in minor units. */
    private static final long OPENING = 100_000_00;

    private final Path folder;
    private final String ending;
    private final Opener opener;
    private final Map<Company, Long> balances = new EnumMap<>(Company.class);
    private final Map<Company, Integer> sheets = new EnumMap<>(Company.class);

    DailyStatements(Path folder, String ending, Opener opener) {
        this.folder = folder;
        this.ending = ending;
        this.opener = opener;
    }

    /** Begins a file of one format. */
    interface Opener {
        Sheets open(OutputStream out, LocalDate day) throws IOException;
    }

    /** A file being written, statement by statement. */
    interface Sheets extends AutoCloseable {

        void statement(Sheet sheet) throws IOException;

        @Override
        void close() throws IOException;
    }

    /**
     * One statement of one account.
     *
     * @param number of the account's statement, from 1
     * @param opening balance before, signed, minor units
     */
    record Sheet(Company company, LocalDate day, int number, long opening, List<Movement> movements) {

        String id() {
            return company.name() + "-" + day;
        }

        long closing() {
            return opening + movements.stream().mapToLong(Movement::signed).sum();
        }
    }

    @Override
    public void day(List<Movement> movements) throws IOException {
        LocalDate day = movements.get(0).bookedOn();
        Map<Company, List<Movement>> accounts = new TreeMap<>();
        for (Movement movement : movements) {
            accounts.computeIfAbsent(movement.company(), none -> new ArrayList<>())
                    .add(movement);
        }
        Path file = folder.resolve("statements-" + day + ending);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                Sheets sheets = opener.open(out, day)) {
            for (Map.Entry<Company, List<Movement>> account : accounts.entrySet()) {
                sheets.statement(sheet(account.getKey(), day, account.getValue()));
            }
        }
    }

    private Sheet sheet(Company company, LocalDate day, List<Movement> movements) {
        long opening = balances.getOrDefault(company, OPENING);
        Sheet sheet = new Sheet(company, day, sheets.merge(company, 1, Integer::sum), opening, movements);
        balances.put(company, sheet.closing());
        return sheet;
    }
}
