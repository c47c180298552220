package io.recoup.agency;

import io.recoup.money.Money;
import io.recoup.outbox.OutTask;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ReceiptId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The book of cases. Every call joins the caller's transaction; times are by the database's clock. */
public interface Placements {

    /** Opens the book for a case, in state prepared. @return its id; the case number is prefix, dash and id */
    long prepare(long referral, DebtorId debtor, String agency, String prefix, Money principal, LocalDate on);

    void add(long placement, ItemId item, Money amount, long hold);

    /** Reads one and locks it until the transaction ends. */
    Optional<Placement> lock(long id);

    /** As {@link #lock(long)}, by our reference, else by the agency's own id. */
    Optional<Placement> lock(String agency, String caseNumber, String agencyCaseId);

    List<Placement.Part> items(long placement);

    /** Newest case of each item, live or ended. */
    List<InCase> newestWith(Collection<ItemId> items);

    record InCase(ItemId item, long placement) {}

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

    /** The case no longer has its items. */
    void letGo(long placement);

    /** The case no longer has that item. */
    void letGo(long placement, ItemId item);

    /** The case has the item again, under that hold. */
    void takeBack(long placement, ItemId item, long hold);

    // submitting

    /** The next case to submit that is due and in nobody's hands, locked. */
    Optional<Long> nextToSubmit(String agency);

    /** Keeps what will be sent, before the first attempt: every further one sends the same. */
    void freeze(long placement, Money principal, String request, List<Placement.Part> parts);

    /** @return the number of this attempt */
    int lease(long placement, Duration lease, boolean lookupFirst);

    /** @param wait null = a person decides */
    void again(long placement, Duration wait, boolean lookupFirst, String failure);

    void accepted(long placement, String agencyCaseId, Duration pollAfter);

    // polling

    /** Leases open cases that are due to be asked about; the task's body is {@code case/1} with the agency's id. */
    List<OutTask> leasePolls(String agency, int limit, Duration lease);

    /** @return false when the attempt is no longer the current one */
    boolean polled(OutTask task, Duration next, boolean failed);

    int pollFailures(long placement);

    // payments told by the agency

    /** Writes the payment down once, and locks it. */
    KnownPayment enter(long placement, CasePayment payment);

    /** @param receipt null when none was booked. @param fresh it was not known before */
    record KnownPayment(long id, Money amount, ReceiptId receipt, boolean reversed, boolean fresh) {}

    void booked(long payment, ReceiptId receipt);

    void reversed(long payment);

    boolean isFromAgency(ReceiptId receipt);
}
