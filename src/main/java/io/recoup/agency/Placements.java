package io.recoup.agency;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The book of cases. Every call joins the caller's transaction. */
public interface Placements {

    /** Opens the book for a case, in state prepared. @return its id; the case number is prefix, dash and id */
    long prepare(long referral, DebtorId debtor, String agency, String prefix, Money principal, LocalDate on);

    /** Reads one and locks it until the transaction ends. */
    Optional<Placement> lock(long id);

    /** As {@link #lock(long)}, by our reference, else by the agency's own id. */
    Optional<Placement> lock(String agency, String caseNumber, String agencyCaseId);

    /** Moves the case and writes the line in its log. */
    void move(Placement from, CaseState to, CaseOutcome outcome, LocalDate closedOn, Line line);

    /** A line in the log without a move. */
    void note(Placement placement, Line line);

    /** @param raw the agency's own words; may be null. @param source the agency, rule or person who said so */
    record Line(String source, String raw, String note) {}

    void raise(long placement, String alert);

    void clearAlert(long placement);

    /** Keeps what a report stated; nulls leave what is known. */
    void keep(long placement, CaseStage stage, CaseBalance balance, Money outstanding, String raw, Instant reportedAt);
}
