package io.recoup.dunning.desk;

import static java.util.Comparator.comparing;

import io.recoup.calendar.BusinessDay;
import io.recoup.dunning.plan.Claim;
import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.plan.DunningDecision;
import io.recoup.dunning.plan.DunningDecision.Notice;
import io.recoup.dunning.plan.Planner;
import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.plan.Rests;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.policy.ByHand;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.store.NoticeStore.Part;
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

    private final SituationReader situations;
    private final HandRights byHand;
    private final BusinessDay day;

    RightToSend(SituationReader situations, HandRights byHand, BusinessDay day) {
        this.situations = situations;
        this.byHand = byHand;
        this.day = day;
    }

    /**
     * @param level null where the policy no longer has it
     * @param items that may be told, with what they have open now, by due date
     * @param refused the others, with the reason
     * @param claims what the letter asks for
     * @param mayLeave whether anything is left to tell
     * @param changed of a letter by hand: what has changed since it was written; null = nothing that matters
     * @param later of a letter by hand: when it may leave; null = now
     */
    record Verdict(
            DebtorAccount account,
            LocalDate today,
            Level level,
            List<OpenItem> items,
            Map<ItemId, Reason> refused,
            List<Claim> claims,
            boolean mayLeave,
            Reason changed,
            Departure later) {

        /** Why it may not leave; null where nothing more is to be said. */
        Reason refusal() {
            return changed != null
                    ? changed
                    : refused.values().stream().findFirst().orElse(null);
        }
    }

    Verdict of(io.recoup.dunning.store.Claim claim, List<Part> parts, Policy policy) {
        if (ByHand.is(claim.procedure())) {
            return byHand.of(claim.id(), policy);
        }
        LocalDate today = day.today(policy.zone());
        Situation situation = situations.of(claim.debtor(), claim.id());
        Planner planner = new Planner(policy);
        Optional<Level> level = policy.level(claim.procedure(), claim.level());
        DebtorPlan plan = planner.decide(situation, today);
        Map<ItemId, DunningDecision> rests = Rests.of(situation.account(), policy.creditor(), today);
        List<OpenItem> items = new ArrayList<>();
        Map<ItemId, Reason> refused = new LinkedHashMap<>();
        for (Part part : parts) {
            Optional<OpenItem> open = situation.account().openItems().stream()
                    .filter(item -> item.id().equals(part.item()))
                    .findFirst();
            boolean allowed = claim.resend()
                    ? !rests.containsKey(part.item())
                    : plan.still(claim.procedure(), claim.level(), part.item(), part.occurrence());
            if (open.isPresent() && allowed && level.isPresent()) {
                items.add(open.get());
            } else {
                refused.put(part.item(), why(open, level, rests.get(part.item()), plan, part.item()));
            }
        }
        items.sort(comparing(OpenItem::dueOn).thenComparing(item -> item.id().value()));
        boolean message = claim.message() && level.isPresent() && (claim.resend() || stillPlanned(plan, claim));
        return new Verdict(
                situation.account(),
                today,
                level.orElse(null),
                items,
                refused,
                level.isPresent() && !items.isEmpty()
                        ? planner.claims(situation, level.get(), items, claim.resend(), today)
                        : List.of(),
                message || !items.isEmpty(),
                null,
                null);
    }

    private static boolean stillPlanned(DebtorPlan plan, io.recoup.dunning.store.Claim claim) {
        return plan.notice()
                .filter(notice -> notice.procedure().equals(claim.procedure())
                        && notice.level().name().equals(claim.level())
                        && notice.occurrence() == claim.occurrence())
                .isPresent();
    }

    private static Reason why(
            Optional<OpenItem> open, Optional<Level> level, DunningDecision rest, DebtorPlan plan, ItemId item) {
        if (open.isEmpty()) {
            return Reason.of("dropped.settled");
        }
        if (rest != null) {
            return rest.reason();
        }
        if (level.isEmpty()) {
            return Reason.of("dropped.no-level");
        }
        DunningDecision planned = plan.decisions().get(item);
        return planned == null || planned instanceof Notice ? Reason.of("dropped.not-planned") : planned.reason();
    }
}
