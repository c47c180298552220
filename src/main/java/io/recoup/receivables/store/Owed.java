package io.recoup.receivables.store;

/** What posting has to know of a document or its part. */
sealed interface Owed permits ItemStore.Row, OpenItemStore.Row {

    long id();

    long debtorId();

    String kind();

    String number();

    String currency();

    /** The ERP that owns it, or {@link io.recoup.receivables.OpenItem#OWN_SOURCE}. */
    String source();

    /** True of a document whose instalments carry its money. */
    boolean moneyless();
}
