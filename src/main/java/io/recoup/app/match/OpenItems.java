package io.recoup.app.match;

import io.recoup.intake.contract.FlawedRecord;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorEntry;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ItemKind;
import io.recoup.reconciliation.match.Book;
import io.recoup.reconciliation.match.MatchDebtor;
import io.recoup.reconciliation.match.MatchItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Documents and debtors as the files state them; what comes again replaces what it was. */
final class OpenItems {

    /** Where neither document nor debtor states a term; it only decides which of several items is the oldest. */
    private static final int TERM_DAYS = 30;

    private final Map<List<String>, InvoiceEntry> documents = new LinkedHashMap<>();
    private final Debtors debtors = new Debtors();

    void add(DebtorEntry debtor) {
        debtors.add(debtor);
    }

    /** @throws FlawedRecord if its instalments do not add up */
    void add(InvoiceEntry document) {
        Money parts = Money.zero(document.total().currency());
        for (InvoiceEntry.Instalment part : document.instalments()) {
            parts = parts.plus(part.amount());
        }
        if (!document.instalments().isEmpty() && !parts.equals(document.total())) {
            throw new FlawedRecord(
                    "instalments", "add up to " + parts + ", not to the total of " + document.total(), "correct them");
        }
        debtors.add(document.debtor());
        documents.merge(
                List.of(document.source(), document.sourceId()),
                document,
                (known, news) -> isOlder(news, known) ? known : news);
    }

    private static boolean isOlder(InvoiceEntry one, InvoiceEntry other) {
        return one.changedAt() != null
                && other.changedAt() != null
                && one.changedAt().isBefore(other.changedAt());
    }

    List<MatchDebtor> debtors() {
        return debtors.all();
    }

    /** Enters everything. */
    List<MatchItem> enter(Book book) {
        debtors().forEach(book::add);
        List<MatchItem> items = new ArrayList<>();
        for (InvoiceEntry document : documents.values()) {
            items(document, items);
        }
        items.forEach(book::add);
        return items;
    }

    /** What is paid fills the oldest instalments first, as in the ledger. */
    private void items(InvoiceEntry document, List<MatchItem> items) {
        Money paid = document.total().minus(open(document));
        if (document.instalments().isEmpty()) {
            items.add(item(items.size(), document, document.kind(), 0, dueOn(document), open(document)));
            return;
        }
        for (InvoiceEntry.Instalment part : document.instalments()) {
            Money paidOfPart = paid.exceeds(part.amount()) ? part.amount() : paid;
            paid = paid.minus(paidOfPart);
            Money open = part.amount().minus(paidOfPart);
            items.add(item(items.size(), document, ItemKind.INSTALMENT, part.number(), part.dueOn(), open));
        }
    }

    private MatchItem item(long id, InvoiceEntry document, ItemKind kind, int instalment, LocalDate dueOn, Money open) {
        return new MatchItem(
                id,
                debtors.key(document.debtor()),
                kind,
                document.number(),
                instalment,
                document.issuedOn(),
                dueOn,
                open,
                document.reference(),
                document.orderReference(),
                document.discounts());
    }

    /** Of a settled document nothing; it is kept so that a text that names it is understood. */
    private static Money open(InvoiceEntry document) {
        if (document.paid() || document.cancelled()) {
            return Money.zero(document.total().currency());
        }
        return document.open() == null ? document.total() : document.open();
    }

    private static LocalDate dueOn(InvoiceEntry document) {
        Integer term = document.debtor().termDays();
        return document.dueOn() != null
                ? document.dueOn()
                : document.issuedOn().plusDays(term == null ? TERM_DAYS : term);
    }
}
