package io.recoup.reconciliation.match;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payments of the same amount by the same payer, a few weeks apart: the later ones may have been sent by mistake. */
final class Twins {

    private static final int DAYS_APART = 45;

    private final List<MatchPayment> payments;
    private final Map<String, List<Integer>> alike = new HashMap<>();
    private final Map<Integer, Set<Integer>> hints = new HashMap<>();
    private final Set<Integer> held = new HashSet<>();

    /** @param payments oldest first; they are known by their place */
    Twins(List<MatchPayment> payments) {
        this.payments = payments;
        for (int place = 0; place < payments.size(); place++) {
            String key = key(payments.get(place));
            if (key != null) {
                alike.computeIfAbsent(key, any -> new ArrayList<>()).add(place);
            }
        }
    }

    private static @Nullable String key(MatchPayment payment) {
        String payer = payment.payerAccount() != null ? payment.payerAccount() : payment.payerName();
        return payer == null ? null : payer + ' ' + payment.amount();
    }

    /** The places of its twins that came on earlier days, oldest first. */
    List<Integer> before(int place) {
        MatchPayment payment = payments.get(place);
        String key = key(payment);
        List<Integer> earlier = new ArrayList<>();
        if (key == null) {
            return earlier;
        }
        for (int other : alike.get(key)) {
            long days = ChronoUnit.DAYS.between(payments.get(other).on(), payment.on());
            if (days > 0 && days <= DAYS_APART) {
                earlier.add(other);
            }
        }
        return earlier;
    }

    /** Lets the earlier one know what the later one names, and the later one wait. */
    void hold(int later, int earlier, int[] items) {
        hold(later);
        Set<Integer> hint = hints.computeIfAbsent(earlier, key -> new HashSet<>());
        for (int item : items) {
            hint.add(item);
        }
    }

    void hold(int later) {
        held.add(later);
    }

    boolean isHeld(int place) {
        return held.contains(place);
    }

    Collection<Integer> hints(int place) {
        return hints.getOrDefault(place, Set.of());
    }
}
