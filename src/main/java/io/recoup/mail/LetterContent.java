package io.recoup.mail;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What a letter tells, before it is put into words.
 *
 * @param language the debtor's, two letters; null when unknown
 * @param country the debtor's ISO code; null when unknown
 * @param date of the letter
 * @param replyBy last day the letter gives to answer
 * @param items what is open, at least one
 * @param credits what we hold in the debtor's favour, one per currency; not deducted from the totals
 */
public record LetterContent(
        String debtorName,
        String language,
        String country,
        LocalDate date,
        LocalDate replyBy,
        List<Item> items,
        List<Money> credits) {

    /** @param open what is still unpaid, above zero */
    public record Item(String number, LocalDate issuedOn, LocalDate dueOn, Money open) {}

    public LetterContent {
        items = List.copyOf(items);
        credits = List.copyOf(credits);
    }
}
