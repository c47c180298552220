package io.recoup.receivables;

import io.recoup.money.Money;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading the ledger. */
public interface Accounts {

    DebtorAccount account(DebtorId debtor);

    /** In the order of their ids. */
    List<DebtorAccount> accounts(Collection<DebtorId> debtors);

    /** Money received of which nobody knows yet whose it is. */
    List<Unattributed> unattributed();

    /** @param payerName as the bank told it; may be null */
    record Unattributed(Money amount, String payerName) {}

    List<OpenItem> items(Collection<ItemId> ids);

    /** Every item of that document number, settled ones too, whatever its source; separators do not count. */
    List<OpenItem> byNumber(String number);

    Optional<DebtorId> debtorOf(String source, String sourceId);

    List<DebtorId> debtorsWithAccount(String iban);

    /** By account whose it is by the master data, in the order of their ids; none where nobody's. */
    Map<String, List<DebtorId>> debtorsWithAccounts(Collection<String> ibans);

    /** The id of the newest posting on each item; steady while the debtor is locked. */
    Map<ItemId, Long> newestPostings(Collection<ItemId> items);

    /** The receipt whose money a posting moved; empty when it moved none. */
    Optional<ReceiptId> receiptOf(long posting);

    /** What {@link Ledger#snapshot} with this list would find open, before it is believed. */
    ListedDocuments openBeside(String source, Collection<String> sourceIds);

    /**
     * A source's open documents beside its own list of them.
     *
     * @param open how many we hold as open
     * @param absent how many of these the list does not name
     */
    record ListedDocuments(int open, int absent) {}

    /** The creditor's time zone, in which due dates end. */
    ZoneId zone();
}
