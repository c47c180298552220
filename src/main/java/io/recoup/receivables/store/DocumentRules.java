package io.recoup.receivables.store;

import io.recoup.money.Money;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.RefusedDocument;

/** What a document may not contradict, in itself and of what is known. */
final class DocumentRules {

    private DocumentRules() {}

    static void check(InvoiceEntry invoice) {
        if (!invoice.total().isPositive()) {
            throw new RefusedDocument("total " + invoice.total()
                    + " is not above zero; state a credit as kind credit_note with a positive total");
        }
        if (invoice.dueOn() != null && invoice.dueOn().isBefore(invoice.issuedOn())) {
            throw new RefusedDocument("dueOn " + invoice.dueOn() + " is before issuedOn " + invoice.issuedOn());
        }
        Money open = invoice.open();
        if (open != null && !open.currency().equals(invoice.total().currency())) {
            throw new RefusedDocument("open is in " + open.currencyCode() + " but total in "
                    + invoice.total().currencyCode());
        }
        if (open != null && (open.isNegative() || open.exceeds(invoice.total()))) {
            throw new RefusedDocument("open " + open + " must lie within 0 and the total " + invoice.total());
        }
        if (!invoice.instalments().isEmpty()) {
            checkInstalments(invoice);
        }
    }

    private static void checkInstalments(InvoiceEntry invoice) {
        if (invoice.kind() == ItemKind.CREDIT_NOTE) {
            throw new RefusedDocument("a credit note has no instalments");
        }
        Money sum = Money.zero(invoice.total().currency());
        int expected = 1;
        for (InvoiceEntry.Instalment part : invoice.instalments()) {
            if (part.number() != expected++) {
                throw new RefusedDocument("instalments must be numbered 1, 2, … in order; found " + part.number());
            }
            if (!part.amount().isPositive()) {
                throw new RefusedDocument("instalment " + part.number() + " is not above zero: " + part.amount());
            }
            sum = sum.plus(part.amount());
        }
        if (!sum.equals(invoice.total())) {
            throw new RefusedDocument("instalments add up to " + sum + " but the total is " + invoice.total());
        }
    }

    static void checkChange(InvoiceEntry invoice, ItemStore.Row known, int knownInstalments) {
        if (!invoice.kind().word().equals(known.kind())) {
            throw new RefusedDocument("kind was " + known.kind() + " and cannot become "
                    + invoice.kind().word() + "; cancel the document and state a new sourceId");
        }
        if (!ItemStore.normalised(invoice.number()).equals(ItemStore.normalised(known.number()))) {
            throw new RefusedDocument("sourceId " + invoice.sourceId() + " is document " + known.number()
                    + " and cannot become " + invoice.number() + "; state a sourceId of its own for each document");
        }
        if (!invoice.total().currencyCode().equals(known.currency())) {
            throw new RefusedDocument("currency was " + known.currency() + " and cannot become "
                    + invoice.total().currencyCode() + "; cancel the document and state a new sourceId");
        }
        if (invoice.instalments().size() != knownInstalments) {
            throw new RefusedDocument("the document had " + knownInstalments + " instalments and now has "
                    + invoice.instalments().size() + "; cancel it and state a new sourceId");
        }
    }
}
