package io.recoup.agency;

import io.recoup.calendar.BusinessDay;
import io.recoup.outbox.Failure;
import io.recoup.outbox.OutDoor;
import io.recoup.outbox.OutTask;
import java.time.LocalDate;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@code recoup:direct-payments} and {@code recoup:recalls}: what an agency must hear of a case it has. The body is
 * {@code direct-payment/1} or {@code recall/1}. The reply may be empty or a {@code case-report/1}.
 */
class CaseMessagesDoor implements OutDoor {

    private final String name;
    private final CaseMessages.Kind kind;
    private final CaseMessages messages;
    private final Placements placements;
    private final CaseDesk cases;
    private final AgencySettings settings;
    private final BusinessDay day;
    private final TransactionOperations transaction;

    CaseMessagesDoor(
            String name,
            CaseMessages.Kind kind,
            CaseMessages messages,
            Placements placements,
            CaseDesk cases,
            AgencySettings settings,
            BusinessDay day,
            TransactionOperations transaction) {
        this.name = name;
        this.kind = kind;
        this.messages = messages;
        this.placements = placements;
        this.cases = cases;
        this.settings = settings;
        this.day = day;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<OutTask> claim(String agency, int limit) {
        List<OutTask> leased = transaction.execute(open -> messages.lease(
                kind, agency, limit, settings.lease(), a -> settings.of(a).repeatMessages()));
        return leased.stream()
                .map(task -> new OutTask(task.id(), task.key(), task.attempt(), CaseBody.message(task.json())))
                .toList();
    }

    @Override
    public void succeeded(OutTask task, String replyJson) {
        LocalDate today = day.today(settings.zone());
        Long told = transaction.execute(open -> messages.done(task));
        if (told == null || replyJson == null || replyJson.isBlank() || !replyJson.contains("\"state\"")) {
            return;
        }
        // the message is delivered whatever else the reply says; the next poll will tell the state anyway
        try {
            String agency = transaction.execute(
                    open -> placements.lock(told).orElseThrow().agency());
            CaseNewsReader.read(replyJson, agency).forEach(news -> cases.record(news, today));
        } catch (IllegalArgumentException | RefusedNews unreadable) {
            transaction.executeWithoutResult(open -> placements.raise(
                    told, "the agency took our message, but its answer makes no sense: " + unreadable.getMessage()));
        }
    }

    @Override
    public void failed(OutTask task, Failure failure, String message) {
        String why = failure + ": " + message;
        transaction.executeWithoutResult(open -> {
            boolean doubtful = failure == Failure.UNCERTAIN || failure == Failure.MALFORMED;
            if (failure == Failure.REFUSED) {
                raise(messages.stop(task, "refused", why), "the agency refuses our " + word() + ": " + message);
            } else if (doubtful && !mayRepeat(task)) {
                raise(
                        messages.stop(task, "unknown", why),
                        "nobody knows whether the agency has our " + word() + ": ask it, then retry if it has not");
            } else {
                Long placement = messages.again(task, settings.waitAfter(task.attempt()), why);
                if (failure == Failure.UNAUTHORISED || failure == Failure.MALFORMED) {
                    raise(placement, "our " + word() + " does not get through: " + why);
                }
            }
        });
    }

    private boolean mayRepeat(OutTask task) {
        String agency = CaseBody.agencyOf(task.json());
        return settings.of(agency).repeatMessages();
    }

    private void raise(Long placement, String alert) {
        if (placement != null) {
            placements.raise(placement, alert);
        }
    }

    private String word() {
        return kind == CaseMessages.Kind.RECALL ? "recall" : "notice of a payment";
    }
}
