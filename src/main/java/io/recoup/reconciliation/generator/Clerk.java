package io.recoup.reconciliation.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Estimates whether a perfect clerk, who sees text, payer, amount and day of a payment and all open items of the
 * payer's debtors, could know what it pays. An estimate, for the clerk has no memory of other units.
 */
final class Clerk {

    /** Beyond so many open items nobody tries out sums. */
    private static final int MOST_ITEMS = 18;

    private static final int MOST_STEPS = 20_000;

    private int steps;

    /**
     * @param open what is open with the unit on the day
     * @param introduced whether an earlier payment from this account told whose debts it pays
     */
    boolean couldKnow(Draft draft, Words words, List<Item> open, boolean introduced) {
        if (draft.parts.isEmpty()) {
            return couldKnowThatItPaysNothing(draft, words, open);
        }
        List<Part> unnamed = new ArrayList<>();
        for (Part part : draft.parts) {
            if (!words.named().contains(part.item())) {
                unnamed.add(part);
            }
        }
        if (unnamed.isEmpty()) {
            return true;
        }
        boolean payerKnown = draft.debtor.payer().known() || introduced || words.debtorNamed();
        if (!payerKnown) {
            return false;
        }
        boolean anybodys = draft.debtor.payer().shared() && !words.debtorNamed() || !draft.ofOneDebtor();
        List<Item> candidates = new ArrayList<>();
        for (Item item : open) {
            boolean his = anybodys || item.debtor.equals(draft.debtor);
            if (his && !words.named().contains(item)) {
                candidates.add(item);
            }
        }
        return explained(draft, unnamed, candidates);
    }

    private static boolean couldKnowThatItPaysNothing(Draft draft, Words words, List<Item> open) {
        if (draft.deed == Deed.DOUBLE || draft.deed == Deed.SETTLED_BEFORE) {
            return !words.named().isEmpty() || open.stream().noneMatch(item -> item.open == draft.amount());
        }
        return true;
    }

    private boolean explained(Draft draft, List<Part> unnamed, List<Item> candidates) {
        Part first = unnamed.get(0);
        boolean odd = unnamed.stream()
                .anyMatch(part -> part.kind() == Part.Kind.PARTIAL
                        || part.kind() == Part.Kind.DEDUCTION
                        || part.kind() == Part.Kind.FEE
                        || part.kind() == Part.Kind.FX);
        if (draft.deed == Deed.OLDEST_FIRST) {
            return true;
        }
        if (odd || draft.residual != 0) {
            return candidates.size() == 1;
        }
        if (unnamed.size() == 1) {
            return onlyOne(draft, first, candidates);
        }
        return everythingDue(unnamed, candidates) || onlySum(unnamed, candidates);
    }

    /** Equal items of one debtor count once, for it makes no difference. */
    private static boolean onlyOne(Draft draft, Part part, List<Item> candidates) {
        Set<Debtor> debtors = new HashSet<>();
        for (Item item : candidates) {
            boolean whole = item.open == part.paid() || item.open - item.discountOn(draft.on) == part.paid();
            boolean instalment = item.instalments.stream().anyMatch(one -> one.amount() == part.paid());
            if (whole || instalment) {
                debtors.add(item.debtor);
            }
        }
        return debtors.size() <= 1;
    }

    /** Whether it is all that is due up to some day: then nobody needs a list. */
    private static boolean everythingDue(List<Part> unnamed, List<Item> candidates) {
        Set<Item> paid = new HashSet<>();
        unnamed.forEach(part -> paid.add(part.item()));
        List<Item> byDue = new ArrayList<>(candidates);
        byDue.sort(Comparator.comparing((Item item) -> item.dueOn));
        for (int i = 0; i < byDue.size(); i++) {
            if (!paid.contains(byDue.get(i))) {
                return i >= paid.size();
            }
        }
        return true;
    }

    private boolean onlySum(List<Part> unnamed, List<Item> candidates) {
        if (candidates.size() > MOST_ITEMS) {
            return false;
        }
        long sum = 0;
        for (Part part : unnamed) {
            sum += part.reduces();
        }
        long[] amounts = candidates.stream()
                .mapToLong(item -> item.isCredit() ? -item.open : item.open)
                .sorted()
                .toArray();
        steps = 0;
        return ways(amounts, 0, sum) <= 1 && steps < MOST_STEPS;
    }

    /** How many different choices of amounts make the sum; two is as good as many. */
    private int ways(long[] amounts, int from, long left) {
        if (++steps >= MOST_STEPS) {
            return 2;
        }
        int ways = left == 0 ? 1 : 0;
        for (int i = from; i < amounts.length && ways < 2; i++) {
            boolean again = i > from && amounts[i] == amounts[i - 1];
            if (!again && (left >= amounts[i] || amounts[i] < 0)) {
                ways += ways(amounts, i + 1, left - amounts[i]);
            }
        }
        return ways;
    }
}
