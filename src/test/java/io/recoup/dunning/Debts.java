package io.recoup.dunning;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.List;

/** Accounts of debtors for tests, in the fewest words. */
final class Debts {

    static final DebtorId DEBTOR = new DebtorId(1);

    private Debts() {}

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    static OpenItem due(long id, String on, String amount) {
        return item(id, ItemKind.INVOICE, on, amount, "EUR");
    }

    static OpenItem item(long id, ItemKind kind, String dueOn, String amount, String currency) {
        Money money = Money.parse(amount, currency);
        LocalDate due = day(dueOn);
        return new OpenItem(
                new ItemId(id), DEBTOR, kind, "N-" + id, 0, money, money, due.minusDays(30), due, null, "erp");
    }

    static DebtorAccount account(OpenItem... items) {
        return account(List.of(items), List.of(), List.of());
    }

    static DebtorAccount account(List<OpenItem> items, List<DebtorAccount.Hold> holds, List<Money> unapplied) {
        return new DebtorAccount(
                DEBTOR, "Debtor", "en", "GB", null, List.of("d@debtor.example"), null, items, holds, unapplied);
    }

    static DebtorAccount.Hold hold(Long item, String kind, String until, String reason) {
        return new DebtorAccount.Hold(
                1, item == null ? null : new ItemId(item), kind, until == null ? null : day(until), reason);
    }
}
