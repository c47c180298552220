package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Mentions.Mention;
import io.recoup.reconciliation.match.Reading.Form;
import io.recoup.reconciliation.match.Stratum.Naming;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a text says for a reading by what it names, and by what it leaves out. */
final class Namings {

    private final Book book;
    private final Mentions mentions;
    private @Nullable Boolean somethingElse;

    Namings(Book book, Mentions mentions) {
        this.book = book;
        this.mentions = mentions;
    }

    /** By what the text names all that a reading pays. */
    Naming kind(Reading reading) {
        int named = 0;
        int byReference = 0;
        boolean weak = false;
        for (Mention mention : mentions.items.values()) {
            if (reading.has(mention.item())) {
                named++;
                byReference += mention.kind() == Numbers.REFERENCE ? 1 : 0;
                weak |= WeakNaming.isKind(mention.kind()) || mention.kind() == Numbers.ORDER;
            }
        }
        if (named == 0) {
            return Naming.NONE;
        }
        if (named < reading.items().length || weak) {
            return Naming.WEAK;
        }
        if (byReference == named) {
            return Naming.REFERENCE;
        }
        return named == 1 ? Naming.NUMBER : Naming.NUMBERS;
    }

    /** In thousandths of a nat. */
    int weight(Reading reading) {
        List<Mention> said = new ArrayList<>();
        List<Mention> left = new ArrayList<>();
        for (Mention mention : mentions.items.values()) {
            boolean hint = WeakNaming.isKind(mention.kind()) || mention.kind() == Numbers.ORDER;
            if (takesDocument(reading, mention.item())) {
                enter(said, mention);
            } else if (!hint) {
                enter(left, mention);
            }
        }
        int sum = Math.max(-12_000, left.size() * Weights.NAMED_BUT_LEFT_OUT);
        if (said.isEmpty()) {
            return sum + ofNothingNamed(left);
        }
        int first = 0;
        int all = 0;
        for (Mention mention : said) {
            first = Math.max(first, mention.strength());
            all += Math.min(mention.strength(), Weights.FURTHER);
        }
        return sum
                + Math.min(Weights.MOST_NAMING, first + all - Math.min(first, Weights.FURTHER))
                + Math.max(-2_500, unnamed(reading, said) * Weights.NOT_NAMED_BESIDE_OTHERS)
                + Math.max(-2_400, mentions.aliens() * Weights.NAMES_MORE_THAN_OURS);
    }

    /** Whether the item's document is among what a reading pays, be it another instalment of it. */
    private boolean takesDocument(Reading reading, int item) {
        if (reading.has(item)) {
            return true;
        }
        for (int one : reading.items()) {
            if (book.sameDocument(one, item)) {
                return true;
            }
        }
        return false;
    }

    /** @param left what is named elsewhere */
    private int ofNothingNamed(List<Mention> left) {
        boolean alien = mentions.aliens() > 0 || mentions.hasAlienReference();
        boolean settled = false;
        for (Mention mention : left) {
            settled |= book.open(mention.item()) == 0;
        }
        return (alien ? Weights.NAMES_WHAT_IS_NOT_OURS : 0)
                + (settled ? Weights.NAMES_WHAT_IS_SETTLED : 0)
                + (!alien && saysSomethingElse() ? Weights.SAYS_SOMETHING_ELSE : 0);
    }

    private boolean saysSomethingElse() {
        if (somethingElse == null) {
            somethingElse = mentions.wording.saysSomethingElse();
        }
        return somethingElse;
    }

    /** How many of a reading's items are no document that is named. */
    private int unnamed(Reading reading, List<Mention> said) {
        int unnamed = 0;
        if (reading.form() != Form.RANGE) {
            for (int item : reading.items()) {
                unnamed += isAmong(said, item) ? 0 : 1;
            }
        }
        return unnamed;
    }

    private boolean isAmong(List<Mention> said, int item) {
        for (Mention one : said) {
            if (book.sameDocument(one.item(), item)) {
                return true;
            }
        }
        return false;
    }

    /** Each document once. */
    private void enter(List<Mention> said, Mention next) {
        if (!isAmong(said, next.item())) {
            said.add(next);
        }
    }
}
