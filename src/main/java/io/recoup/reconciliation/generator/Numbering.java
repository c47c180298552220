package io.recoup.reconciliation.generator;

import java.time.LocalDate;

/**
 * Serial numbers of our companies: they rise with the day of issue, have gaps, and documents issued together follow
 * each other. Each day has a block of its own; what does not fit goes on in the next day with room.
 */
final class Numbering {

    private final LocalDate first;
    private final int days;
    private final int[] block;
    private final int[][] used;
    private final long[] behind;

    /**
     * @param first no document is issued before it
     * @param days length of time in which documents are issued
     * @param documents how many of them are expected in all
     */
    Numbering(LocalDate first, int days, long documents) {
        this.first = first;
        this.days = days;
        Company[] companies = Company.values();
        block = new int[companies.length];
        used = new int[companies.length][days];
        behind = new long[companies.length];
        for (Company company : companies) {
            block[company.ordinal()] = (int) (documents * company.weight / 100 / days * 2 + 7);
        }
    }

    /** The first of {@code count} consecutive serials; at most seven. */
    long next(Company company, LocalDate on, int count) {
        int[] taken = used[company.ordinal()];
        int size = block[company.ordinal()];
        int day = (int) Math.max(0, on.toEpochDay() - first.toEpochDay());
        while (day < days && taken[day] + count > size) {
            day++;
        }
        if (day >= days) {
            long serial = 1L + (long) days * size + behind[company.ordinal()];
            behind[company.ordinal()] += count;
            return serial;
        }
        long serial = 1L + (long) day * size + taken[day];
        taken[day] += count;
        return serial;
    }
}
