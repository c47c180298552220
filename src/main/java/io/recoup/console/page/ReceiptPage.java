package io.recoup.console.page;

import io.recoup.console.store.DebtorRows;
import io.recoup.console.store.ReceiptRows;
import io.recoup.console.store.SearchRows;
import io.recoup.console.store.StatementRows;
import io.recoup.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One receipt: where its money came from, where it went, and a form to let the rest pay open items. */
@Controller
class ReceiptPage {

    private static final int HITS = 20;

    private final ReceiptRows receipts;
    private final DebtorRows debtors;
    private final StatementRows statements;
    private final SearchRows search;

    ReceiptPage(ReceiptRows receipts, DebtorRows debtors, StatementRows statements, SearchRows search) {
        this.receipts = receipts;
        this.debtors = debtors;
        this.statements = statements;
        this.search = search;
    }

    /** @param suggested what the field shows first, as text of the reader's language; empty = leave this item alone */
    record Choice(DebtorRows.Item item, String suggested) {}

    /**
     * @param words of the search for a debtor
     * @param chosen the debtor whose items are offered; absent = the one the receipt is known to come from
     */
    @GetMapping("/receipts/{id}")
    String receipt(
            @PathVariable long id,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "debtor", required = false) Long chosen,
            Locale locale,
            Model model) {
        ReceiptRows.Receipt receipt =
                receipts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("receipt", receipt);
        List<ReceiptRows.Posting> postings = receipts.postings(id);
        model.addAttribute("postings", postings);
        model.addAttribute(
                "undoable",
                postings.stream().filter(ReceiptRows.Posting::undoable).count());
        model.addAttribute("cheque", receipts.cheque(id).orElse(null));
        if (receipt.transaction() != null) {
            model.addAttribute(
                    "bank", statements.transaction(receipt.transaction()).orElse(null));
        }
        model.addAttribute("words", words);
        model.addAttribute("found", words.isBlank() ? List.of() : find(words.strip()));
        Long debtor = chosen != null ? chosen : words.isBlank() ? receipt.debtor() : null;
        if (debtor != null) {
            model.addAttribute("debtor", debtors.find(debtor).orElse(null));
            model.addAttribute("choices", choices(receipt.left(), debtors.openItems(debtor), locale));
        }
        return "receipt";
    }

    private List<SearchRows.FoundDebtor> find(String words) {
        Stream<SearchRows.FoundDebtor> byNumber = search.items(words, HITS).stream()
                .map(item -> new SearchRows.FoundDebtor(item.debtor(), item.debtorName(), item.number(), null, 1));
        return Stream.concat(byNumber, search.debtors(words, HITS).stream()).toList();
    }

    /** The oldest items first, until the money is used up: what a payer who names nothing usually means. */
    private static List<Choice> choices(Money left, List<DebtorRows.Item> items, Locale locale) {
        List<Choice> choices = new ArrayList<>();
        Money rest = left;
        for (DebtorRows.Item item : items) {
            if (item.kind().equals("credit_note") || !item.open().currency().equals(left.currency())) {
                continue;
            }
            Money part = rest.exceeds(item.open()) ? item.open() : rest;
            choices.add(new Choice(item, part.isPositive() ? Formats.field(part, locale) : ""));
            rest = rest.minus(part);
        }
        return choices;
    }
}
