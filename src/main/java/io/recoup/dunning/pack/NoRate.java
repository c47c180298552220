package io.recoup.dunning.pack;

import java.time.LocalDate;

/** A rate was asked for that no table has: interest must wait until somebody enters it. */
public class NoRate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoRate(String table, LocalDate date, String known) {
        super("rate table '" + table + "' has no rate for " + date + " (" + known + "): add it to rates.yaml");
    }
}
