package io.recoup.reconciliation.generator;

import java.util.ArrayList;
import java.util.List;

/** Writes several documents into the text of one payment. */
final class Lists {

    private static final List<String> BETWEEN = List.of(", ", ",", " ", "; ", " + ", "/ ", " und ");

    private final Draft draft;
    private final Phrases phrases;
    private final Dice dice;

    Lists(Draft draft, Phrases phrases, Dice dice) {
        this.draft = draft;
        this.phrases = phrases;
        this.dice = dice;
    }

    Words words(Listing drawn) {
        // nobody lists one by one what follows each other, if he can help it
        boolean one = draft.means.size() > 2 && consecutive(draft.means) && dice.chance(0.5);
        Listing listing = one && drawn != Listing.NOTHING ? Listing.RANGE : drawn;
        return switch (listing) {
            case FULL -> listed(draft.means, dice.of(BETWEEN), "", listing);
            case GLUED -> listed(draft.means, "", "", listing);
            case AND_OTHERS ->
                listed(
                        draft.means.subList(0, Math.max(1, Math.min(draft.means.size() / 2, 3))),
                        dice.of(BETWEEN),
                        " " + phrases.andOthers(),
                        listing);
            case ENDS -> ends();
            case RANGE -> range();
            case ADVICE -> unlisted(Remittance.fill(phrases.advice(), draft, "", dice), listing);
            case NOTHING -> unlisted(dice.of(phrases.vague()), listing);
        };
    }

    private Words listed(List<Item> items, String between, String after, Listing listing) {
        String phrase = Remittance.fill(dice.of(phrases.several()), draft, "{n}", dice);
        int at = phrase.indexOf("{n}");
        StringBuilder text = new StringBuilder(phrase.substring(0, at));
        List<Item> readable = new ArrayList<>();
        for (Item item : items) {
            text.append(readable.isEmpty() && text.length() == at ? "" : between)
                    .append(item.number);
            if (text.length() <= Words.ROOM) {
                readable.add(item);
            }
        }
        return new Words(text.append(after).toString(), null, readable, !readable.isEmpty(), listing.code);
    }

    /** {@code RE-2026-00123, 124, 131} */
    private Words ends() {
        List<Item> items = draft.means;
        String first = items.get(0).number;
        StringBuilder text =
                new StringBuilder(dice.chance(0.5) ? "" : phrases.one().get(1).replace("{n}", "")).append(first);
        List<Item> readable = new ArrayList<>(List.of(items.get(0)));
        for (Item item : items.subList(1, items.size())) {
            text.append(", ").append(end(first, item.number));
            if (text.length() <= Words.ROOM) {
                readable.add(item);
            }
        }
        return new Words(text.toString(), null, readable, true, Listing.ENDS.code);
    }

    /** What differs from the first number, at least three characters. */
    private static String end(String first, String number) {
        int same = 0;
        while (same < number.length() && same < first.length() && number.charAt(same) == first.charAt(same)) {
            same++;
        }
        return number.substring(Math.max(0, Math.min(same, number.length() - 3)));
    }

    private Words range() {
        List<Item> items = draft.means;
        if (items.size() < 3 || !consecutive(items)) {
            return listed(items, ", ", "", Listing.FULL);
        }
        String first = items.get(0).number;
        String last = items.get(items.size() - 1).number;
        String end = dice.chance(0.5) ? last : end(first, last);
        String number = first + (dice.chance(0.5) ? "-" : " - ") + end;
        String text = Remittance.fill(dice.of(phrases.several()), draft, number, dice);
        return new Words(text, null, items, true, Listing.RANGE.code);
    }

    private static boolean consecutive(List<Item> items) {
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i).serial != items.get(i - 1).serial + 1
                    || items.get(i).debtor.company() != items.get(0).debtor.company()) {
                return false;
            }
        }
        return true;
    }

    private static Words unlisted(String text, Listing listing) {
        return new Words(text, null, List.of(), false, listing.code);
    }
}
