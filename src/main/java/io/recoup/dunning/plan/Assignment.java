package io.recoup.dunning.plan;

import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Procedure;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Which procedure a debtor is under: the one that names it, else the one of its segment, else the creditor's.
 *
 * @param procedure null where two claim the debtor
 * @param conflict why none can be chosen; null where one is
 */
public record Assignment(Procedure procedure, Reason conflict) {

    public static Assignment of(Policy policy, Situation situation, LocalDate today) {
        if (policy.procedures().size() == 1) {
            return new Assignment(policy.procedures().get(0), null);
        }
        String id = situation.account().who().sourceId().toLowerCase(Locale.ROOT);
        for (Procedure procedure : policy.procedures()) {
            if (procedure.debtors().contains(id)) {
                return new Assignment(procedure, null);
            }
        }
        Procedure chosen = null;
        for (Procedure procedure : policy.procedures()) {
            boolean claims = procedure.segment() != null
                    && SegmentFilter.matches(policy.segment(procedure.segment()).orElseThrow(), situation, today);
            if (claims && chosen != null) {
                return new Assignment(
                        null,
                        Reason.of(
                                "rest.two-procedures",
                                chosen.segment(),
                                procedure.segment(),
                                chosen.name(),
                                procedure.name()));
            }
            chosen = claims ? procedure : chosen;
        }
        return new Assignment(chosen == null ? policy.procedure() : chosen, null);
    }
}
