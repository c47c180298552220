package io.recoup.intake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorEntry;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ItemKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** From {@code invoice/1} and {@code customer/1}, checked against their contracts, to entries of the ledger. */
public final class InvoiceReader {

    private InvoiceReader() {}

    /** @throws FlawedRecord if the document contradicts itself */
    public static InvoiceEntry invoice(JsonNode json) {
        Fields fields = new Fields(json);
        String source = fields.required("source");
        String currency = fields.currency("currency");
        LocalDate issuedOn = fields.day("issuedOn");
        LocalDate dueOn = fields.day("dueOn");
        if (issuedOn == null) {
            throw fields.flaw("issuedOn", "is missing", "add it");
        }
        if (dueOn != null && dueOn.isBefore(issuedOn)) {
            throw fields.flaw(
                    "dueOn",
                    "is " + dueOn + ", before the issue on " + issuedOn,
                    "correct one of the two days in the source");
        }
        Money total = total(fields, currency);
        String state = fields.has("state") ? fields.text("state") : "open";
        return new InvoiceEntry(
                source,
                fields.required("sourceId"),
                fields.moment("changedAt"),
                ItemKind.of(fields.required("kind")),
                fields.required("number"),
                issuedOn,
                dueOn,
                total,
                open(fields, currency, total),
                state.equals("paid"),
                state.equals("cancelled"),
                fields.text("reference"),
                fields.text("orderReference"),
                fields.text("creditNoteFor"),
                hold(fields.inside("hold")),
                orNone(fields.list("instalments", part -> instalment(part, currency, issuedOn))),
                orNone(fields.list(
                        "discounts", part -> new InvoiceEntry.Discount(part.day("until"), part.decimal("percent")))),
                orNone(fields.list(
                        "documents", part -> new InvoiceEntry.Document(part.required("kind"), part.required("url")))),
                debtor(fields.inside("debtor"), source));
    }

    /** @throws FlawedRecord if a field cannot be read */
    public static DebtorEntry customer(JsonNode json) {
        Fields fields = new Fields(json);
        return debtor(fields, fields.required("source"));
    }

    private static Money total(Fields fields, String currency) {
        fields.required("total");
        Money total = fields.money("total", currency);
        if (total.isNegative()) {
            throw fields.flaw(
                    "total",
                    "is " + total + ", below zero",
                    "state what we owe the customer as kind credit_note with a positive total");
        }
        if (total.isZero()) {
            throw fields.flaw("total", "is zero: there is nothing to collect", "leave such documents out");
        }
        return total;
    }

    private static Money open(Fields fields, String currency, Money total) {
        Money open = fields.money("open", currency);
        if (open != null && (open.isNegative() || open.exceeds(total))) {
            throw fields.flaw(
                    "open",
                    "is " + open + ", outside 0 and the total of " + total,
                    "state what is still unpaid of this document");
        }
        return open;
    }

    private static InvoiceEntry.Instalment instalment(Fields part, String currency, LocalDate issuedOn) {
        part.required("amount");
        Money amount = part.money("amount", currency);
        if (!amount.isPositive()) {
            throw part.flaw("amount", "is " + amount + ", not above zero", "leave empty instalments out");
        }
        LocalDate dueOn = part.day("dueOn");
        if (dueOn.isBefore(issuedOn)) {
            throw part.flaw("dueOn", "is " + dueOn + ", before the issue on " + issuedOn, "correct it in the source");
        }
        return new InvoiceEntry.Instalment(part.number("number"), dueOn, amount);
    }

    private static InvoiceEntry.HoldEntry hold(Fields hold) {
        return hold == null
                ? null
                : new InvoiceEntry.HoldEntry(hold.required("kind"), hold.day("until"), hold.text("reason"));
    }

    private static DebtorEntry debtor(Fields debtor, String source) {
        if (debtor == null) {
            throw new FlawedRecord("debtor", "is missing", "add it");
        }
        Fields agent = debtor.inside("agent");
        return new DebtorEntry(
                source,
                debtor.required("sourceId"),
                debtor.required("name"),
                debtor.text("taxId"),
                debtor.text("language"),
                debtor.text("country"),
                debtor.text("category"),
                debtor.texts("tags"),
                debtor.text("group"),
                debtor.texts("ibans"),
                debtor.number("termDays"),
                agent == null ? null : agent.text("name"),
                agent == null ? null : agent.text("email"),
                debtor.list(
                        "contacts",
                        contact -> new DebtorEntry.ContactEntry(
                                contact.text("kind"),
                                contact.text("name"),
                                contact.text("email"),
                                contact.text("phone"))),
                debtor.text("type"),
                zone(debtor));
    }

    private static ZoneId zone(Fields debtor) {
        String zone = debtor.text("zone");
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw debtor.flaw("zone", "is " + Flaw.shown(zone) + ", an unknown time zone", "write it as Europe/Madrid");
        }
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
