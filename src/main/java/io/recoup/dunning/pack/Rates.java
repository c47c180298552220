package io.recoup.dunning.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** The dated base rates that packs name. */
public record Rates(Map<String, RateTable> tables) {

    public static final Rates NONE = new Rates(Map.of());

    public Rates {
        tables = Map.copyOf(tables);
    }

    public boolean has(String name) {
        return tables.containsKey(name);
    }

    /**
     * Percent a year: 2.15 for 2.15 %.
     *
     * @throws NoRate if there is no such table, or it does not know that day
     */
    public BigDecimal yearlyPercent(String name, LocalDate date) {
        return table(name, date).percentOn(date);
    }

    RateTable table(String name, LocalDate date) {
        RateTable table = tables.get(name);
        if (table == null) {
            throw new NoRate(name, date, "there is no such table");
        }
        return table;
    }
}
