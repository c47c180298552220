package io.recoup.dunning.simulation;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorProfile;
import io.recoup.receivables.ItemKind;
import java.time.LocalDate;
import java.util.List;

/** Something that happened on a business date. Debtors go by the id of their source, documents by their number. */
public sealed interface Event {

    LocalDate on();

    /**
     * A document was entered, or states something new.
     *
     * @param debtor its profile; the id in it counts for nothing
     * @param source the system that owns the document
     * @param instalment 0 for a whole document
     * @param open what the source holds as unpaid; null = nothing was said
     */
    record Invoice(
            LocalDate on,
            DebtorProfile debtor,
            String source,
            ItemKind kind,
            String number,
            int instalment,
            LocalDate issuedOn,
            LocalDate dueOn,
            Money total,
            Money open,
            DebtorAccount.Hold hold)
            implements Event {}

    /** @param invoice number of the document it belongs to; null = none: it stays open as a credit */
    record CreditNote(
            LocalDate on,
            DebtorProfile debtor,
            String source,
            String number,
            LocalDate issuedOn,
            Money total,
            String invoice)
            implements Event {}

    /** @param items numbers that it pays, oldest due date first; none = it stays unapplied */
    record Receipt(LocalDate on, String id, String debtor, Money amount, List<String> items) implements Event {}

    record Reversal(LocalDate on, String receipt) implements Event {}

    /** @param items none = the whole debtor */
    record Hold(LocalDate on, String id, String debtor, List<String> items, String kind, LocalDate until, String reason)
            implements Event {}

    /** @param hold id of the hold; null = every one that fits; @param kind null = any */
    record Release(LocalDate on, String hold, String debtor, List<String> items, String kind) implements Event {}

    record Cancel(LocalDate on, List<String> items) implements Event {}

    /** @param permanent the address does not exist */
    record DeliveryFailed(LocalDate on, String debtor, boolean permanent) implements Event {}

    /** Of the letters that wait for a person on that day. @param debtor null = all; @param level null = all */
    record Approve(LocalDate on, String debtor, String level) implements Event {}
}
