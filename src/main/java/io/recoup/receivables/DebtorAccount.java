package io.recoup.receivables;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * All that dunning needs to know of one debtor: who it is, what is open, what is held, what money of it lies unapplied.
 *
 * @param language two-letter code; null when unknown
 * @param emails usable addresses, billing contacts first
 * @param openItems everything open, credit notes among it, by due date and id
 * @param holds unreleased holds of the debtor and of its items
 * @param unapplied money of this debtor that waits to be allocated, one per currency
 */
public record DebtorAccount(
        DebtorId debtor,
        String name,
        String language,
        String country,
        String taxId,
        List<String> emails,
        String agentEmail,
        List<OpenItem> openItems,
        List<Hold> holds,
        List<Money> unapplied) {

    /**
     * @param item null = the whole debtor
     * @param until last day of the hold, inclusive; null = until released
     */
    public record Hold(long id, ItemId item, String kind, LocalDate until, String reason) {

        public boolean coversOn(LocalDate day) {
            return until == null || !day.isAfter(until);
        }
    }
}
