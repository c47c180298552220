package io.recoup.reconciliation.match;

import io.recoup.money.Money;
import io.recoup.receivables.InvoiceEntry.Discount;
import io.recoup.receivables.ItemKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A small company whose payments tests put on the table. */
final class Desk {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

    private final List<MatchDebtor> debtors = new ArrayList<>();
    private final List<MatchItem> items = new ArrayList<>();
    private final List<MatchPayment> payments = new ArrayList<>();
    private MatchPolicy policy =
            new MatchPolicy(Map.of("EUR", 100L), Map.of("EUR", 2_500L), 3, 2, Thresholds.shipped());

    Desk() {
        // a ledger in which a number hit by chance means something
        for (int i = 1; i <= 400; i++) {
            debtor("X" + i, "Kunde Nummer" + i + " GmbH", "DE00" + (10_000 + i));
            invoice("X" + i, "RE-2026-0" + (5_000 + i), 11_013 + 1_907L * i, "2026-02-20");
        }
    }

    Desk debtor(String key, String name, String... ibans) {
        debtors.add(new MatchDebtor(key, List.of(name), List.of(ibans), null, null));
        return this;
    }

    Desk invoice(String debtor, String number, long minor, String dueOn) {
        return item(debtor, ItemKind.INVOICE, number, 0, minor, dueOn, null, List.of());
    }

    Desk referenced(String debtor, String number, long minor, String dueOn, String reference) {
        return item(debtor, ItemKind.INVOICE, number, 0, minor, dueOn, reference, List.of());
    }

    Desk discounted(String debtor, String number, long minor, String dueOn, String until, String percent) {
        return item(
                debtor,
                ItemKind.INVOICE,
                number,
                0,
                minor,
                dueOn,
                null,
                List.of(new Discount(LocalDate.parse(until), new BigDecimal(percent))));
    }

    Desk credit(String debtor, String number, long minor) {
        return item(debtor, ItemKind.CREDIT_NOTE, number, 0, minor, "2026-02-28", null, List.of());
    }

    Desk item(
            String debtor,
            ItemKind kind,
            String number,
            int instalment,
            long minor,
            String dueOn,
            String reference,
            List<Discount> discounts) {
        LocalDate due = LocalDate.parse(dueOn);
        items.add(new MatchItem(
                items.size() + 1L,
                debtor,
                kind,
                number,
                instalment,
                due.minusDays(30),
                due,
                Money.of(minor, "EUR"),
                reference,
                null,
                discounts));
        return this;
    }

    Desk pays(String key, long minor, String text, String name, String account) {
        return pays(key, TODAY, minor, null, text, name, account);
    }

    Desk pays(String key, LocalDate on, long minor, String reference, String text, String name, String account) {
        payments.add(new MatchPayment(key, on, Money.of(minor, "EUR"), reference, text, null, name, account, Set.of()));
        return this;
    }

    Desk strictly() {
        policy = new MatchPolicy(Map.of("EUR", 100L), Map.of("EUR", 2_500L), 3, 2, Thresholds.strict());
        return this;
    }

    /** The same in another order. */
    Desk shuffled(Random random) {
        Collections.shuffle(debtors, random);
        Collections.shuffle(items, random);
        Collections.shuffle(payments, random);
        return this;
    }

    Book book() {
        Book book = new Book();
        debtors.forEach(book::add);
        items.forEach(book::add);
        return book;
    }

    /** One payment instead of those before. */
    Desk paysOnly(String key, long minor, String text, String name, String account) {
        payments.clear();
        return pays(key, minor, text, name, account);
    }

    /** What the desk knows is but a part of a ledger. */
    List<Match> decide(Whole ledger) {
        Book book = new Book();
        book.isPartOf(ledger);
        debtors.forEach(book::add);
        items.forEach(book::add);
        return Matching.decide(book, payments, policy).matches();
    }

    List<Match> decide() {
        return Matching.decide(book(), payments, policy).matches();
    }

    Match only() {
        return decide().get(0);
    }
}
