package io.recoup.reconciliation.generator;

/**
 * How often what happens, layer by layer. Shares are fractions of 1.
 *
 * @param deeds what a debtor's payment pays
 * @param wordings what is written of one document
 * @param listings what is written of several
 */
record Rates(
        Society society,
        Documents documents,
        Odds<Unit.Habit> habits,
        Odds<Deed> deeds,
        Odds<Wording> wordings,
        Odds<Listing> listings,
        Banks banks,
        Others others) {

    /**
     * @param groups share of units that are groups of companies
     * @param sharedPayers share of units whose debtors one account pays for: a factor, a parent, an accountant
     * @param knownAccount share of accounts that the master data has
     * @param renamed share of debtors whose account still bears another name
     * @param privatePayers share of debtors for whom a person pays from an account of his own
     * @param creditsPerUnit mean
     * @param skew exponent of the sizes: the n-th largest unit pays in proportion to (n + 5) to the power of -skew
     */
    record Society(
            double groups,
            double sharedPayers,
            double knownAccount,
            double renamed,
            double privatePayers,
            int creditsPerUnit,
            double skew) {}

    /**
     * @param references share of debtors whose invoices carry an issued reference
     * @param orders share of documents with the customer's order number
     * @param unpaid documents that stay unpaid for each that is paid
     * @param together share of days of issue on which a debtor gets several documents
     */
    record Documents(
            double references,
            double orders,
            double unpaid,
            double together,
            Odds<Pricing> pricing,
            Odds<Terms> terms) {}

    /**
     * @param scripts what is left of letters
     * @param textWidths after how many characters a bank breaks the text
     * @param nameWidths after how many characters a bank cuts the name
     * @param charged share of payments from outside SEPA that lose charges on their way
     * @param converted share of payments from outside SEPA made in the payer's currency
     * @param returned share of credits that are taken back
     * @param outgoing debits of ours for each credit
     */
    record Banks(
            Odds<Script> scripts,
            Odds<Integer> textWidths,
            Odds<Integer> nameWidths,
            double charged,
            double converted,
            double returned,
            double outgoing) {}

    /**
     * Credits that come from nobody who owes us.
     *
     * @param share of all credits
     */
    record Others(double share, Odds<Deed> deeds) {}

    Rates with(Odds<Wording> other) {
        return new Rates(society, documents, habits, deeds, other, listings, banks, others);
    }

    Rates with(Banks other) {
        return new Rates(society, documents, habits, deeds, wordings, listings, other, others);
    }
}
