package io.recoup.reconciliation.generator;

/** What a payer writes of the document he pays. */
enum Wording {
    /** The issued reference, in the field for it or in the text. */
    ISSUED("issued-reference", true),
    /** The issued reference with a slip. */
    ISSUED_TYPO("issued-typo", true),
    NUMBER("named", true),
    /** The number without its first part. */
    CUT("cut", true),
    TYPO("typo", true),
    TRANSPOSED("transposed", true),
    /** The number as a scanner misread it. */
    OCR("ocr", true),
    /** The payer's own order number. */
    ORDER("order-number", true),
    /** Our customer number only. */
    CUSTOMER("customer-number", false),
    /** An older number of ours. */
    STALE("stale-reference", false),
    NONE("no-reference", false);

    final String code;

    /** Whether it tells a clerk which document is meant. */
    final boolean names;

    Wording(String code, boolean names) {
        this.code = code;
        this.names = names;
    }
}
