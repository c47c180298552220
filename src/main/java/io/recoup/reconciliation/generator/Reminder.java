package io.recoup.reconciliation.generator;

import java.time.LocalDate;
import java.util.List;

/** A dunning letter of ours: what it listed. */
record Reminder(LocalDate on, Debtor debtor, List<Item> items) {}
