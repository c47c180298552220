package io.recoup.dunning.pack;

import io.recoup.dunning.file.YamlFields;
import io.recoup.mail.BrokenFile;
import io.recoup.mail.FileText;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code routes/policies/packs/rates.yaml}: the name of each table, then where it is published and its rates. */
public final class RatesFile {

    static final String NAME = "rates.yaml";

    private RatesFile() {}

    /** @throws BrokenFile with every fault found */
    public static Rates read(Path file) {
        YamlFields root = YamlFields.parse(file, FileText.read(file).text());
        Map<String, RateTable> tables = new HashMap<>();
        for (String name : root.names()) {
            table(name, root.block(name)).ifPresent(table -> tables.put(name, table));
        }
        root.refuseUnknown();
        root.throwProblems();
        return new Rates(tables);
    }

    private static Optional<RateTable> table(String name, YamlFields block) {
        int before = block.problems();
        String source = block.matching("source", "https?://\\S+", "the address where it is published", null);
        LocalDate knownUntil = block.required(
                "knownUntil", "the last day for which the last rate is known", LocalDate::parse, LocalDate.MAX);
        TreeMap<LocalDate, BigDecimal> percents = new TreeMap<>();
        LocalDate latest = LocalDate.MIN;
        for (YamlFields entry : block.list("rates")) {
            LocalDate from = entry.required("from", "a date such as 2026-01-01", LocalDate::parse, LocalDate.MAX);
            if (!from.isAfter(latest)) {
                entry.problem("from", "'from' is " + from + ", not after the one before", "order them by date");
            }
            latest = from;
            percents.put(from, entry.required("percent", "percent a year", WrittenLimits::decimal, BigDecimal.ZERO));
        }
        if (percents.isEmpty()) {
            block.problem("rates", "table '" + name + "' has no rates", "add at least one: - { from: …, percent: … }");
        } else if (knownUntil.isBefore(percents.lastKey())) {
            block.problem("knownUntil", "'knownUntil' is before the last rate", "state a day not before " + latest);
        }
        return block.problems() > before
                ? Optional.empty()
                : Optional.of(new RateTable(name, source, percents, knownUntil));
    }
}
