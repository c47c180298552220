package io.recoup.agency;

import io.recoup.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Attempts to submit cases. Every call joins the caller's transaction; times are by the database's clock. */
public interface Submissions {

    /** The next case to submit that is due and in nobody's hands, locked. */
    Optional<Long> next(String agency);

    /** Keeps what will be sent, before the first attempt: every further one sends the same. */
    void freeze(long placement, Money principal, String request, List<Placement.Part> parts);

    /** @return the number of this attempt */
    int lease(long placement, Duration lease, boolean lookupFirst);

    /** @param wait null = a person decides */
    void again(long placement, Duration wait, boolean lookupFirst, String failure);

    void accepted(long placement, String agencyCaseId, Duration pollAfter);
}
