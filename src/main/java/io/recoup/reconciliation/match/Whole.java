package io.recoup.reconciliation.match;

import java.util.List;
import java.util.Map;

/**
 * What a whole ledger holds of which a {@link Book} has only the part that some payments may mean: how likely something
 * fits by chance is a matter of the whole.
 *
 * @param openItems how many; an estimate will do
 * @param debtors how many; an estimate will do
 * @param amounts how many open items have an amount, by {@link #amount}; up to a thousand
 * @param words how many debtors have a word in their name, up to {@value PayerNames#MOST_OF_A_WORD} and one
 * @param numbers some document numbers of those issued last, which show what numbers look like
 * @param nearly how many open documents are one slip away from a run of a payment's text, by {@link TextKeys#nearlyIn}
 */
public record Whole(
        int openItems,
        int debtors,
        Map<String, Integer> amounts,
        Map<String, Integer> words,
        List<String> numbers,
        Map<String, Integer> nearly) {

    /** Nothing beside what a book holds. */
    static final Whole NOTHING = new Whole(0, 0, Map.of(), Map.of(), List.of(), Map.of());

    public Whole {
        nearly = Map.copyOf(nearly);
        amounts = Map.copyOf(amounts);
        words = Map.copyOf(words);
        numbers = List.copyOf(numbers);
    }

    public static String amount(String currency, long minor) {
        return currency + minor;
    }
}
