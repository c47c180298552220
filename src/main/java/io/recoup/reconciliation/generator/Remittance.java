package io.recoup.reconciliation.generator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a payer writes with his payment. */
final class Remittance {

    private static final DateTimeFormatter DOTS = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd.MM.yy");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    private final Streams streams;
    private final Rates rates;

    Remittance(Streams streams, Rates rates) {
        this.streams = streams;
        this.rates = rates;
    }

    Words of(Draft draft) {
        Dice dice = streams.of(Layer.WORDING, draft.key);
        Phrases phrases = Phrases.in(draft.debtor.country().language);
        return switch (draft.deed) {
            case DOUBLE ->
                draft.repeats != null && draft.repeats.words != null && dice.chance(0.8)
                        ? draft.repeats.words
                        : documents(draft, phrases, dice);
            case ON_ACCOUNT -> vague(fill(phrases.onAccount(), draft, "", dice), true);
            case OLDEST_FIRST ->
                dice.chance(0.7)
                        ? vague(fill(phrases.oldest(), draft, "", dice), true)
                        : vague(dice.of(phrases.vague()), false);
            case PREPAID -> vague(fill(phrases.prepaid(), draft, draft.foreign, dice), false);
            case MISDIRECTED -> vague(fill(phrases.one().get(dice.below(2)), draft, draft.foreign, dice), false);
            case STANDING_ORDER -> standingOrder(draft, phrases, dice);
            case REMINDED -> dice.chance(0.5) ? reminder(draft, phrases) : documents(draft, phrases, dice);
            default -> documents(draft, phrases, dice);
        };
    }

    private Words documents(Draft draft, Phrases phrases, Dice dice) {
        if (draft.means.size() > 1) {
            return new Lists(draft, phrases, dice).words(rates.listings().drawn(dice));
        }
        Item item = draft.means.get(0);
        return one(draft, item, rates.wordings().drawn(dice), phrases, dice);
    }

    private Words one(Draft draft, Item item, Wording wording, Phrases phrases, Dice dice) {
        String number = item.number;
        return switch (wording) {
            case ISSUED ->
                item.reference == null ? one(draft, item, Wording.NUMBER, phrases, dice) : issued(item, phrases, dice);
            case ISSUED_TYPO ->
                item.reference == null
                        ? one(draft, item, Wording.TYPO, phrases, dice)
                        : named(Slips.typo(item.reference, dice), item, wording);
            case NUMBER -> named(text(draft, Slips.rewritten(number, dice), phrases, dice), item, wording);
            case CUT -> named(text(draft, Slips.cut(number, dice), phrases, dice), item, wording);
            case TYPO -> named(text(draft, Slips.typo(number, dice), phrases, dice), item, wording);
            case TRANSPOSED -> named(text(draft, Slips.transposed(number, dice), phrases, dice), item, wording);
            case OCR -> named(text(draft, Slips.misread(number, dice), phrases, dice), item, wording);
            case ORDER ->
                item.order == null ? one(draft, item, Wording.NUMBER, phrases, dice) : named(item.order, item, wording);
            case CUSTOMER -> coded(fill(dice.of(phrases.customer()), draft, "", dice), true, wording);
            case STALE -> coded(text(draft, older(item, dice), phrases, dice), false, wording);
            case NONE -> coded(dice.of(phrases.vague()), false, wording);
        };
    }

    /** Mostly in the field for it; then the text is empty or says the same in people's words. */
    private static Words issued(Item item, Phrases phrases, Dice dice) {
        boolean printed = item.reference.startsWith("+");
        String bare = printed ? item.reference.replaceAll("[+/]", "") : item.reference;
        if (dice.chance(0.12)) {
            String text = printed ? item.reference : bare;
            return new Words(text, null, List.of(item), true, Wording.ISSUED.code);
        }
        String text = dice.chance(0.2) ? phrases.one().get(1).replace("{n}", item.number) : "";
        return new Words(text, bare, List.of(item), true, Wording.ISSUED.code);
    }

    private Words standingOrder(Draft draft, Phrases phrases, Dice dice) {
        Item rent = draft.means.get(0);
        double how = dice.share();
        if (how < 0.35) {
            return coded(fill(phrases.rent(), draft, "", dice), false, Wording.NONE);
        }
        if (how < 0.6) {
            // the text of the first month, for ever
            return coded(phrases.one().get(1).replace("{n}", older(rent, dice)), false, Wording.STALE);
        }
        return one(draft, rent, rates.wordings().drawn(dice), phrases, dice);
    }

    private static Words reminder(Draft draft, Phrases phrases) {
        LocalDate day = draft.reminder != null ? draft.reminder.on() : draft.on;
        String text = phrases.reminder().replace("{d}", day.format(DOTS));
        return new Words(text, null, draft.means, true, "reminder");
    }

    /** A number as this one had a year or so ago. */
    private static String older(Item item, Dice dice) {
        long serial = dice.between(1, 999);
        return item.debtor.company().style.invoice(serial, item.issuedOn.minusYears(1));
    }

    private static String text(Draft draft, String number, Phrases phrases, Dice dice) {
        return fill(dice.of(phrases.one()), draft, number, dice);
    }

    static String fill(String phrase, Draft draft, @Nullable String number, Dice dice) {
        Item first = draft.means.isEmpty() ? null : draft.means.get(0);
        LocalDate day = first != null ? first.issuedOn : draft.on;
        DateTimeFormatter format = dice.chance(0.7) ? DOTS : SHORT;
        return phrase.replace("{n}", number == null ? "" : number)
                .replace("{c}", draft.debtor.number())
                .replace("{d}", draft.deed == Deed.STANDING_ORDER ? draft.on.format(MONTH) : day.format(format))
                .replace("{o}", first != null && first.order != null ? first.order : "4" + dice.digits(9))
                .replace(
                        "{i}",
                        draft.parts.isEmpty()
                                ? ""
                                : String.valueOf(draft.parts.get(0).instalment()))
                .strip();
    }

    private static Words named(String text, Item item, Wording wording) {
        return new Words(text, null, List.of(item), true, wording.code);
    }

    private static Words coded(String text, boolean debtorNamed, Wording wording) {
        return new Words(text, null, List.of(), debtorNamed, wording.code);
    }

    private static Words vague(String text, boolean debtorNamed) {
        return new Words(text, null, List.of(), debtorNamed, "");
    }
}
