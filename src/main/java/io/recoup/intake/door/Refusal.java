package io.recoup.intake.door;

import io.recoup.agency.RefusedNews;
import io.recoup.intake.contract.Flaw;
import io.recoup.intake.contract.FlawedRecord;
import io.recoup.receivables.RefusedDocument;
import io.recoup.refusal.Refused;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells records that are wrong from a database that is away, and says the former in words. */
final class Refusal {

    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);
    private static final String IN_SOURCE = "correct it in the source, or replay it once what it refers to is there";

    private Refusal() {}

    /** Whether the same record may well be taken in a moment: nothing is wrong with it. */
    static boolean isOfTheDatabase(RuntimeException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof QueryTimeoutException
                || failure instanceof TransactionException;
    }

    static List<Flaw> flaws(RuntimeException failure, long inbox, long line) {
        if (failure instanceof FlawedRecord flawed) {
            return flawed.flaws();
        }
        if (failure instanceof RefusedDocument
                || failure instanceof Refused
                || failure instanceof RefusedNews
                || failure instanceof IllegalArgumentException) {
            return List.of(new Flaw("", String.valueOf(failure.getMessage()), IN_SOURCE));
        }
        if (failure instanceof DataIntegrityViolationException refused) {
            String cause = String.valueOf(refused.getMostSpecificCause().getMessage());
            String first = cause.lines().findFirst().orElse("");
            return List.of(new Flaw("", "the database refuses it: " + first, IN_SOURCE));
        }
        LOG.error("delivery {} line {}: unexpected failure, quarantined", inbox, line, failure);
        return List.of(new Flaw(
                "",
                "recoup failed on it: " + failure.getClass().getSimpleName(),
                "report this with the log, and replay it after the repair"));
    }
}
