package io.recoup.dunning.desk;

import io.recoup.calendar.BusinessDay;
import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.plan.DunningDecision;
import io.recoup.dunning.plan.Planner;
import io.recoup.dunning.plan.Rests;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.store.Claim;
import io.recoup.dunning.store.HistoryStore;
import io.recoup.dunning.store.NoticeStore.Part;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the planner, with the facts of this moment, which items of a planned letter may still be told. */
@Component
class RightToSend {

    private final Accounts accounts;
    private final HistoryStore history;
    private final BusinessDay day;

    RightToSend(Accounts accounts, HistoryStore history, BusinessDay day) {
        this.accounts = accounts;
        this.history = history;
        this.day = day;
    }

    /**
     * @param items that may be told, with what they have open now, by due date
     * @param refused the others, with the reason
     */
    record Verdict(DebtorAccount account, LocalDate today, List<OpenItem> items, Map<ItemId, String> refused) {}

    Verdict of(Claim claim, List<Part> parts, Policy policy) {
        LocalDate today = day.today(policy.zone());
        DebtorAccount account = accounts.account(claim.debtor());
        Optional<Procedure> procedure = policy.procedure(claim.procedure());
        Map<ItemId, DunningDecision> rests = Rests.of(account, today);
        DebtorPlan plan = procedure
                .map(known -> new Planner(known)
                        .decide(account, history.of(claim.debtor(), claim.procedure(), claim.id()), today))
                .orElse(new DebtorPlan(account.debtor(), Map.of(), Optional.empty(), List.of()));
        List<OpenItem> items = new ArrayList<>();
        Map<ItemId, String> refused = new LinkedHashMap<>();
        for (Part part : parts) {
            Optional<OpenItem> open = account.openItems().stream()
                    .filter(item -> item.id().equals(part.item()))
                    .findFirst();
            boolean allowed = claim.resend()
                    ? !rests.containsKey(part.item())
                    : plan.still(claim.level(), part.item(), part.occurrence());
            if (open.isPresent() && allowed) {
                items.add(open.get());
            } else {
                refused.put(
                        part.item(),
                        why(
                                open,
                                procedure,
                                rests.get(part.item()),
                                plan.decisions().get(part.item())));
            }
        }
        items.sort(java.util.Comparator.comparing(OpenItem::dueOn)
                .thenComparing(item -> item.id().value()));
        return new Verdict(account, today, items, refused);
    }

    private static String why(
            Optional<OpenItem> open, Optional<Procedure> procedure, DunningDecision rest, DunningDecision planned) {
        if (open.isEmpty()) {
            return "settled or cancelled before the letter left";
        }
        if (rest != null) {
            return rest.reason();
        }
        if (procedure.isEmpty()) {
            return "the procedure is no longer in the policy";
        }
        return planned == null ? "no longer planned" : "no longer planned: " + planned.reason();
    }
}
