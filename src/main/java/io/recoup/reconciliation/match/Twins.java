package io.recoup.reconciliation.match;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Payments of the same amount by the same payer, a few weeks apart: the later ones may have been sent by mistake. */
final class Twins {

    static final int DAYS_APART = 25;

    private final List<MatchPayment> payments;
    /** By place; those of one payer and amount share one set, oldest first. Null where the payer is unknown. */
    private final List<@Nullable TreeSet<Integer>> alike = new ArrayList<>();

    private final List<@Nullable TreeSet<Integer>> waiting = new ArrayList<>();
    private final Map<Integer, Set<Integer>> hints = new HashMap<>();
    private final Map<Integer, Integer> doubts = new HashMap<>();
    private final Map<Integer, TreeMap<Integer, int[]>> held = new HashMap<>();
    private final Map<Integer, TreeSet<Integer>> holding = new HashMap<>();

    /** @param payments oldest first; they are known by their place */
    Twins(List<MatchPayment> payments) {
        this.payments = payments;
        Map<String, TreeSet<Integer>> all = new HashMap<>();
        Map<String, TreeSet<Integer>> open = new HashMap<>();
        for (int place = 0; place < payments.size(); place++) {
            String key = key(payments.get(place));
            alike.add(key == null ? null : all.computeIfAbsent(key, any -> new TreeSet<>()));
            waiting.add(key == null ? null : open.computeIfAbsent(key, any -> new TreeSet<>()));
            if (key != null) {
                alike.get(place).add(place);
                waiting.get(place).add(place);
            }
        }
    }

    private static @Nullable String key(MatchPayment payment) {
        String payer = payment.payerAccount() != null ? payment.payerAccount() : payment.payerName();
        return payer == null ? null : payer + ' ' + payment.amount();
    }

    /** The places of its twins that came on earlier days, but not more days before, oldest first. */
    List<Integer> before(int place, int daysApart) {
        LinkedList<Integer> earlier = new LinkedList<>();
        if (alike.get(place) != null) {
            for (int other : alike.get(place).headSet(place, false).descendingSet()) {
                long days = daysBefore(other, place);
                if (days > daysApart) {
                    break;
                }
                if (days > 0) {
                    earlier.addFirst(other);
                }
            }
        }
        return earlier;
    }

    private long daysBefore(int earlier, int later) {
        return ChronoUnit.DAYS.between(
                payments.get(earlier).on(), payments.get(later).on());
    }

    /** The first of its twins that came on an earlier day, still waits and is like that; null without one. */
    @Nullable
    Integer firstWaiting(int place, IntPredicate like) {
        if (waiting.get(place) != null) {
            for (int other : waiting.get(place).headSet(place)) {
                if (daysBefore(other, place) <= 0) {
                    return null;
                }
                if (like.test(other)) {
                    return other;
                }
            }
        }
        return null;
    }

    /** It waits no more. */
    void settled(int place) {
        if (waiting.get(place) != null) {
            waiting.get(place).remove(place);
        }
    }

    /** Lets the later one wait until it is known what the earlier one is for. */
    void hold(int later, int earlier, int[] items) {
        held.computeIfAbsent(later, key -> new TreeMap<>()).put(earlier, items);
        holding.computeIfAbsent(earlier, key -> new TreeSet<>()).add(later);
    }

    /** Makes the later one less sure: the earlier one may have been for the same. */
    void doubt(int later, int how) {
        doubts.merge(later, how, Math::max);
    }

    /** How much it is doubted; zero where it is not. */
    int doubt(int place) {
        return doubts.getOrDefault(place, 0);
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
