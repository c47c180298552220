package io.recoup.agency;

import io.recoup.outbox.OutTask;
import java.time.Duration;
import java.util.List;

/** When open cases are asked about. Every call joins the caller's transaction; times are by the database's clock. */
public interface CasePolls {

    /** Leases open cases that are due to be asked about; the task's body is {@code case/1} with the agency's id. */
    List<OutTask> lease(String agency, int limit, Duration lease);

    /** @return false when the attempt is no longer the current one */
    boolean polled(OutTask task, Duration next, boolean failed);

    /** @return failures in a row */
    int failures(long placement);
}
