package io.recoup.banking;

import java.util.List;

/** Bank transactions, for whoever looks at each once. */
public interface NewTransactions {

    /**
     * The next ones in the order they were entered, marked as taken up when the caller's transaction commits. Replicas
     * that ask at the same time get different ones. Empty when everything is taken up.
     */
    List<Entered> takeUp(int limit);

    /** One that was taken up before. */
    Entered known(long id);

    /** @param id unique and permanent */
    record Entered(long id, BankTransaction transaction) {}
}
