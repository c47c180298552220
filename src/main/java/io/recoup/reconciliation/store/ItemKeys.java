package io.recoup.reconciliation.store;

import io.recoup.reconciliation.PayerLearned;
import io.recoup.reconciliation.match.MatchItem;
import io.recoup.reconciliation.match.TextKeys;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.Set;

/** The keys by which an item and a waiting receipt find each other. */
public final class ItemKeys {

    private ItemKeys() {}

    /** What a text may call the item: reference, number, its digits, the order. */
    static Set<String> namesOf(MatchItem item) {
        Set<String> names = new LinkedHashSet<>();
        String number = TextKeys.squashed(item.number());
        names.add(number);
        names.add(number.replaceAll("[^0-9]", ""));
        if (item.reference() != null) {
            names.add(TextKeys.squashed(item.reference()));
        }
        if (item.orderReference() != null) {
            names.add(TextKeys.squashed(item.orderReference()));
        }
        return names;
    }

    /** What the item may be paid with: its open amount, and that less each discount. */
    static Set<String> amountsOf(MatchItem item) {
        Set<String> amounts = new LinkedHashSet<>();
        long open = item.open().minor();
        String currency = item.open().currencyCode();
        amounts.add(ofAmount(currency, open));
        item.discounts()
                .forEach(discount -> amounts.add(ofAmount(
                        currency,
                        open
                                - BigDecimal.valueOf(open)
                                        .multiply(discount.percent())
                                        .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                                        .longValueExact())));
        return amounts;
    }

    public static String ofAmount(String currency, long minor) {
        return "=" + currency + minor;
    }

    public static String ofDebtor(long debtor) {
        return "#" + debtor;
    }

    public static String ofAccount(String account) {
        return "@" + TextKeys.squashed(account);
    }

    static String ofPayer(PayerLearned learned) {
        return (learned.kind().equals("account") ? "@" : "~") + learned.payer();
    }

    /** @param name as written */
    public static String ofName(String name) {
        return "~" + CandidateReader.name(name);
    }
}
