package io.recoup.reconciliation.generator;

/** What somebody does with a payment. */
enum Deed {
    /** One document in full. */
    SINGLE("single"),
    /** Several documents at once. */
    BUNDLE("bundle"),
    /** One document less the early-payment discount, within its window. */
    DISCOUNT("discount"),
    /** The same one to three days after the window, which most creditors let pass. */
    LATE_DISCOUNT("late-discount"),
    /** A part of one document; the rest stays open. */
    PARTIAL("partial"),
    /** One document in two or three payments. */
    SPLIT("split"),
    /** One instalment. */
    INSTALMENT("instalment"),
    /** Documents less a credit note. */
    NETTED("netted"),
    /** One document less something the payer holds against us; that stays open. */
    DEDUCTION("deduction"),
    /** One document and some more. */
    OVERPAID("overpaid"),
    /** A round sum for no document in particular. */
    ON_ACCOUNT("on-account"),
    /** A document and the fee of its reminder. */
    DUNNING_FEE("dunning-fee"),
    /** What a reminder listed. */
    REMINDED("reminded"),
    /** Two equal documents by two equal payments on one day. */
    TWINS("twins"),
    /** A round sum for the oldest documents. */
    OLDEST_FIRST("oldest-first"),
    /** This month's rent by standing order. */
    STANDING_ORDER("standing-order"),
    /** What was paid already. */
    DOUBLE("double-payment"),
    /** A document that was settled before and is not in the list. */
    SETTLED_BEFORE("settled-before"),
    /** What is not invoiced yet. */
    PREPAID("prepaid"),
    /** Another supplier's document, by mistake to us. */
    MISDIRECTED("misdirected"),
    /** An unknown payer's money with the amount of an open item. */
    EQUAL_AMOUNT("equal-amount"),
    /** An unknown payer's money with another supplier's number that looks like ours. */
    FOREIGN_NUMBER("foreign-number"),
    /** An unknown payer's money with a right reference that is not ours. */
    FOREIGN_REFERENCE("foreign-reference"),
    /** A supplier's refund that names a number of ours. */
    REFUND("refund"),
    TAX("tax"),
    CARD("card"),
    PRIVATE("private"),
    INTEREST("interest");

    final String code;

    Deed(String code) {
        this.code = code;
    }

    /** A payment that looks like paying an open item but does not. */
    boolean isHardNegative() {
        return switch (this) {
            case DOUBLE,
                    SETTLED_BEFORE,
                    PREPAID,
                    MISDIRECTED,
                    EQUAL_AMOUNT,
                    FOREIGN_NUMBER,
                    FOREIGN_REFERENCE,
                    REFUND -> true;
            default -> false;
        };
    }
}
