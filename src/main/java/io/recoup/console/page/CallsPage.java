package io.recoup.console.page;

import io.recoup.console.store.ArrearsRows;
import io.recoup.console.store.CallRows;
import io.recoup.console.store.CallRows.Wanted;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom to call: those who owe most first, without those who were called of late. Below, all that is open by age. */
@Controller
class CallsPage {

    private static final int SHOWN = 50;
    private static final int LONGEST = 3_650;

    private final CallRows calls;
    private final ArrearsRows arrears;
    private final ConsoleDay day;

    CallsPage(CallRows calls, ArrearsRows arrears, ConsoleDay day) {
        this.calls = calls;
        this.arrears = arrears;
        this.day = day;
    }

    /**
     * @param days without a call; 1 = not called today
     * @param late days that a debt must be overdue at least
     * @param currency empty = that of most debtors; amounts of two currencies have no order
     */
    @GetMapping("/calls")
    String calls(
            @RequestParam(defaultValue = "7") int days,
            @RequestParam(defaultValue = "1") int late,
            @RequestParam(defaultValue = "") String currency,
            Model model) {
        LocalDate today = day.today();
        int quiet = within(days);
        int overdue = within(late);
        Wanted wanted = new Wanted(today, today.minusDays(quiet), today.minusDays(overdue));
        List<CallRows.Currency> currencies = calls.currencies(wanted);
        String chosen = currencies.stream()
                .map(CallRows.Currency::code)
                .filter(currency::equals)
                .findFirst()
                .orElse(currencies.isEmpty() ? "" : currencies.get(0).code());
        List<CallRows.Call> rows = chosen.isEmpty() ? List.of() : calls.toCall(wanted, chosen, SHOWN);
        model.addAttribute("rows", rows);
        model.addAttribute("currencies", currencies);
        model.addAttribute("currency", chosen);
        model.addAttribute("days", quiet);
        model.addAttribute("late", overdue);
        model.addAttribute("longest", LONGEST);
        model.addAttribute("today", today);
        model.addAttribute("arrears", arrears.on(today));
        model.addAttribute("listed", "/calls?days=" + quiet + "&late=" + overdue + "&currency=" + chosen);
        return "calls";
    }

    private static int within(int days) {
        return Math.max(1, Math.min(LONGEST, days));
    }
}
