package io.recoup.dunning;

import io.recoup.mail.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * How a policy file or a template stands.
 *
 * @param activeHash SHA-256 of the version in force; null when none of this file is
 * @param problems of the file as it is now; while there are any, the version in force is the last good one
 */
public record PolicyStatus(Path file, String activeHash, List<Problem> problems) {

    public boolean isBroken() {
        return !problems.isEmpty();
    }
}
