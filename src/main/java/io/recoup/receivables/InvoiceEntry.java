package io.recoup.receivables;

import io.recoup.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A document as its source states it: the content of {@code invoice/1}.
 *
 * @param changedAt the source's version; null when it has none; an older version never overwrites a newer one
 * @param dueOn last day to pay; null = issue date plus the term of the debtor, else of the creditor
 * @param total gross amount, above zero (of a credit note too)
 * @param open what the source still holds as unpaid; null = the total
 * @param cancelled true when the source withdrew the document
 * @param paid true when the source states {@code state: paid}; then {@code open} counts as zero
 * @param hold null when the source asks for none
 */
public record InvoiceEntry(
        String source,
        String sourceId,
        Instant changedAt,
        ItemKind kind,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money total,
        Money open,
        boolean paid,
        boolean cancelled,
        String reference,
        String orderReference,
        String creditNoteFor,
        HoldEntry hold,
        List<Instalment> instalments,
        List<Discount> discounts,
        List<Document> documents,
        DebtorEntry debtor) {

    public record Instalment(int number, LocalDate dueOn, Money amount) {}

    /** @param percent early-payment discount in percent (2 = 2 %) when paid by {@code until}, inclusive */
    public record Discount(LocalDate until, BigDecimal percent) {}

    public record Document(String kind, String url) {}

    /** @param until last day, inclusive; null = until the source releases it */
    public record HoldEntry(String kind, LocalDate until, String reason) {}
}
