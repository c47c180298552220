package io.recoup.console.page;

import io.recoup.console.page.RefusedForm.Why;
import io.recoup.money.Money;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.OpenItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** What a form with items and amounts, or with a total alone, says a payment pays. */
final class ChosenParts {

    private ChosenParts() {}

    /** @param form fields {@code item} and beside each an {@code amount} as typed; an empty one leaves its item alone */
    static List<Part> of(MultiValueMap<String, String> form, Currency currency) {
        // not as list parameters: Spring would split a single 1250,50 at its comma
        List<String> items = form.getOrDefault("item", List.of());
        List<String> amounts = form.getOrDefault("amount", List.of());
        List<Part> parts = new ArrayList<>();
        for (int n = 0; n < Math.min(items.size(), amounts.size()); n++) {
            if (!amounts.get(n).isBlank()) {
                Money amount = Formats.typed(amounts.get(n), currency);
                if (amount.isPositive()) {
                    parts.add(new Part(new ItemId(Long.parseLong(items.get(n))), amount));
                }
            }
        }
        if (parts.isEmpty()) {
            throw new RefusedForm(Why.NO_AMOUNT);
        }
        return parts;
    }

    static List<ItemId> items(MultiValueMap<String, String> form) {
        return form.getOrDefault("item", List.of()).stream()
                .map(id -> new ItemId(Long.parseLong(id)))
                .toList();
    }

    /** The items due first, as far as the total reaches. */
    static List<Part> dueFirst(List<OpenItem> items, Money total) {
        List<OpenItem> payable = items.stream()
                .filter(item -> item.kind() != ItemKind.CREDIT_NOTE
                        && item.open().isPositive()
                        && item.open().currency().equals(total.currency()))
                .sorted(Comparator.comparing(OpenItem::dueOn)
                        .thenComparing(item -> item.id().value()))
                .toList();
        List<Part> parts = new ArrayList<>();
        Money left = total;
        for (OpenItem item : payable) {
            if (left.isPositive()) {
                Money given = item.open().exceeds(left) ? left : item.open();
                parts.add(new Part(item.id(), given));
                left = left.minus(given);
            }
        }
        if (parts.isEmpty()) {
            throw new RefusedForm(Why.NOTHING_OPEN);
        }
        return parts;
    }
}
