package io.recoup.receivables;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All that dunning needs to know of one debtor: who it is, what is open, what is held, what money of it lies unapplied.
 *
 * @param openItems everything open, credit notes among it, by due date and id
 * @param holds unreleased holds of the debtor and of its items
 * @param unapplied money of this debtor that waits to be allocated, one per currency
 * @param reopened business date of the newest reversal that made an item owe again; items without one are absent
 */
public record DebtorAccount(
        DebtorProfile who,
        List<OpenItem> openItems,
        List<Hold> holds,
        List<Money> unapplied,
        Map<ItemId, LocalDate> reopened) {

    /**
     * @param item null = the whole debtor
     * @param until last day of the hold, inclusive; null = until released
     */
    public record Hold(long id, ItemId item, String kind, LocalDate until, String reason) {

        public boolean coversOn(LocalDate day) {
            return until == null || !day.isAfter(until);
        }
    }

    public DebtorId debtor() {
        return who.id();
    }

    public String name() {
        return who.name();
    }

    public String language() {
        return who.language();
    }

    public String country() {
        return who.country();
    }

    public String taxId() {
        return who.taxId();
    }

    /** Usable addresses, billing contacts first. */
    public List<String> emails() {
        return who.emails(List.of());
    }
}
