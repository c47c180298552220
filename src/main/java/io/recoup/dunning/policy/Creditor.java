package io.recoup.dunning.policy;

import io.recoup.calendar.BusinessCalendar;
import io.recoup.mail.Letterhead;
import io.recoup.money.Money;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * Who claims.
 *
 * @param code the creditor's code in the ledger: {@code default}
 * @param zone in which due dates and the business date are meant
 * @param termDays payment term for documents that state no due date, 1 to 30; a customer's own term goes before it
 * @param start from when documents are collected
 * @param calendar working days and holidays: on other days nothing is sent
 * @param tolerance per currency: an item with at most so much open is left alone
 * @param netting how credit notes and unapplied money count
 * @param fresh how old the sources may be
 * @param fuse when a run waits for a person
 * @param archive folder with the documents' PDF files, {@code <number>.pdf}; null = none
 * @param portal address of the debtor's portal, with {@code {debtor}} for the customer's id; empty = none
 */
public record Creditor(
        String code,
        Letterhead letterhead,
        ZoneId zone,
        int termDays,
        Start start,
        BusinessCalendar calendar,
        Map<String, Money> tolerance,
        Netting netting,
        FreshnessLimits fresh,
        Fuse fuse,
        Path archive,
        String portal) {

    public Creditor {
        tolerance = Map.copyOf(tolerance);
        if (termDays < 1 || termDays > 30) {
            throw new IllegalArgumentException("the payment term must be 1 to 30 days: " + termDays);
        }
    }

    /**
     * From when documents are collected.
     *
     * @param past documents due before this day are left alone; null = none are
     * @param issued "issued" letters tell only of documents issued on or after this day; null = of none
     */
    public record Start(LocalDate past, LocalDate issued) {

        public static final Start ALWAYS = new Start(null, null);
    }

    /** How credit notes and unapplied money count. When they cover the debt, nobody is reminded in any case. */
    public enum Netting {
        /** They cover items, oldest due date first, each whole or not at all; covered items leave the letter. */
        ITEMS,
        /** They are deducted from the totals of letters, what is due first before the rest: each cent from one item. */
        TOTAL
    }

    /**
     * How old a source may be, in business days; -1 = it is not asked.
     *
     * @param bank the oldest bank source
     * @param erp the source of the debtor's items
     */
    public record FreshnessLimits(int bank, int erp) {

        public static final FreshnessLimits OFF = new FreshnessLimits(-1, -1);
    }

    /**
     * A run that is out of proportion waits for a person.
     *
     * @param times so many times the usual number of letters; 0 = never
     * @param atLeast up to so many letters it never waits
     */
    public record Fuse(int times, int atLeast) {

        public static final Fuse OFF = new Fuse(0, 0);

        /** @param usual median of the runs before; 0 = there was none with a letter */
        public boolean blows(int letters, int usual) {
            return times > 0 && letters > atLeast && letters > (long) times * usual;
        }
    }
}
