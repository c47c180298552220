package io.recoup.reconciliation.desk;

import io.recoup.money.Money;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Cause;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.OpenItem;
import io.recoup.receivables.ReceiptId;
import io.recoup.reconciliation.HandReceipt;
import io.recoup.reconciliation.Proposal;
import io.recoup.reconciliation.RefusedReview;
import io.recoup.reconciliation.RefusedReview.Why;
import io.recoup.reconciliation.ReviewDesk;
import io.recoup.reconciliation.StratumState;
import io.recoup.reconciliation.match.Reason;
import io.recoup.reconciliation.match.TextKeys;
import io.recoup.reconciliation.store.Decisions;
import io.recoup.reconciliation.store.Labels;
import io.recoup.reconciliation.store.ReviewRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class Reviews implements ReviewDesk {

    private final Accounts accounts;
    private final Decisions decisions;
    private final Proposals proposals;
    private final Labels labels;
    private final ReviewRows rows;
    private final Trust trust;
    private final ManualBooking byPerson;
    private final HandReceipts byHand;
    private final TransactionTemplate transaction;

    Reviews(
            Accounts accounts,
            Decisions decisions,
            Proposals proposals,
            Labels labels,
            ReviewRows rows,
            Trust trust,
            ManualBooking byPerson,
            HandReceipts byHand,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.decisions = decisions;
        this.proposals = proposals;
        this.labels = labels;
        this.rows = rows;
        this.trust = trust;
        this.byPerson = byPerson;
        this.byHand = byHand;
        this.transaction = transaction;
    }

    @Override
    public List<Proposal> waiting(ReceiptId after, int limit) {
        List<Long> receipts = rows.waiting(after.value(), limit);
        return proposals.of(receipts, decisions.latest(receipts));
    }

    @Override
    public Optional<Proposal> proposal(ReceiptId receipt) {
        List<Long> one = List.of(receipt.value());
        return proposals.of(one, decisions.latest(one)).stream().findFirst();
    }

    @Override
    public void accept(ReceiptId receipt, String by, LocalDate day) {
        transaction.executeWithoutResult(status -> {
            Decisions.Stored proposal = decisions
                    .latest(receipt.value())
                    .filter(Reviews::isProposal)
                    .orElseThrow(() -> new RefusedReview(Why.NOTHING_PROPOSED));
            String why =
                    proposal.json().readWhy().stream().map(Reason::toString).collect(Collectors.joining("; "));
            byPerson.book(receipt, Proposals.parts(proposal), Cause.user(by, why), day);
            trust.label(proposal.id(), true, Labels.Source.REVIEW, by, day);
        });
    }

    @Override
    public void choose(ReceiptId receipt, List<Part> parts, String by, @Nullable String why, LocalDate day) {
        transaction.executeWithoutResult(status -> {
            Optional<Decisions.Stored> proposal =
                    decisions.latest(receipt.value()).filter(Reviews::isProposal);
            byPerson.book(receipt, parts, Cause.user(by, why), day);
            proposal.ifPresent(one -> {
                boolean same = Set.copyOf(parts).equals(Set.copyOf(Proposals.parts(one)));
                trust.label(one.id(), same, Labels.Source.REVIEW, by, day);
            });
        });
    }

    private static boolean isProposal(Decisions.Stored decision) {
        return decision.decision().equals("review")
                && !decision.json().readParts().isEmpty();
    }

    @Override
    public void undo(ReceiptId receipt, String by, @Nullable String why, LocalDate day) {
        transaction.executeWithoutResult(status -> byPerson.undo(receipt, Cause.user(by, why), day));
    }

    @Override
    public void undoPosting(long posting, String by, @Nullable String why, LocalDate day) {
        transaction.executeWithoutResult(status -> byPerson.undo(posting, Cause.user(by, why), day));
    }

    @Override
    public List<OpenItem> search(@Nullable String number, @Nullable String debtor, @Nullable Money amount, int limit) {
        String key = number == null || number.isBlank() ? null : TextKeys.squashed(number);
        Set<String> words = debtor == null ? Set.of() : TextKeys.wordsOf(debtor);
        if (key == null && words.isEmpty() && amount == null) {
            return List.of();
        }
        List<Long> found = rows.openItems(
                key,
                words,
                amount == null ? null : amount.minor(),
                amount == null ? null : amount.currencyCode(),
                limit);
        return accounts.items(found.stream().map(ItemId::new).toList());
    }

    @Override
    public ReceiptId enter(HandReceipt receipt, String by, LocalDate day) {
        return transaction.execute(status -> byHand.enter(receipt, by, day));
    }

    @Override
    public void clear(ReceiptId cheque, String by, LocalDate day) {
        transaction.executeWithoutResult(status -> byHand.clear(cheque, by, day));
    }

    @Override
    public void bounce(ReceiptId receipt, String by, String why, LocalDate day) {
        transaction.executeWithoutResult(status -> byHand.bounce(receipt, by, why, day));
    }

    @Override
    public List<Proposal> audits(int limit) {
        return labels.unanswered(limit).stream()
                .flatMap(id -> decisions.find(id).stream())
                .flatMap(one -> proposals.of(List.of(one.receipt()), List.of(one)).stream())
                .toList();
    }

    @Override
    public void answer(long decision, boolean correct, String by, LocalDate day) {
        transaction.executeWithoutResult(status -> {
            if (!labels.answer(decision, correct, by, day)) {
                throw new RefusedReview(Why.NO_ANSWER_ASKED);
            }
            trust.label(decision, correct, Labels.Source.AUDIT, by, day);
        });
    }

    @Override
    public List<StratumState> strata() {
        return trust.strata();
    }

    @Override
    public void move(String stratum, String to, String by, String why, LocalDate day) {
        transaction.executeWithoutResult(status -> trust.move(stratum, Level.of(to), by, why, day));
    }
}
