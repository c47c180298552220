package io.recoup.dunning;

import io.recoup.money.Money;

/**
 * Which letters of a run are looked at; what is null lets every letter pass.
 *
 * @param level name of the level
 * @param state of the letter
 * @param text part of the debtor's name or of a document's number, in any case
 * @param least what the letter's items of that currency add up to at least, as planned; nothing is converted
 */
public record LetterFilter(String level, String state, String text, Money least) {

    public static final LetterFilter NONE = new LetterFilter(null, null, null, null);
}
