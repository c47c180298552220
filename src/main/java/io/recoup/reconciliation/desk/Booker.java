package io.recoup.reconciliation.desk;

import static java.util.stream.Collectors.joining;

import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.ReceiptId;
import io.recoup.receivables.RefusedEntry;
import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.Match.Decision;
import io.recoup.reconciliation.match.Reason;
import io.recoup.reconciliation.store.Decisions;
import io.recoup.reconciliation.store.DueReceipts;
import io.recoup.reconciliation.store.DueReceipts.Claim;
import io.recoup.reconciliation.store.ItemKeys;
import io.recoup.reconciliation.store.Labels;
import io.recoup.reconciliation.store.News;
import io.recoup.reconciliation.store.PayerMemory;
import io.recoup.reconciliation.store.PendingReceipt;
import io.recoup.reconciliation.store.ReviewRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Does what was decided on one receipt, and keeps the decision. Joins the caller's transaction. */
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
    private final ReconciliationSettings settings;

    Booker(
            Ledger ledger,
            Decisions decisions,
            DueReceipts due,
            Labels labels,
            PayerMemory memory,
            ReviewRows rows,
            News news,
            ReconciliationSettings settings) {
        this.ledger = ledger;
        this.decisions = decisions;
        this.due = due;
        this.labels = labels;
        this.memory = memory;
        this.rows = rows;
        this.news = news;
        this.settings = settings;
    }

    /**
     * @return whether the receipt now pays something
     * @throws LeaseLost if what was decided on is not the claim's any more; the transaction must not be committed
     */
    boolean book(Verdict verdict, Claim claim, String thresholds, LocalDate today) {
        long receipt = verdict.receipt().id();
        Match match = verdict.match();
        if (match.decision() == Decision.AUTO) {
            try {
                ledger.allocate(
                        new ReceiptId(receipt), Portions.of(match), Cause.rule(rule(match), told(match)), today);
            } catch (RefusedEntry overtaken) {
                // Somebody settled an item between our look and the debtor's lock: nothing was posted.
                if (due.refused(claim, receipt) >= MOST_REFUSALS) {
                    leave(verdict, claim, refused(match, overtaken), thresholds, today);
                } else if (!due.release(claim, receipt)) {
                    throw new LeaseLost(receipt);
                }
                return false;
            }
            decisions
                    .store(receipt, today, match, thresholds, verdict.shipped())
                    .filter(decision -> AuditDraw.isDrawn(receipt, settings))
                    .ifPresent(decision -> labels.draw(decision, today));
            // only what the payer himself named teaches whose account it is
            if (match.stratum().naming().isInFull()) {
                memory.confirm(receipt, rows.debtorsPaidBy(receipt), today);
            }
            finish(verdict, claim, match);
            return true;
        }
        leave(verdict, claim, match, thresholds, today);
        return false;
    }

    private void leave(Verdict verdict, Claim claim, Match match, String thresholds, LocalDate today) {
        ReceiptId receipt = new ReceiptId(verdict.receipt().id());
        // the debtor is locked before the receipt, as everywhere
        if (verdict.attributed() != null) {
            ledger.attribute(receipt, new DebtorId(verdict.attributed()));
        }
        String told = told(match);
        if (!told.equals(verdict.receipt().waits())) {
            ledger.leaveWaiting(receipt, told);
        }
        decisions.store(receipt.value(), today, match, thresholds, verdict.shipped());
        due.watch(receipt.value(), verdict.watch());
        end(verdict.receipt(), claim);
    }

    /** What is left over waits for news of its own amount. */
    private void finish(Verdict verdict, Claim claim, Match match) {
        long receipt = verdict.receipt().id();
        if (match.residual().isPositive()) {
            Set<String> watch = new TreeSet<>(verdict.watch());
            watch.add(ItemKeys.ofAmount(
                    match.residual().currencyCode(), match.residual().minor()));
            due.watch(receipt, watch);
            end(verdict.receipt(), claim);
        } else {
            due.unwatch(receipt);
            done(receipt, claim);
        }
    }

    /**
     * The last lock to be taken: persons, too, come from the ledger to the receipts that are due. What was not watched yet
     * when others heard news is looked at once more.
     */
    private void end(PendingReceipt receipt, Claim claim) {
        if (receipt.watched() || news.heard().equals(claim.heard())) {
            done(receipt.id(), claim);
        } else if (!due.release(claim, receipt.id())) {
            throw new LeaseLost(receipt.id());
        }
    }

    private void done(long receipt, Claim claim) {
        if (due.done(claim, List.of(receipt)) == 0) {
            throw new LeaseLost(receipt);
        }
    }

    private static Match refused(Match match, RefusedEntry why) {
        return new Match(
                match.payment(),
                Decision.REVIEW,
                match.stratum(),
                match.score(),
                match.parts(),
                match.residual(),
                match.why(),
                new Reason("refused", List.of(String.valueOf(why.getMessage()))),
                match.runnerUp());
    }

    /** The rule's name, as stored with the posting. */
    static String rule(Match match) {
        return switch (match.stratum().naming()) {
            case REFERENCE -> "reference";
            case NUMBER -> "document-number";
            case NUMBERS -> "document-numbers";
            case WEAK -> "named-in-part";
            case NONE -> "payer-and-amount";
        };
    }

    /** In a collector's words. */
    static String told(Match match) {
        return Stream.concat(match.why().stream(), Optional.ofNullable(match.against()).stream())
                .map(Reason::toString)
                .collect(joining("; "));
    }
}
