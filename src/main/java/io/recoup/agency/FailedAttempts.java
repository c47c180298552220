package io.recoup.agency;

import io.recoup.outbox.Failure;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What becomes of a case whose submission failed. Runs in the caller's transaction. */
@Component
class FailedAttempts {

    private static final Logger LOG = LoggerFactory.getLogger(FailedAttempts.class);

    /** Failures after which a person should look, though attempts go on. */
    private static final int MANY_ATTEMPTS = 5;

    private final Placements placements;
    private final Submissions submissions;
    private final CaseEnds ends;
    private final AgencySettings settings;

    FailedAttempts(Placements placements, Submissions submissions, CaseEnds ends, AgencySettings settings) {
        this.placements = placements;
        this.submissions = submissions;
        this.ends = ends;
        this.settings = settings;
    }

    void failed(Placement placement, Failure failure, String message, LocalDate today) {
        LOG.info("case {} attempt {}: {}", placement.caseNumber(), placement.attempt(), failure);
        String why = failure + ": " + message;
        AgencySettings.Repeat repeat = settings.of(placement.agency()).repeat();
        switch (failure) {
            case REFUSED -> ends.reject(placement, new Placements.Line("agency", message, null), today);
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

    /** Nobody knows whether the agency has the case, and asking twice could open two. */
    void leaveToPerson(Placement placement, String why) {
        submissions.again(placement.id(), null, true, why);
        placements.raise(
                placement.id(),
                "nobody knows whether the agency has it: ask for case " + placement.caseNumber()
                        + ", then confirm it with the agency's number or retry");
        placements.note(placement, new Placements.Line("agency", null, why));
    }

    private void again(Placement placement, boolean lookupFirst, String why) {
        Duration wait = settings.waitAfter(placement.attempt());
        submissions.again(placement.id(), wait, lookupFirst, why);
        if (placement.attempt() == MANY_ATTEMPTS) {
            placements.raise(placement.id(), MANY_ATTEMPTS + " attempts failed, the last one: " + why);
        }
    }
}
