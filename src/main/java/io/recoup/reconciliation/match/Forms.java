package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Reading.Form;

/** Weighs how a set of items came about. */
final class Forms {

    private final Book book;
    private final MatchPayment payment;
    private final Mentions mentions;

    Forms(Book book, MatchPayment payment, Mentions mentions) {
        this.book = book;
        this.payment = payment;
        this.mentions = mentions;
    }

    /** How likely the payer takes just such a set of his items; one item alone is already in the payer's term. */
    int weight(Reading reading, int debtor) {
        int all = Math.max(1, book.openItemsOf(debtor).size());
        int taken = reading.items().length;
        if (taken == 1 && reading.form() != Form.OLDEST_IN_PART) {
            return 0;
        }
        int anyOfHis = Weights.nats(all);
        return switch (reading.form()) {
            case ONE, NAMED -> 0;
            case RANGE -> -500;
            case NAMED_AND_MORE -> {
                int further = taken;
                for (int item : reading.items()) {
                    further -= mentions.items.containsKey(item) ? 1 : 0;
                }
                yield -waysToTake(further, all) - 1_500;
            }
            case NAMED_AND_OLDEST -> -Weights.nats(all) - 500;
            case REMINDED -> anyOfHis + Weights.nats(mentions.wording.isAboutALetter() ? 0.9 : 0.3);
            case OLDEST_IN_PART -> anyOfHis - 2_000 + (mentions.wording.asksForOldest() ? Weights.ASKS_FOR_OLDEST : 0);
            case WINDOW -> anyOfHis + Weights.nats(0.1) - Weights.nats(Math.max(1, all * all / 4.0));
            case ALL_BUT -> anyOfHis + Weights.nats(0.05) - waysToTake(Math.max(1, all - taken), all);
            case ACCOUNT -> anyOfHis + Weights.nats(0.1);
            case DUE -> anyOfHis + Weights.nats(0.07);
            case OLDEST -> anyOfHis + Weights.nats(0.07) - Weights.nats(Math.max(1, all / 2.0));
            case DUE_THEN -> anyOfHis + Weights.nats(0.15) - waysToTake(taken, Math.max(taken, dueThen(debtor)));
            case SUBSET -> anyOfHis + Weights.nats(0.1) - waysToTake(taken, all);
        };
    }

    private int dueThen(int debtor) {
        int on = (int) payment.on().toEpochDay();
        ItemsOfDebtor open = book.openItemsOf(debtor);
        int then = 0;
        for (int i = 0; i < open.size(); i++) {
            then += Math.abs(open.due(i) - on) <= Sums.DAYS_AROUND ? 1 : 0;
        }
        return then;
    }

    /** The logarithm of "taken of all". */
    private static int waysToTake(int taken, int all) {
        double log = 0;
        for (int i = 0; i < taken; i++) {
            log += Math.log((double) Math.max(1, all - i) / (i + 1));
        }
        return (int) Math.round(1000 * log);
    }
}
