package io.recoup.agency;

import io.recoup.outbox.RecordedFact;
import java.util.List;
import java.util.Optional;

/** The facts that were set aside. Every call but {@link #open()} joins the caller's transaction. */
public interface FactProblems {

    void setAside(long fact, String reason);

    /** Those that wait, oldest first, at most 1,000. */
    List<FactProblem> open();

    /** Reads one and locks it until the transaction ends; empty when it does not wait, or another one holds it. */
    Optional<RecordedFact> lock(long fact);

    void stillWrong(long fact, String reason);

    /** @param how what became of it */
    void settle(long fact, String by, String how);
}
