package io.recoup.agency;

import io.recoup.calendar.BusinessDay;
import io.recoup.outbox.Failure;
import io.recoup.outbox.OutDoor;
import io.recoup.outbox.OutTask;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final Placements placements;
    private final Submissions submissions;
    private final HandOver handOver;
    private final FailedAttempts failures;
    private final CaseDesk cases;
    private final AgencySettings settings;
    private final BusinessDay day;
    private final TransactionOperations transaction;

    PlacementsDoor(
            Placements placements,
            Submissions submissions,
            HandOver handOver,
            FailedAttempts failures,
            CaseDesk cases,
            AgencySettings settings,
            BusinessDay day,
            TransactionOperations transaction) {
        this.placements = placements;
        this.submissions = submissions;
        this.handOver = handOver;
        this.failures = failures;
        this.cases = cases;
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
            more = transaction.execute(open -> submissions
                    .next(agency)
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
            Optional<String> frozen = handOver.freeze(placement, today());
            if (frozen.isEmpty()) {
                return Optional.empty();
            }
            request = frozen.get();
        } else if (placement.leased()) {
            // the replica that had it never said how it went
            AgencySettings.Repeat repeat = settings.of(placement.agency()).repeat();
            if (repeat == AgencySettings.Repeat.NONE) {
                failures.leaveToPerson(placement, "no answer came to attempt " + placement.attempt());
                return Optional.empty();
            }
            lookupFirst = lookupFirst || repeat == AgencySettings.Repeat.LOOKUP;
        }
        int attempt = submissions.lease(placement.id(), settings.lease(), lookupFirst);
        return Optional.of(new OutTask(
                placement.id(),
                placement.idempotencyKey().toString(),
                attempt,
                CaseBody.attempt(request, attempt, lookupFirst)));
    }

    @Override
    public void succeeded(OutTask task, String replyJson) {
        transaction.executeWithoutResult(open -> current(task).ifPresent(placement -> {
            try {
                accept(placement, replyJson);
            } catch (IllegalArgumentException unreadable) {
                failures.failed(placement, Failure.MALFORMED, unreadable.getMessage(), today());
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
                open -> current(task).ifPresent(placement -> failures.failed(placement, failure, message, today())));
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
}
