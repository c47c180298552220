package io.recoup.agency;

import io.recoup.calendar.BusinessDay;
import io.recoup.money.Money;
import io.recoup.outbox.Failure;
import io.recoup.outbox.OutDoor;
import io.recoup.outbox.OutTask;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.OpenItem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@code recoup:placements?agency=…}: new cases on their way to an agency. The body is {@code case/1} with
 * {@code idempotencyKey}, {@code attempt} and {@code lookupFirst}; the reply is {@code {"agencyCaseId": "…", "state":
 * "submitted"}} or a whole {@code case-report/1}.
 *
 * <p>A case is submitting, in the database, before it leaves. An attempt that may have arrived is never blindly
 * repeated: the next one asks for a look-up by our reference, or goes out under the same key, or waits for a person, as
 * {@link AgencySettings.Repeat} says of that agency.
 */
@Component
class PlacementsDoor implements OutDoor {

    private static final Logger LOG = LoggerFactory.getLogger(PlacementsDoor.class);

    /** Failures after which a person should look, though attempts go on. */
    private static final int MANY_ATTEMPTS = 5;

    private final Placements placements;
    private final CaseNotices notices;
    private final CaseEnds ends;
    private final CaseDesk cases;
    private final Ledger ledger;
    private final Accounts accounts;
    private final LedgerMarks marks;
    private final AgencySettings settings;
    private final BusinessDay day;
    private final TransactionOperations transaction;

    PlacementsDoor(
            Placements placements,
            CaseNotices notices,
            CaseEnds ends,
            CaseDesk cases,
            Ledger ledger,
            Accounts accounts,
            LedgerMarks marks,
            AgencySettings settings,
            BusinessDay day,
            TransactionOperations transaction) {
        this.placements = placements;
        this.notices = notices;
        this.ends = ends;
        this.cases = cases;
        this.ledger = ledger;
        this.accounts = accounts;
        this.marks = marks;
        this.settings = settings;
        this.day = day;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "placements";
    }

    /** One case per transaction, so that no two debtors are ever locked together. */
    @Override
    public List<OutTask> claim(String agency, int limit) {
        List<OutTask> tasks = new ArrayList<>();
        boolean more = true;
        while (more && tasks.size() < limit) {
            more = transaction.execute(open -> placements
                    .nextToSubmit(agency)
                    .map(id -> {
                        claim(placements.lock(id).orElseThrow()).ifPresent(tasks::add);
                        return true;
                    })
                    .orElse(false));
        }
        return tasks;
    }

    private Optional<OutTask> claim(Placement placement) {
        boolean lookupFirst = placement.lookupFirst();
        String request = placement.request();
        if (placement.state() == CaseState.PREPARED) {
            Optional<String> frozen = freeze(placement);
            if (frozen.isEmpty()) {
                return Optional.empty();
            }
            request = frozen.get();
        } else if (placement.leased()) {
            // the replica that had it never said how it went
            AgencySettings.Repeat repeat = settings.of(placement.agency()).repeat();
            if (repeat == AgencySettings.Repeat.NONE) {
                leaveToPerson(placement, "no answer came to attempt " + placement.attempt());
                return Optional.empty();
            }
            lookupFirst = lookupFirst || repeat == AgencySettings.Repeat.LOOKUP;
        }
        int attempt = placements.lease(placement.id(), settings.lease(), lookupFirst);
        return Optional.of(new OutTask(
                placement.id(),
                placement.idempotencyKey().toString(),
                attempt,
                CaseBody.attempt(request, attempt, lookupFirst)));
    }

