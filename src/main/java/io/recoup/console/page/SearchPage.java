package io.recoup.console.page;

import io.recoup.console.store.SearchRows;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding a debtor by a document number, a name or a tax id. One hit is shown at once. */
@Controller
class SearchPage {

    private static final int HITS = 50;

    private final SearchRows search;

    SearchPage(SearchRows search) {
        this.search = search;
    }

    @GetMapping("/items/{number}")
    String item(@PathVariable String number, Model model) {
        return search(number, model);
    }

    @GetMapping("/search")
    String search(@RequestParam(name = "q", defaultValue = "") String words, Model model) {
        String wanted = words.strip();
        List<SearchRows.FoundItem> items = wanted.isEmpty() ? List.of() : search.items(wanted, HITS);
        List<SearchRows.FoundDebtor> debtors = wanted.isEmpty() ? List.of() : search.debtors(wanted, HITS);
        if (debtors.isEmpty()
                && items.stream().map(SearchRows.FoundItem::debtor).distinct().count() == 1) {
            return "redirect:/debtors/" + items.get(0).debtor() + "#item-"
                    + items.get(0).id();
        }
        if (items.isEmpty() && debtors.size() == 1) {
            return "redirect:/debtors/" + debtors.get(0).id();
        }
        model.addAttribute("words", wanted);
        model.addAttribute("items", items);
        model.addAttribute("debtors", debtors);
        return "search";
    }
}
