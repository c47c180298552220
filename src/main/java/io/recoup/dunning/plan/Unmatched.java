package io.recoup.dunning.plan;

import io.recoup.money.Money;
import io.recoup.receivables.OpenItem;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Money received that belongs to nobody yet.
 *
 * @param amounts of these receipts
 * @param payers the names they came under, see {@link #key}
 */
public record Unmatched(Set<Money> amounts, Set<String> payers) {

    public static final Unmatched NONE = new Unmatched(Set.of(), Set.of());

    public Unmatched {
        amounts = Set.copyOf(amounts);
        payers = Set.copyOf(payers);
    }

    /** Letters and digits alone, accents and capitals apart: {@code MÜLLER & Co.} and {@code Müller Co} are one. */
    public static String key(String name) {
        return name == null
                ? ""
                : Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("[^\\p{L}\\p{N}]", "")
                        .toLowerCase(Locale.ROOT);
    }

    /** Whether some of it could pay one of the claims, or all of them: its amount fits, or its payer has their name. */
    boolean couldCover(String debtorName, List<OpenItem> claims) {
        if (amounts.isEmpty() && payers.isEmpty()) {
            return false;
        }
        String name = key(debtorName);
        if (!name.isEmpty() && payers.contains(name)) {
            return true;
        }
        Map<String, Money> sums = new HashMap<>();
        for (OpenItem claim : claims) {
            if (amounts.contains(claim.open())) {
                return true;
            }
            sums.merge(claim.open().currencyCode(), claim.open(), Money::plus);
        }
        return sums.values().stream().anyMatch(amounts::contains);
    }
}
