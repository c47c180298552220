package io.recoup.dunning.desk;

import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.store.DraftStore;
import io.recoup.dunning.store.DraftStore.Asking;
import io.recoup.dunning.store.LookStore;
import io.recoup.dunning.store.RunStore;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How a run begins and ends: what becomes of its letters once it is known how many there are. */
@Component
class RunEnd {

    private static final Logger LOG = LoggerFactory.getLogger(RunEnd.class);

    private final RunStore runs;
    private final DraftStore drafts;
    private final LookStore looks;

    RunEnd(RunStore runs, DraftStore drafts, LookStore looks) {
        this.runs = runs;
        this.drafts = drafts;
        this.looks = looks;
    }

    void begin(Policy policy, LocalDate today) {
        runs.open(policy, today);
        drafts.supersede(today);
        looks.doubtLettersThatStayed(today);
    }

    /** Releases the letters that need nobody's approval, unless the run is out of proportion. */
    void finish(Policy policy, LocalDate today, RunCounts counts) {
        runs.lock(today);
        int usual = runs.usualLetters(today);
        int letters = drafts.countUnreleased(today);
        boolean blown = policy.creditor().fuse().blows(letters, usual) && !runs.isApproved(today);
        if (blown) {
            drafts.hold(today);
        }
        runs.finish(today, counts.counted(), usual);
        if (blown) {
            runs.wait(today, Reason.of("run.fuse", letters, usual).stored());
            LOG.warn("the run of {} waits for a person: {} letters, usual are {}", today, letters, usual);
            return;
        }
        List<Asking> asking = policy.procedures().stream()
                .flatMap(procedure -> procedure.levels().stream()
                        .filter(level -> level.approval())
                        .map(level -> new Asking(procedure.name(), level.name())))
                .toList();
        drafts.release(today, asking);
        int waiting = drafts.count(today);
        if (waiting > 0) {
            runs.wait(today, Reason.of("run.levels", waiting).stored());
        }
    }
}
