package io.recoup.reconciliation.match;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Payments of the same amount by the same payer, a few weeks apart: the later ones may have been sent by mistake. */
final class Twins {

    static final int DAYS_APART = 25;

    private final List<MatchPayment> payments;
    private final Map<String, List<Integer>> alike = new HashMap<>();
    private final Map<Integer, Set<Integer>> hints = new HashMap<>();
    private final Set<Integer> doubted = new HashSet<>();
    private final Map<Integer, TreeMap<Integer, int[]>> held = new HashMap<>();
    private final Map<Integer, TreeSet<Integer>> holding = new HashMap<>();

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

    /** The places of its twins that came on earlier days, but not more days before, oldest first. */
    List<Integer> before(int place, int daysApart) {
        MatchPayment payment = payments.get(place);
        String key = key(payment);
        List<Integer> earlier = new ArrayList<>();
        if (key == null) {
            return earlier;
        }
        for (int other : alike.get(key)) {
            long days = ChronoUnit.DAYS.between(payments.get(other).on(), payment.on());
            if (days > 0 && days <= daysApart) {
                earlier.add(other);
            }
        }
        return earlier;
    }

    /** Lets the later one wait until it is known what the earlier one is for. */
    void hold(int later, int earlier, int[] items) {
        held.computeIfAbsent(later, key -> new TreeMap<>()).put(earlier, items);
        holding.computeIfAbsent(earlier, key -> new TreeSet<>()).add(later);
    }

    /** Has a person look at it: the earlier one may have been for the same. */
    void doubt(int later) {
        doubted.add(later);
    }

    boolean isDoubted(int place) {
        return doubted.contains(place);
    }

    /** Lets the earlier one know what the later one names. */
    void hint(int earlier, int[] items) {
        Set<Integer> hint = hints.computeIfAbsent(earlier, key -> new HashSet<>());
        for (int item : items) {
            hint.add(item);
        }
    }

    /** Those that need not wait any more, now that an earlier one turned out to be for other items than theirs. */
    List<Integer> released(int earlier, Collection<Integer> paid) {
        List<Integer> released = new ArrayList<>();
        if (paid.isEmpty()) {
            return released;
        }
        for (int later : holding.getOrDefault(earlier, new TreeSet<>())) {
            Map<Integer, int[]> reasons = held.get(later);
            if (Arrays.stream(reasons.get(earlier)).noneMatch(paid::contains)) {
                reasons.remove(earlier);
                if (reasons.isEmpty()) {
                    held.remove(later);
                    released.add(later);
                }
            }
        }
        holding.remove(earlier);
        return released;
    }

    /** Those earlier ones that wait, with a hint, before this one. */
    List<Integer> hinted(int later) {
        return held.getOrDefault(later, new TreeMap<>()).keySet().stream()
                .filter(hints::containsKey)
                .toList();
    }

    boolean isHeld(int place) {
        return held.containsKey(place);
    }

    Collection<Integer> hints(int place) {
        return hints.getOrDefault(place, Set.of());
    }
}
