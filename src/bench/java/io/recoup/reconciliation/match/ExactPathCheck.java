package io.recoup.reconciliation.match;

import io.recoup.money.Money;
import io.recoup.receivables.ItemKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The same items and payments, decided by the engine alone: whether what the path books is what it would have booked. */
public final class ExactPathCheck {

    private final Book book = new Book();
    private final List<MatchPayment> payments = new ArrayList<>();
    private int items;

    public void debtor(int debtor, String account) {
        book.add(new MatchDebtor("D" + debtor, List.of(), List.of(account), null, null));
    }

    public void item(int debtor, String number, int issued, int due, long minor, String currency) {
        book.add(new MatchItem(
                items++,
                "D" + debtor,
                ItemKind.INVOICE,
                number,
                0,
                LocalDate.ofEpochDay(issued),
                LocalDate.ofEpochDay(due),
                Money.of(minor, currency),
                null,
                null,
                List.of()));
    }

    public void payment(int on, long minor, String currency, String account, String remittance) {
        payments.add(new MatchPayment(
                Integer.toString(payments.size()),
                LocalDate.ofEpochDay(on),
                Money.of(minor, currency),
                null,
                remittance,
                null,
                null,
                account,
                Set.of()));
    }

    /** How many payments the path books otherwise than the engine, which weighs each. */
    public int differing(ExactPath path) {
        int differing = 0;
        MatchPolicy policy = MatchPolicy.of(Thresholds.shipped());
        for (Match match :
                Matching.decide(book, payments, policy, (judged, parts) -> {}).matches()) {
            int payment = Integer.parseInt(match.payment().key());
            int item = path.itemOf(payment);
            boolean same = item < 0
                    || match.decision() == Match.Decision.AUTO
                            && match.parts().size() == 1
                            && match.parts().get(0).item().id() == item
                            && match.parts().get(0).amount() == path.minorOf(item)
                            && match.score() == path.confidenceOf(payment);
            differing += same ? 0 : 1;
        }
        return differing;
    }
}
