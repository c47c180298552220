package io.recoup.agency;

import io.recoup.calendar.BusinessDay;
import io.recoup.outbox.Failure;
import io.recoup.outbox.OutDoor;
import io.recoup.outbox.OutTask;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@code recoup:case-polls?agency=…}: open cases to be asked about. The body is {@code case/1} with
 * {@code agencyCaseId}; the reply is one {@code case-report/1} or {@code case-payment/1}, or a list of them. Asking
 * changes nothing at the agency, so it may be repeated freely.
 */
@Component
class CasePollsDoor implements OutDoor {

    private static final Logger LOG = LoggerFactory.getLogger(CasePollsDoor.class);

    /** Failures in a row after which a person should look. */
    private static final int MANY_FAILURES = 5;

    private final Placements placements;
    private final CasePolls polls;
    private final CaseDesk cases;
    private final AgencySettings settings;
    private final BusinessDay day;
    private final TransactionOperations transaction;

    CasePollsDoor(
            Placements placements,
            CasePolls polls,
            CaseDesk cases,
            AgencySettings settings,
            BusinessDay day,
            TransactionOperations transaction) {
        this.placements = placements;
        this.polls = polls;
        this.cases = cases;
        this.settings = settings;
        this.day = day;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "case-polls";
    }

    @Override
    public List<OutTask> claim(String agency, int limit) {
        return transaction.execute(open -> polls.lease(agency, limit, settings.lease()));
    }

    /** What the reply tells is entered whole or, when a part of it is refused, not at all. */
    @Override
    public void succeeded(OutTask task, String replyJson) {
        LocalDate today = day.today(settings.zone());
        try {
            transaction.executeWithoutResult(open -> {
                String agency = placements.lock(task.id()).orElseThrow().agency();
                if (polls.polled(task, settings.pollEvery(), false)) {
                    CaseNewsReader.read(replyJson, agency).forEach(news -> cases.record(news, today));
                }
            });
        } catch (IllegalArgumentException | RefusedNews unreadable) {
            failed(task, Failure.MALFORMED, unreadable.getMessage());
        }
    }

    @Override
    public void failed(OutTask task, Failure failure, String message) {
        LOG.info("poll of placement {}: {} {}", task.id(), failure, message);
        transaction.executeWithoutResult(open -> {
            int failures = polls.failures(task.id()) + 1;
            boolean current = polls.polled(task, settings.waitAfter(failures), true);
            boolean hopeless = failure == Failure.MALFORMED
                    || failure == Failure.UNAUTHORISED
                    || failure == Failure.REFUSED
                    || failures == MANY_FAILURES;
            if (current && hopeless) {
                placements.raise(task.id(), "its state cannot be asked for: " + failure + ": " + message);
            }
        });
    }
}
