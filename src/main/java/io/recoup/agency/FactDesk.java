package io.recoup.agency;

import io.recoup.outbox.Outbox;
import io.recoup.outbox.RecordedFact;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Works off the facts that the agency's desk hears. One that cannot be worked off is set aside, where a person sees it
 * and it is tried again; the facts after it go on.
 */
@Service
public class FactDesk {

    private static final Logger LOG = LoggerFactory.getLogger(FactDesk.class);
    private static final int FACTS_AT_ONCE = 100;

    private final Outbox outbox;
    private final FactReactions reactions;
    private final FactProblems problems;
    private final TransactionOperations transaction;

    FactDesk(Outbox outbox, FactReactions reactions, FactProblems problems, TransactionOperations transaction) {
        this.outbox = outbox;
        this.reactions = reactions;
        this.problems = problems;
        this.transaction = transaction;
    }

    /**
     * Works off the facts that came since the last call; any number of replicas may call it at once.
     *
     * @return how many facts were read
     */
    public int react(LocalDate today) {
        int read = 0;
        int batch;
        do {
            batch = transaction.execute(open -> reactToSome(open, today));
            read += batch;
        } while (batch == FACTS_AT_ONCE);
        return read;
    }

    /**
     * Tries every fact that was set aside once more, oldest first.
     *
     * @return how many are worked off now
     */
    public int replayAll(LocalDate today) {
        int settled = 0;
        for (FactProblem problem : problems.open()) {
            settled += replay(problem.fact(), "replay", today) ? 1 : 0;
        }
        return settled;
    }

    /** @return false when it is still wrong, or is not set aside any more */
    public boolean replay(long fact, String by, LocalDate today) {
        return transaction.execute(open ->
                problems.lock(fact).map(found -> replay(open, found, by, today)).orElse(false));
    }

    /** A person decides that nothing is to follow from a fact. */
    public void dismiss(long fact, String by, String why) {
        transaction.executeWithoutResult(open -> {
            if (problems.lock(fact).isEmpty()) {
                throw new RefusedCommand(RefusedCommand.Why.FACT_NOT_ASIDE, String.valueOf(fact));
            }
            problems.settle(fact, by, why);
        });
    }

    private int reactToSome(TransactionStatus open, LocalDate today) {
        List<RecordedFact> facts = outbox.take("agency", FactReactions.HEARD, FACTS_AT_ONCE);
        for (RecordedFact fact : facts) {
            attempt(open, fact, today).ifPresent(reason -> problems.setAside(fact.id(), reason));
        }
        return facts.size();
    }

    private boolean replay(TransactionStatus open, RecordedFact fact, String by, LocalDate today) {
        Optional<String> reason = attempt(open, fact, today);
        if (reason.isPresent()) {
            problems.stillWrong(fact.id(), reason.get());
            return false;
        }
        problems.settle(fact.id(), by, "worked off");
        LOG.info("fact {} ({}) was set aside and is worked off now", fact.id(), fact.type());
        return true;
    }

    /** @return why it failed, with all it did undone; empty when it did not fail */
    private Optional<String> attempt(TransactionStatus open, RecordedFact fact, LocalDate today) {
        Object before = open.createSavepoint();
        try {
            reactions.to(fact, today);
            open.releaseSavepoint(before);
            return Optional.empty();
        } catch (RuntimeException failure) {
            if (isOfTheDatabase(failure)) {
                throw failure;
            }
            open.rollbackToSavepoint(before);
            // the message may hold what must not be in a log
            LOG.error(
                    "fact {} ({}, {}) is set aside: {}; the reason is in agency_fact_problem",
                    fact.id(),
                    fact.type(),
                    fact.subject(),
                    failure.getClass().getSimpleName());
            return Optional.of(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
    }

    /** Nothing is wrong with the fact: the whole batch is taken again at the next tick. */
    private static boolean isOfTheDatabase(RuntimeException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof TransactionException;
    }
}
