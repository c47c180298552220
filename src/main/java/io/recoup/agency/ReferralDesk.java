package io.recoup.agency;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import io.recoup.money.Money;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.OpenItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Proposes referrals and turns approved ones into prepared cases. Runs in the caller's transaction. */
@Component
class ReferralDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReferralDesk.class);

    private final Referrals referrals;
    private final Placements placements;
    private final PlacedItems placedItems;
    private final Ledger ledger;
    private final Accounts accounts;
    private final AgencySettings settings;

    ReferralDesk(
            Referrals referrals,
            Placements placements,
            PlacedItems placedItems,
            Ledger ledger,
            Accounts accounts,
            AgencySettings settings) {
        this.referrals = referrals;
        this.placements = placements;
        this.placedItems = placedItems;
        this.ledger = ledger;
        this.accounts = accounts;
        this.settings = settings;
    }

    /**
     * One referral per currency of what is still open, free, and in no other referral or case. What was held meanwhile
     * gets another, which waits for a person: nobody would report it again once the hold is released.
     *
     * @param policyRule the dunning policy's rule that approves it without a person; null = it has none
     */
    void propose(DebtorId debtor, Collection<ItemId> exhausted, String reason, String policyRule, LocalDate on) {
        ledger.lock(debtor);
        DebtorAccount account = accounts.account(debtor);
        Set<ItemId> taken = referrals.taken(exhausted);
        Map<Boolean, List<OpenItem>> byHeld = account.openItems().stream()
                .filter(item -> exhausted.contains(item.id()) && item.kind() != ItemKind.CREDIT_NOTE)
                .filter(item -> !taken.contains(item.id()))
                .collect(partitioningBy(item -> isHeld(account, item.id(), on)));
        if (byHeld.values().stream().allMatch(List::isEmpty)) {
            LOG.info("debtor {}: nothing to refer; each item is paid or referred already", debtor.value());
        }
        byHeld.forEach((held, items) -> items.stream()
                .collect(groupingBy(item -> item.open().currencyCode(), TreeMap::new, toList()))
                .forEach((currency, same) -> propose(debtor, currency, same, held, reason, policyRule, on)));
    }

    private void propose(
            DebtorId debtor,
            String currency,
            List<OpenItem> items,
            boolean held,
            String reason,
            String policyRule,
            LocalDate on) {
        List<Referral.Part> parts = items.stream()
                .map(item -> new Referral.Part(item.id(), item.open()))
                .toList();
        long id = referrals.propose(debtor, currency, on, reason, parts);
        Money sum = sum(parts);
        BigDecimal minimum = settings.minimum().get(currency);
        BigDecimal automatic = settings.approveAutomaticallyUpTo().get(currency);
        if (minimum != null && Money.of(minimum, sum.currency()).exceeds(sum)) {
            String why = sum + " is less than the smallest sum worth a case, " + minimum.toPlainString();
            referrals.decide(id, Referral.State.DECLINED, "rule", "minimum", why);
        } else if (settings.agency() == null
                || (policyRule == null && (automatic == null || sum.exceeds(Money.of(automatic, sum.currency()))))) {
            LOG.info("referral {} waits for a person", id);
        } else if (held) {
            LOG.info("referral {} waits for a person: its items were held meanwhile", id);
        } else if (!referrals
                .placedBefore(items.stream().map(OpenItem::id).toList())
                .isEmpty()) {
            LOG.info("referral {} waits for a person: an item of it was in a case before", id);
        } else {
            String rule = policyRule == null ? "approve-automatically-up-to" : policyRule;
            approve(referrals.lock(id).orElseThrow(), "rule", rule, on);
        }
    }

    private static String numberOf(DebtorAccount account, ItemId item) {
        return account.openItems().stream()
                .filter(open -> open.id().equals(item))
                .map(OpenItem::number)
                .findFirst()
                .orElseThrow();
    }

    /** The case and its holds are there before anything leaves. */
    void approve(Referral referral, String by, String rule, LocalDate today) {
        ledger.lock(referral.debtor());
        DebtorAccount account = accounts.account(referral.debtor());
        List<Referral.Part> open = account.openItems().stream()
                .filter(item -> referral.itemIds().contains(item.id()))
                .map(item -> new Referral.Part(item.id(), item.open()))
                .toList();
        if (open.isEmpty()) {
            referrals.decide(referral.id(), Referral.State.WITHDRAWN, by, rule, "everything was paid before approval");
            return;
        }
        for (Referral.Part part : open) {
            if (isHeld(account, part.item(), today)) {
                throw new RefusedCommand(RefusedCommand.Why.ITEM_HELD, numberOf(account, part.item()));
            }
        }
        referrals.decide(referral.id(), Referral.State.APPROVED, by, rule, null);
        long id = placements.prepare(
                referral.id(), referral.debtor(), settings.agency(), settings.casePrefix(), sum(open), today);
        Placement placement = placements.lock(id).orElseThrow();
        for (Referral.Part part : open) {
            InvoiceEntry.HoldEntry hold = new InvoiceEntry.HoldEntry(
                    "agency", null, "case " + placement.caseNumber() + " at " + placement.agency());
            placedItems.add(id, part.item(), part.amount(), ledger.hold(referral.debtor(), part.item(), hold, by));
        }
        placements.note(placement, new Placements.Line(by, null, "approved: " + referral.reason()));
    }

    /** A referral nobody decided on yet, whose items were all paid, needs no decision any more. */
    void withdrawIfPaid(long id) {
        Referral referral = referrals.lock(id).orElseThrow();
        boolean owes = accounts.items(referral.itemIds()).stream().anyMatch(item -> !item.isSettled());
        if (referral.state() == Referral.State.PROPOSED && !owes) {
            referrals.decide(id, Referral.State.WITHDRAWN, "rule", "paid", "everything was paid before a decision");
        }
    }

    private static boolean isHeld(DebtorAccount account, ItemId item, LocalDate day) {
        return account.holds().stream()
                .anyMatch(hold -> hold.coversOn(day)
                        && (hold.item() == null || hold.item().equals(item)));
    }

    private static Money sum(List<Referral.Part> parts) {
        return parts.stream().map(Referral.Part::amount).reduce(Money::plus).orElseThrow();
    }
}
