package io.recoup.console.page;

import io.recoup.console.store.DebtorRows;
import io.recoup.dunning.Explainer;
import io.recoup.dunning.policy.NoPolicy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Why each open item is or is not reminded, and what comes next. */
@Component
class Explanations {

    /** Beyond so many items the page would wait for the planner. */
    private static final int EXPLAINED = 30;

    private final ObjectProvider<Explainer> explainer;

    Explanations(ObjectProvider<Explainer> explainer) {
        this.explainer = explainer;
    }

    /** @return by item id; empty where no procedure is set up */
    Map<Long, Explainer.Explanation> of(List<DebtorRows.Item> items, long debtor, LocalDate today) {
        Map<Long, Explainer.Explanation> found = new HashMap<>();
        Explainer planner = explainer.getIfAvailable();
        if (planner == null) {
            return found;
        }
        try {
            for (DebtorRows.Item item : items.subList(0, Math.min(EXPLAINED, items.size()))) {
                planner.explain(item.number(), today).stream()
                        .filter(why -> why.debtor() == debtor && why.instalment() == item.instalment())
                        .findFirst()
                        .ifPresent(why -> found.put(item.id(), why));
            }
        } catch (NoPolicy none) {
            return Map.of();
        }
        return found;
    }

    /** Under which procedure the debtor is, and what may be done; empty where no policy is there. */
    Optional<Explainer.Standing> standing(long debtor, LocalDate today) {
        try {
            return Optional.ofNullable(explainer.getIfAvailable()).map(planner -> planner.standing(debtor, today));
        } catch (NoPolicy none) {
            return Optional.empty();
        }
    }
}
