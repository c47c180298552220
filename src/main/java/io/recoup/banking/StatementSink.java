package io.recoup.banking;

/** Receives what a statement file holds, in file order, while it is being read. */
public interface StatementSink {

    /**
     * Called before the first transaction of each document.
     *
     * @param format such as {@code camt.053.001.08}
     */
    default void document(String format) {}

    /** Called as each payment item ends; its statement follows when that ends. */
    void transaction(BankTransaction transaction);

    /** Called after the last transaction of each statement. */
    void statement(BankStatement statement);

    /** Called for what had to be left out; the rest of the file goes on. */
    void rejected(RejectedEntry entry);
}
