package io.recoup.reconciliation.generator;

import io.recoup.receivables.ItemKind;
import java.io.IOException;

/** Open items as {@code invoice/1}, debtors as {@code customer/1}, letters as what they listed. */
final class ItemLines {

    private static final String SOURCE = "erp";

    private final JsonLines items;
    private final JsonLines debtors;
    private final JsonLines reminders;

    ItemLines(JsonLines items, JsonLines debtors, JsonLines reminders) {
        this.items = items;
        this.debtors = debtors;
        this.reminders = reminders;
    }

    void item(Item item) {
        String currency = item.debtor.company().currency;
        items.object(() -> {
            items.text("source", SOURCE);
            items.text("sourceId", item.debtor.company().name() + ":" + item.kind.word() + ":" + item.number);
            items.text("kind", item.kind.word());
            items.text("number", item.number);
            items.day("issuedOn", item.issuedOn);
            items.day("dueOn", item.dueOn);
            items.text("currency", currency);
            items.amount("total", item.total, currency);
            items.amount("open", item.openInList, currency);
            items.text("reference", item.reference);
            items.text("orderReference", item.order);
            items.text("creditNoteFor", item.corrects);
            instalments(item, currency);
            discounts(item);
            items.object("debtor", () -> profile(items, item.debtor));
        });
    }

    private void instalments(Item item, String currency) throws IOException {
        if (item.instalments.isEmpty()) {
            return;
        }
        items.array("instalments", () -> {
            for (Item.Instalment one : item.instalments) {
                items.object(() -> {
                    items.number("number", one.number());
                    items.day("dueOn", one.dueOn());
                    items.amount("amount", one.amount(), currency);
                });
            }
        });
    }

    private void discounts(Item item) throws IOException {
        if (item.kind != ItemKind.INVOICE
                || !item.hasDiscounts()
                || item.debtor.terms().steps().isEmpty()) {
            return;
        }
        items.array("discounts", () -> {
            for (Terms.Step step : item.debtor.terms().steps()) {
                items.object(() -> {
                    items.day("until", item.issuedOn.plusDays(step.days()));
                    items.text("percent", String.valueOf(step.percent()));
                });
            }
        });
    }

    void debtor(Debtor debtor) {
        debtors.object(() -> {
            debtors.text("source", SOURCE);
            profile(debtors, debtor);
        });
    }

    private static void profile(JsonLines lines, Debtor debtor) throws IOException {
        lines.text("sourceId", debtor.number());
        lines.text("name", debtor.name());
        lines.text("language", debtor.country().language);
        lines.text("country", debtor.country().name());
        lines.text("group", debtor.group());
        lines.texts("ibans", debtor.ibans());
    }

    void reminder(Reminder reminder) {
        reminders.object(() -> {
            reminders.text("debtor", reminder.debtor().number());
            reminders.day("sentOn", reminder.on());
            reminders.texts(
                    "items", reminder.items().stream().map(item -> item.number).toList());
        });
    }
}
