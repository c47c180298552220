package io.recoup.receivables.store;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorEntry;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.EntryOutcome;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.ReceiptEntry;
import io.recoup.receivables.ReceiptId;
import io.recoup.receivables.RefusedEntry;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
public class JdbcLedger implements Ledger {

    private final Documents documents;
    private final Payments payments;
    private final Allocations allocations;
    private final Snapshots snapshots;
    private final DebtorStore debtors;
    private final HoldStore holds;
    private final ReceiptStore receipts;
    private final UnappliedStore unapplied;

    JdbcLedger(
            Documents documents,
            Payments payments,
            Allocations allocations,
            Snapshots snapshots,
            DebtorStore debtors,
            HoldStore holds,
            ReceiptStore receipts,
            UnappliedStore unapplied) {
        this.documents = documents;
        this.payments = payments;
        this.allocations = allocations;
        this.snapshots = snapshots;
        this.debtors = debtors;
        this.holds = holds;
        this.receipts = receipts;
        this.unapplied = unapplied;
    }

    @Override
    public EntryOutcome enter(InvoiceEntry invoice, Cause cause, LocalDate businessDate) {
        return documents.enter(invoice, cause, businessDate);
    }

    @Override
    public EntryOutcome enter(DebtorEntry debtor) {
        return debtors.enter(debtor);
    }

    @Override
    public void describe(String name, int termDays, ZoneId zone) {
        debtors.describeCreditor(name, termDays, zone);
    }

    @Override
    public int condemn(DebtorId debtor, String email, String why) {
        lock(debtor);
        return debtors.condemn(debtor.value(), email, why);
    }

    @Override
    public int snapshot(String source, List<String> openSourceIds, Cause cause, LocalDate businessDate) {
        return snapshots.apply(source, openSourceIds, cause, businessDate);
    }

    @Override
    public ReceiptId receive(ReceiptEntry receipt, Cause cause, LocalDate businessDate) {
        return receive(List.of(new Incoming(receipt, cause)), businessDate).get(0);
    }

    /** Money that is not allocated yet may still stop a letter, so it waits for one that is leaving, or that for it. */
    @Override
    public List<ReceiptId> receive(List<Incoming> incoming, LocalDate businessDate) {
        debtors.lock(incoming.stream()
                .map(one -> one.receipt().debtor())
                .filter(Objects::nonNull)
                .map(DebtorId::value)
                .collect(toSet()));
        return receipts.receive(incoming, businessDate);
    }

    /** Nothing of it is posted before all of it is checked, so a refusal need not cost the caller's transaction. */
    @Override
    @Transactional(noRollbackFor = RefusedEntry.class)
    public void allocate(ReceiptId receipt, List<Part> parts, Cause cause, LocalDate businessDate) {
        for (Refused refused : allocate(List.of(new Allocation(receipt, parts, cause)), businessDate)) {
            throw refused.why();
        }
    }

    @Override
    public List<Refused> allocate(List<Allocation> wanted, LocalDate businessDate) {
        return allocations.post(wanted, businessDate);
    }

    @Override
    public void leaveWaiting(ReceiptId receipt, String why) {
        leaveWaiting(Map.of(receipt, why));
    }

    @Override
    public void leaveWaiting(Map<ReceiptId, String> why) {
        receipts.left(values(why.keySet()));
        unapplied.explain(
                why.entrySet().stream().collect(toMap(one -> one.getKey().value(), Map.Entry::getValue)));
    }

    @Override
    public void attribute(Map<ReceiptId, DebtorId> owners) {
        lock(owners.values(), List.of(), List.of());
        unapplied.attribute(owners);
    }

    @Override
    public void undo(long posting, Cause cause, LocalDate businessDate) {
        payments.undo(posting, cause, businessDate);
    }

    @Override
    public void undo(ReceiptId receipt, Cause cause, LocalDate businessDate) {
        payments.undoAll(receipt.value(), cause, businessDate);
    }

    @Override
    public void reverse(ReceiptId receipt, String reversedBy, Cause cause, LocalDate businessDate) {
        payments.reverse(receipt.value(), reversedBy, cause, businessDate);
    }

    @Override
    public long hold(DebtorId debtor, ItemId itemOrNull, InvoiceEntry.HoldEntry hold, String placedBy) {
        lock(debtor);
        return holds.place(debtor.value(), itemOrNull == null ? null : itemOrNull.value(), hold, placedBy);
    }

    @Override
    public void release(long hold, String releasedBy) {
        holds.release(hold, releasedBy);
    }

    @Override
    public void lock(DebtorId debtor) {
        debtors.lock(List.of(debtor.value()));
    }

    @Override
    public void lock(Collection<DebtorId> concerned, Collection<ItemId> items, Collection<ReceiptId> money) {
        debtors.lock(
                concerned.stream().map(DebtorId::value).collect(toSet()),
                items.stream().map(ItemId::value).collect(toSet()));
        receipts.left(values(money));
    }

    private static Set<Long> values(Collection<ReceiptId> receipts) {
        return receipts.stream().map(ReceiptId::value).collect(toSet());
    }
}
