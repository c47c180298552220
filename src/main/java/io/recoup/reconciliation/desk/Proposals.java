package io.recoup.reconciliation.desk;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.recoup.money.Money;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.OpenItem;
import io.recoup.receivables.ReceiptId;
import io.recoup.reconciliation.Proposal;
import io.recoup.reconciliation.store.DecisionJson;
import io.recoup.reconciliation.store.Decisions;
import io.recoup.reconciliation.store.DueReceipts;
import io.recoup.reconciliation.store.PendingReceipt;
import io.recoup.reconciliation.store.ReviewRows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts stored decisions beside the receipts and items they speak of. */
@Component
class Proposals {

    private final Accounts accounts;
    private final ReviewRows rows;
    private final DueReceipts receipts;

    Proposals(Accounts accounts, ReviewRows rows, DueReceipts receipts) {
        this.accounts = accounts;
        this.rows = rows;
        this.receipts = receipts;
    }

    /** The proposal in the ledger's terms. */
    static List<Part> parts(Decisions.Stored decision) {
        return Portions.of(
                decision.json().readParts().stream()
                        .map(part -> new Portions.Reckoned(part.item(), part.amount(), part.forgiven(), part.kind()))
                        .toList(),
                decision.residual().currencyCode());
    }

    List<Proposal> of(List<Long> ids, List<Decisions.Stored> decisions) {
        Map<Long, Decisions.Stored> byReceipt =
                decisions.stream().collect(toMap(Decisions.Stored::receipt, Function.identity()));
        Map<Long, Money> left =
                receipts.read(ids).stream().collect(toMap(PendingReceipt::id, PendingReceipt::unapplied));
        Set<ItemId> named = decisions.stream()
                .flatMap(decision -> Stream.concat(
                        decision.json().readParts().stream().map(DecisionJson.Part::item),
                        decision.json().readRunnerUp() == null
                                ? Stream.empty()
                                : decision.json().readRunnerUp().items().stream()))
                .map(ItemId::new)
                .collect(toSet());
        Map<Long, OpenItem> items =
                accounts.items(named).stream().collect(toMap(item -> item.id().value(), Function.identity()));
        Map<Long, String> names = rows.namesOf(
                items.values().stream().map(item -> item.debtor().value()).collect(toSet()));
        return rows.receipts(ids).stream()
                .map(receipt -> new Proposal(
                        new ReceiptId(receipt.id()),
                        receipt.means(),
                        receipt.on(),
                        receipt.amount(),
                        left.getOrDefault(
                                receipt.id(), Money.zero(receipt.amount().currency())),
                        receipt.payer(),
                        receipt.account(),
                        receipt.reference(),
                        receipt.remittance(),
                        receipt.waits(),
                        best(byReceipt.get(receipt.id()), items, names)))
                .toList();
    }

    /** Items that were cancelled since are left out. */
    private static Proposal.@Nullable Best best(
            Decisions.@Nullable Stored decision, Map<Long, OpenItem> items, Map<Long, String> names) {
        if (decision == null) {
            return null;
        }
        String currency = decision.residual().currencyCode();
        DecisionJson.RunnerUp next = decision.json().readRunnerUp();
        return new Proposal.Best(
                decision.id(),
                decision.day(),
                decision.decision(),
                decision.stratum(),
                decision.score(),
                decision.json().readParts().stream()
                        .filter(part -> items.containsKey(part.item()))
                        .map(part -> new Proposal.Part(
                                items.get(part.item()),
                                names.get(items.get(part.item()).debtor().value()),
                                Money.of(part.amount(), currency),
                                Money.of(part.forgiven(), currency),
                                part.kind().word()))
                        .toList(),
                decision.residual(),
                decision.json().readWhy(),
                decision.json().readAgainst(),
                next == null
                        ? null
                        : new Proposal.RunnerUp(
                                next.items().stream()
                                        .filter(items::containsKey)
                                        .map(items::get)
                                        .toList(),
                                next.score(),
                                next.lost()));
    }
}
