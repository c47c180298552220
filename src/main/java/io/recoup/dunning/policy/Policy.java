package io.recoup.dunning.policy;

import io.recoup.mail.Letterhead;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One policy file: who claims, and how.
 *
 * @param creditor the creditor's code in the ledger: {@code default}
 * @param zone in which due dates and the business date are meant
 * @param termDays payment term for documents that state no due date, 1 to 30
 * @param procedures the first one applies; the others are kept for letters already planned under them
 * @param hash SHA-256 of the file, hex; every letter carries it
 */
public record Policy(
        Path file,
        String hash,
        String creditor,
        Letterhead letterhead,
        ZoneId zone,
        int termDays,
        List<Procedure> procedures) {

    public Policy {
        procedures = List.copyOf(procedures);
        if (termDays < 1 || termDays > 30) {
            throw new IllegalArgumentException("the payment term must be 1 to 30 days: " + termDays);
        }
    }

    public Procedure procedure() {
        return procedures.get(0);
    }

    public Optional<Procedure> procedure(String name) {
        return procedures.stream().filter(known -> known.name().equals(name)).findFirst();
    }
}
