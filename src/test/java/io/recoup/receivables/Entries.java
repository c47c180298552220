package io.recoup.receivables;

import io.recoup.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Documents and receipts for tests, in the fewest words. */
public final class Entries {

    private Entries() {}

    public static DebtorEntry debtor(String id) {
        return new DebtorEntry(
                "erp",
                id,
                "Debtor " + id,
                null,
                "en",
                "GB",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new DebtorEntry.ContactEntry("billing", null, id.toLowerCase() + "@debtor.example", null)));
    }

    /** An invoice of 1 February 2026, due on 3 March. */
    public static InvoiceEntry invoice(String number, String total) {
        return new InvoiceEntry(
                "erp",
                "id-" + number,
                null,
                ItemKind.INVOICE,
                number,
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-03-03"),
                eur(total),
                null,
                false,
                false,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                debtor("D1"));
    }

    /** The same document under another source, source id and number. */
    public static InvoiceEntry known(InvoiceEntry i, String source, String sourceId, String number) {
        return new InvoiceEntry(
                source,
                sourceId,
                i.changedAt(),
                i.kind(),
                number,
                i.issuedOn(),
                i.dueOn(),
                i.total(),
                i.open(),
                i.paid(),
                i.cancelled(),
                i.reference(),
                i.orderReference(),
                i.creditNoteFor(),
                i.hold(),
                i.instalments(),
                i.discounts(),
                i.documents(),
                i.debtor());
    }

    public static InvoiceEntry creditNote(String number, String total, String invoiceNumber) {
        InvoiceEntry i = invoice(number, total);
        return new InvoiceEntry(
                i.source(),
                i.sourceId(),
                null,
                ItemKind.CREDIT_NOTE,
                number,
                i.issuedOn(),
                i.dueOn(),
                i.total(),
                null,
                false,
                false,
                null,
                null,
                invoiceNumber,
                null,
                List.of(),
                List.of(),
                List.of(),
                i.debtor());
    }

    public static InvoiceEntry stating(InvoiceEntry i, String total, String open, boolean cancelled, String changedAt) {
        return new InvoiceEntry(
                i.source(),
                i.sourceId(),
                changedAt == null ? null : Instant.parse(changedAt),
                i.kind(),
                i.number(),
                i.issuedOn(),
                i.dueOn(),
                eur(total),
                open == null ? null : eur(open),
                false,
                cancelled,
                i.reference(),
                i.orderReference(),
                i.creditNoteFor(),
                i.hold(),
                i.instalments(),
                i.discounts(),
                i.documents(),
                i.debtor());
    }

    public static InvoiceEntry of(InvoiceEntry i, DebtorEntry debtor, String reference, LocalDate dueOn) {
        return new InvoiceEntry(
                i.source(),
                i.sourceId(),
                i.changedAt(),
                i.kind(),
                i.number(),
                i.issuedOn(),
                dueOn,
                i.total(),
                i.open(),
                i.paid(),
                i.cancelled(),
                reference,
                i.orderReference(),
                i.creditNoteFor(),
                i.hold(),
                i.instalments(),
                i.discounts(),
                i.documents(),
                debtor);
    }

    public static InvoiceEntry inInstalments(InvoiceEntry i, String open, InvoiceEntry.Instalment... parts) {
        return new InvoiceEntry(
                i.source(),
                i.sourceId(),
                i.changedAt(),
                i.kind(),
                i.number(),
                i.issuedOn(),
                i.dueOn(),
                i.total(),
                open == null ? null : eur(open),
                false,
                false,
                i.reference(),
                null,
                null,
                null,
                List.of(parts),
                List.of(),
                List.of(),
                i.debtor());
    }

    public static ReceiptEntry receipt(String key, String amount) {
        return new ReceiptEntry(
                "transfer",
                key,
                null,
                null,
                eur(amount),
                LocalDate.parse("2026-03-01"),
                "A payer",
                null,
                null,
                null,
                null,
                null);
    }

    public static Money eur(String amount) {
        return Money.parse(amount, "EUR");
    }
}
