package io.recoup.reconciliation.desk;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.Ledger.Allocation;
import io.recoup.receivables.Ledger.Refused;
import io.recoup.receivables.ReceiptId;
import io.recoup.receivables.RefusedEntry;
import io.recoup.reconciliation.match.Match.Decision;
import io.recoup.reconciliation.store.Decisions;
import io.recoup.reconciliation.store.DueReceipts;
import io.recoup.reconciliation.store.DueReceipts.Claim;
import io.recoup.reconciliation.store.Labels;
import io.recoup.reconciliation.store.News;
import io.recoup.reconciliation.store.PayerMemory;
import io.recoup.reconciliation.store.ReviewRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Does what was decided on some receipts, and keeps the decisions. Joins the caller's transaction. */
@Component
class Booker {

    /** After so many times that the ledger had moved on between the look and the booking, a person is asked. */
    private static final int MOST_REFUSALS = 3;

    private final Ledger ledger;
    private final Decisions decisions;
    private final DueReceipts due;
    private final Labels labels;
    private final PayerMemory memory;
    private final ReviewRows rows;
    private final News news;
    private final Ends ends;
    private final ReconciliationSettings settings;

    Booker(
            Ledger ledger,
            Decisions decisions,
            DueReceipts due,
            Labels labels,
            PayerMemory memory,
            ReviewRows rows,
            News news,
            Ends ends,
            ReconciliationSettings settings) {
        this.ledger = ledger;
        this.decisions = decisions;
        this.due = due;
        this.labels = labels;
        this.memory = memory;
        this.rows = rows;
        this.news = news;
        this.ends = ends;
        this.settings = settings;
    }

    /**
     * What became of a batch.
     *
     * @param allocated how many receipts now pay something
     * @param lost receipts that are not the claim's any more: what was decided on them is void
     */
    record Booked(int allocated, List<Long> lost) {}

    Booked book(List<Verdict> verdicts, Claim claim, String thresholds, LocalDate today) {
        List<Long> receipts =
                verdicts.stream().map(verdict -> verdict.receipt().id()).toList();
        lock(verdicts);
        // nobody hears more, and nobody takes these receipts over, until all of it is booked
        String heard = news.heard();
        Set<Long> held = due.hold(claim, receipts);
        List<Verdict> mine = verdicts.stream()
                .filter(verdict -> held.contains(verdict.receipt().id()))
                .toList();
        Map<Long, RefusedEntry> refused = allocate(mine, today);
        List<Verdict> booked = new ArrayList<>();
        List<Verdict> left = new ArrayList<>();
        for (Verdict verdict : mine) {
            if (verdict.match().decision() != Decision.AUTO) {
                left.add(verdict);
            } else if (!refused.containsKey(verdict.receipt().id())) {
                booked.add(verdict);
            }
        }
        left.addAll(overtaken(mine, refused, claim));
        Map<Long, Long> decisions = store(booked, left, thresholds, today);
        labels.draw(
                booked.stream()
                        .map(verdict -> verdict.receipt().id())
                        .filter(receipt -> AuditDraw.isDrawn(receipt, settings))
                        .map(decisions::get)
                        .filter(Objects::nonNull)
                        .toList(),
                today);
        learn(booked, today);
        leave(left);
        ends.end(booked, left, claim, heard);
        return new Booked(
                booked.size(),
                receipts.stream().filter(receipt -> !held.contains(receipt)).toList());
    }

    /** All that will be touched: debtors before receipts, as everywhere, and each in one order. */
    private void lock(List<Verdict> verdicts) {
        ledger.lock(
                verdicts.stream()
                        .map(Verdict::attributed)
                        .filter(Objects::nonNull)
                        .map(DebtorId::new)
                        .toList(),
                verdicts.stream()
                        .filter(verdict -> verdict.match().decision() == Decision.AUTO)
                        .flatMap(verdict -> verdict.match().parts().stream())
                        .map(part -> new ItemId(part.item().id()))
                        .toList(),
                verdicts.stream()
                        .map(verdict -> new ReceiptId(verdict.receipt().id()))
                        .toList());
    }

    private Map<Long, RefusedEntry> allocate(List<Verdict> verdicts, LocalDate today) {
        List<Allocation> wanted = verdicts.stream()
                .map(Verdict::match)
                .filter(match -> match.decision() == Decision.AUTO)
                .map(match -> new Allocation(
                        new ReceiptId(Long.parseLong(match.payment().key())),
                        Portions.of(match),
                        Cause.rule(Said.rule(match), Said.told(match))))
                .toList();
        return wanted.isEmpty()
                ? Map.of()
                : ledger.allocate(wanted, today).stream()
                        .collect(toMap(one -> one.allocation().receipt().value(), Refused::why));
    }

    /**
     * Somebody settled an item between our look and the debtor's lock: nothing was posted, and it is looked at anew.
     *
     * @return those to whom that happened too often: a person is asked
     */
    private List<Verdict> overtaken(List<Verdict> verdicts, Map<Long, RefusedEntry> refused, Claim claim) {
        if (refused.isEmpty()) {
            return List.of();
        }
        Map<Long, Integer> refusals = due.refused(claim, refused.keySet());
        Set<Long> again = new TreeSet<>(refused.keySet());
        again.removeIf(receipt -> refusals.get(receipt) >= MOST_REFUSALS);
        due.release(claim, again);
        return verdicts.stream()
                .filter(verdict -> refused.containsKey(verdict.receipt().id()))
                .filter(verdict -> !again.contains(verdict.receipt().id()))
                .map(verdict -> verdict.with(Said.refused(
                        verdict.match(), refused.get(verdict.receipt().id()))))
                .toList();
    }

    private Map<Long, Long> store(List<Verdict> booked, List<Verdict> left, String thresholds, LocalDate today) {
        List<Decisions.Taken> taken = Stream.concat(booked.stream(), left.stream())
                .map(verdict ->
                        new Decisions.Taken(verdict.receipt().id(), verdict.match(), thresholds, verdict.shipped()))
                .sorted(comparing(Decisions.Taken::receipt))
                .toList();
        return taken.isEmpty() ? Map.of() : decisions.store(taken, today);
    }

    /** Only what the payer himself named teaches whose account it is. */
    private void learn(List<Verdict> booked, LocalDate today) {
        List<Long> named = booked.stream()
                .filter(verdict -> verdict.match().stratum().naming().isInFull())
                .map(verdict -> verdict.receipt().id())
                .toList();
        if (!named.isEmpty()) {
            memory.confirm(rows.debtorsPaidBy(named), today);
        }
    }

    private void leave(List<Verdict> left) {
        Map<ReceiptId, DebtorId> owners = new HashMap<>();
        Map<ReceiptId, String> waits = new HashMap<>();
        for (Verdict verdict : left) {
            ReceiptId receipt = new ReceiptId(verdict.receipt().id());
            if (verdict.attributed() != null) {
                owners.put(receipt, new DebtorId(verdict.attributed()));
            }
            String told = Said.told(verdict.match());
            if (!told.equals(verdict.receipt().waits())) {
                waits.put(receipt, told);
            }
        }
        if (!owners.isEmpty()) {
            ledger.attribute(owners);
        }
        if (!waits.isEmpty()) {
            ledger.leaveWaiting(waits);
        }
    }
}
