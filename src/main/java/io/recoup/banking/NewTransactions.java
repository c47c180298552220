package io.recoup.banking;

import java.util.List;

/** Bank transactions that nobody has looked at yet. */
public interface NewTransactions {

    /**
     * The next ones in the order they were entered, marked as taken up when the caller's transaction commits. Replicas
     * that ask at the same time get different ones. Empty when everything is taken up.
     */
    List<Entered> takeUp(int limit);

    /** @param id unique and permanent */
    record Entered(long id, BankTransaction transaction) {}
}
