package io.recoup.banking;

/** What reading an element of {@link CamtElement} means. Those up to {@link #RETURNED} hold elements, the others text. */
enum CamtMeaning {
    PASSAGE,
    STATEMENT,
    BALANCE,
    ENTRY,
    DETAIL,
    RETURNED,
    STATEMENT_ID,
    CREATED,
    ACCOUNT,
    ACCOUNT_CURRENCY,
    BALANCE_KIND,
    BALANCE_AMOUNT,
    BALANCE_SIGN,
    BALANCE_DAY,
    ENTRY_AMOUNT,
    ENTRY_SIGN,
    ENTRY_REVERSAL,
    ENTRY_STATUS,
    ENTRY_BOOKED,
    ENTRY_VALUE,
    ENTRY_BANK_ID,
    ENTRY_TEXT,
    BANK_ID,
    END_TO_END_ID,
    AMOUNT,
    TRANSACTION_AMOUNT,
    COUNTER_VALUE,
    INSTRUCTED_AMOUNT,
    SIGN,
    DEBTOR_NAME,
    DEBTOR_ACCOUNT,
    DEBTOR_BIC,
    ULTIMATE_DEBTOR,
    CREDITOR_NAME,
    CREDITOR_ACCOUNT,
    CREDITOR_BIC,
    ULTIMATE_CREDITOR,
    SETTLED,
    REFERENCE,
    REMITTANCE,
    REMITTANCE_MORE,
    TEXT;

    boolean isText() {
        return compareTo(RETURNED) > 0;
    }
}