    /** The last look at the ledger. Empty when the case does not leave, because all is paid or an item is disputed. */
    private Optional<String> freeze(Placement placement) {
        ledger.lock(placement.debtor());
        if (notices.withdrawIfPaid(placement, today())) {
            return Optional.empty();
        }
        DebtorAccount account = accounts.account(placement.debtor());
        List<Placement.Part> parts = placements.items(placement.id());
        List<ItemId> ids = parts.stream().map(Placement.Part::item).toList();
        Optional<DebtorAccount.Hold> dispute = account.holds().stream()
                .filter(hold -> hold.kind().equals("dispute") && hold.coversOn(today()))
                .filter(hold -> hold.item() == null || ids.contains(hold.item()))
                .findFirst();
        if (dispute.isPresent()) {
            placements.again(placement.id(), null, false, null);
            placements.raise(
                    placement.id(),
                    "an item is disputed since approval: release the hold and retry, or recall the case");
            return Optional.empty();
        }
        List<OpenItem> open = account.openItems().stream()
                .filter(item -> ids.contains(item.id()))
                .toList();
        parts.stream()
                .filter(part -> open.stream().noneMatch(item -> item.id().equals(part.item())))
                .forEach(part -> {
                    ledger.release(part.hold(), "agency");
                    placements.letGo(placement.id(), part.item());
                });
        Money principal = open.stream().map(OpenItem::open).reduce(Money::plus).orElseThrow();
        String request = CaseBody.of(placement, principal, account, open);
        Map<ItemId, Long> newest = marks.newestPostings(ids);
        placements.freeze(
                placement.id(),
                principal,
                request,
                open.stream()
                        .map(item -> new Placement.Part(item.id(), item.open(), 0, newest.get(item.id()), true))
                        .toList());
        placements.move(placement, CaseState.SUBMITTING, null, null, line(null, principal + " handed over"));
        return Optional.of(request);
    }

    @Override
    public void succeeded(OutTask task, String replyJson) {
        transaction.executeWithoutResult(open -> current(task).ifPresent(placement -> {
            try {
                accept(placement, replyJson);
            } catch (IllegalArgumentException unreadable) {
                failed(placement, Failure.MALFORMED, unreadable.getMessage());
            }
        }));
    }

    private void accept(Placement placement, String replyJson) {
        CaseReport report = PlacementReply.read(replyJson, placement);
        Optional<Placement> other = placements.lock(placement.agency(), null, report.agencyCaseId());
        if (other.isPresent()) {
            throw new IllegalArgumentException("it answered with " + report.agencyCaseId() + ", which is case "
                    + other.get().caseNumber());
        }
        Placement submitted = cases.accept(
                placement, report.agencyCaseId(), new Placements.Line(placement.agency(), report.raw(), null), today());
        cases.enter(submitted, report, today());
    }

    @Override
    public void failed(OutTask task, Failure failure, String message) {
        transaction.executeWithoutResult(
                open -> current(task).ifPresent(placement -> failed(placement, failure, message)));
    }

    private void failed(Placement placement, Failure failure, String message) {
        LOG.info("case {} attempt {}: {}", placement.caseNumber(), placement.attempt(), failure);
        String why = failure + ": " + message;
        AgencySettings.Repeat repeat = settings.of(placement.agency()).repeat();
        switch (failure) {
            case REFUSED -> ends.reject(placement, line(message, null), today());
            case UNREACHABLE, THROTTLED -> again(placement, placement.lookupFirst(), why);
            case UNAUTHORISED -> {
                again(placement, placement.lookupFirst(), why);
                placements.raise(placement.id(), "the agency refuses our credentials: renew them; attempts go on");
            }
            case UNCERTAIN, MALFORMED -> {
                if (repeat == AgencySettings.Repeat.NONE) {
                    leaveToPerson(placement, why);
                    return;
                }
                again(placement, placement.lookupFirst() || repeat == AgencySettings.Repeat.LOOKUP, why);
                if (failure == Failure.MALFORMED) {
                    placements.raise(placement.id(), "the agency's answer makes no sense to us: " + message);
                }
            }
        }
    }

    private void again(Placement placement, boolean lookupFirst, String why) {
        Duration wait = settings.waitAfter(placement.attempt());
        placements.again(placement.id(), wait, lookupFirst, why);
        if (placement.attempt() == MANY_ATTEMPTS) {
            placements.raise(placement.id(), MANY_ATTEMPTS + " attempts failed, the last one: " + why);
        }
    }

    private void leaveToPerson(Placement placement, String why) {
        placements.again(placement.id(), null, true, why);
        placements.raise(
                placement.id(),
                "nobody knows whether the agency has it: ask for case " + placement.caseNumber()
                        + ", then confirm it with the agency's number or retry");
        placements.note(placement, line(null, why));
    }

    /** Empty when a later attempt is out, or the case went on without this answer. */
    private Optional<Placement> current(OutTask task) {
        return placements
                .lock(task.id())
                .filter(placement -> placement.state() == CaseState.SUBMITTING
                        && placement.attempt() == task.attempt()
                        && placement.leased());
    }

    private LocalDate today() {
        return day.today(settings.zone());
    }

    private static Placements.Line line(String raw, String note) {
        return new Placements.Line("agency", raw, note);
    }
}
