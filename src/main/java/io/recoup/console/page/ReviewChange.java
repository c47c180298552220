package io.recoup.console.page;

import io.recoup.console.store.DebtorRows;
import io.recoup.money.Money;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import io.recoup.receivables.ReceiptId;
import io.recoup.reconciliation.Proposal;
import io.recoup.reconciliation.ReviewDesk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One payment that waits: its proposal, and open items to choose from instead. */
@Controller
class ReviewChange {

    private static final int HITS = 20;

    private final ReviewDesk reviews;
    private final Accounts accounts;
    private final DebtorRows debtors;

    ReviewChange(ReviewDesk reviews, Accounts accounts, DebtorRows debtors) {
        this.reviews = reviews;
        this.accounts = accounts;
        this.debtors = debtors;
    }

    /**
     * @param suggested what the field shows first, in the reader's language; empty = leave this item alone
     * @param forgiven what the proposal settles without money; null when nothing
     */
    record Choice(OpenItem item, String debtor, String suggested, Money forgiven) {

        public boolean isCredit() {
            return item.kind() == ItemKind.CREDIT_NOTE;
        }
    }

    /** @param kept items found before, so that one payment can be split among several debtors */
    @GetMapping("/review/{id}")
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(name = "debtor", defaultValue = "") String name,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(name = "keep", required = false) List<Long> kept,
            Locale locale,
            Model model) {
        Proposal payment = reviews.proposal(new ReceiptId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Suggestion suggestion = Suggestion.of(payment);
        Map<Long, OpenItem> items = new LinkedHashMap<>();
        add(
                items,
                accounts.items(
                        suggestion.parts().keySet().stream().map(ItemId::new).toList()),
                payment);
        add(
                items,
                accounts.items((kept == null ? List.<Long>of() : kept)
                        .stream().map(ItemId::new).toList()),
                payment);
        boolean asked = !number.isBlank() || !name.isBlank() || !amount.isBlank();
        List<OpenItem> found = List.of();
        if (asked) {
            try {
                Money exact = amount.isBlank()
                        ? null
                        : Formats.typed(amount, payment.amount().currency());
                found = reviews.search(Typed.text(number), Typed.text(name), exact, HITS);
            } catch (RefusedForm unreadable) {
                model.addAttribute("outcome", Answer.Outcome.of(unreadable));
            }
        } else if (kept == null) {
            items.values().stream()
                    .map(OpenItem::debtor)
                    .distinct()
                    .toList()
                    .forEach(debtor -> add(items, ofDebtor(debtor), payment));
        }
        add(items, found, payment);
        model.addAttribute("payment", payment);
        model.addAttribute("number", number);
        model.addAttribute("name", name);
        model.addAttribute("sum", amount);
        model.addAttribute("asked", asked);
        model.addAttribute("found", found.size());
        model.addAttribute("total", Formats.field(payment.left(), locale));
        model.addAttribute("choices", choices(items.values().stream().toList(), suggestion, locale));
        return "review-change";
    }

    private List<OpenItem> ofDebtor(DebtorId debtor) {
        return accounts.account(debtor).openItems().stream().limit(HITS).toList();
    }

    private static void add(Map<Long, OpenItem> items, List<OpenItem> more, Proposal payment) {
        more.stream()
                .filter(item -> item.open().isPositive()
                        && item.open().currency().equals(payment.amount().currency()))
                .forEach(item -> items.putIfAbsent(item.id().value(), item));
    }

    private List<Choice> choices(List<OpenItem> items, Suggestion suggestion, Locale locale) {
        Map<Long, String> names = new LinkedHashMap<>();
        return items.stream()
                .map(item -> {
                    long id = item.id().value();
                    Money amount = suggestion.amount(id);
                    return new Choice(
                            item,
                            names.computeIfAbsent(item.debtor().value(), this::nameOf),
                            amount == null ? "" : Formats.field(amount, locale),
                            suggestion.forgiven(id));
                })
                .toList();
    }

    private String nameOf(long debtor) {
        return debtors.find(debtor).map(DebtorRows.Debtor::name).orElse("");
    }
}
