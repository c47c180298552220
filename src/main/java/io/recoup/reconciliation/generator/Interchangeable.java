package io.recoup.reconciliation.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds open items of one debtor and one amount of which a payment that names none could mean any. */
final class Interchangeable {

    private Interchangeable() {}

    /** @param open what is open on the day of the payment */
    static List<List<String>> groups(Draft draft, Words words, List<Item> open) {
        List<List<String>> groups = new ArrayList<>();
        Set<Item> grouped = new HashSet<>();
        for (Part part : draft.parts) {
            Item item = part.item();
            if (!words.named().contains(item) && !item.isCredit() && grouped.add(item)) {
                List<String> group = new ArrayList<>(List.of(item.number));
                for (Item other : open) {
                    if (other != item && alike(item, other) && !words.named().contains(other) && grouped.add(other)) {
                        group.add(other.number);
                    }
                }
                if (group.size() > 1) {
                    groups.add(group);
                }
            }
        }
        return groups;
    }

    private static boolean alike(Item one, Item other) {
        return other.debtor.equals(one.debtor)
                && other.open == one.open
                && other.kind == one.kind
                && one.instalments.isEmpty()
                && other.instalments.isEmpty();
    }
}
