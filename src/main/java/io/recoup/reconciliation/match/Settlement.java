package io.recoup.reconciliation.match;

import io.recoup.money.Money;
import io.recoup.reconciliation.match.Match.Decision;
import io.recoup.reconciliation.match.Match.Kind;
import io.recoup.reconciliation.match.Match.Part;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a payment by its best reading. */
final class Settlement {

    private final Book book;
    private final Twins twins;

    Settlement(Book book, Twins twins) {
        this.book = book;
        this.twins = twins;
    }

    Match of(Turn turn) {
        Judged judged = turn.judged();
        MatchPayment payment = judged.payment();
        Weighed best = judged.best();
        if (!turn.isProposed()) {
            return new Match(
                    payment,
                    Decision.NONE,
                    null,
                    judged.confidence(),
                    List.of(),
                    payment.amount(),
                    judged.explanation().nothing(),
                    null,
                    best == null ? null : judged.explanation().tooWeak(best));
        }
        List<Part> parts = parts(best.reading());
        long paid = parts.stream().mapToLong(Part::amount).sum();
        return new Match(
                payment,
                turn.bookable() ? Decision.AUTO : Decision.REVIEW,
                best.stratum(),
                judged.confidence(),
                parts,
                new Money(payment.amount().minor() - paid, payment.amount().currency()),
                judged.explanation().of(best),
                turn.bookable() ? null : against(turn),
                judged.explanation().runnerUp(best, judged.second()));
    }

    private Reason against(Turn turn) {
        if (turn.held()) {
            return Reason.of("twin");
        }
        return Reason.of(twins.doubt(turn.place()) > 0 ? "twin-silent" : "unsure");
    }

    List<Part> parts(Reading reading) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < reading.items().length; i++) {
            int item = reading.items()[i];
            parts.add(new Part(book.item(item), reading.money()[i], reading.forgiven()[i], kind(reading, i, item)));
        }
        return parts;
    }

    private Kind kind(Reading reading, int at, int item) {
        if (book.item(item).isCredit()) {
            return Kind.CREDIT;
        }
        if (reading.forgiven()[at] != 0) {
            return reading.amount() == Stratum.Amount.TOLERANCE ? Kind.TOLERANCE : Kind.DISCOUNT;
        }
        return reading.money()[at] < book.open(item) ? Kind.PARTIAL : Kind.FULL;
    }
}
