package io.recoup.dunning.plan;

import io.recoup.calendar.BusinessCalendar;
import io.recoup.dunning.policy.Creditor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * When each source last delivered, by the business date.
 *
 * @param banks by the name of the bank source
 * @param erps by the name of the system that owns documents
 */
public record Sources(Map<String, LocalDate> banks, Map<String, LocalDate> erps, boolean alwaysFresh) {

    /** Every source is as fresh as can be. */
    public static final Sources FRESH = new Sources(Map.of(), Map.of(), true);

    public Sources {
        banks = Map.copyOf(banks);
        erps = Map.copyOf(erps);
    }

    /**
     * @param name of the source; null = no bank has ever delivered
     * @param since business date of its newest delivery; null = none
     */
    public record Stale(String name, LocalDate since) {}

    /** The sources on whose news nobody is reminded any more. */
    public List<Stale> stale(Creditor creditor, LocalDate today) {
        List<Stale> stale = new ArrayList<>();
        if (creditor.fresh().bank() >= 0 && banks.isEmpty()) {
            stale.add(new Stale(null, null));
        }
        note(stale, banks, creditor.fresh().bank(), creditor.calendar(), today);
        note(stale, erps, creditor.fresh().erp(), creditor.calendar(), today);
        return stale;
    }

    private static void note(
            List<Stale> stale, Map<String, LocalDate> newest, int limit, BusinessCalendar calendar, LocalDate today) {
        newest.forEach((name, on) -> {
            if (limit >= 0 && isOld(on, limit, calendar, today)) {
                stale.add(new Stale(name, on));
            }
        });
    }

    /** @param limit in business days */
    static boolean isOld(LocalDate delivered, int limit, BusinessCalendar calendar, LocalDate today) {
        return delivered.isBefore(today) && calendar.businessDaysBetween(delivered, today) > limit;
    }

    public static Sources of(Map<String, LocalDate> banks, Map<String, LocalDate> erps) {
        return new Sources(banks, erps, false);
    }
}
