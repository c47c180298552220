package io.recoup.dunning;

import io.recoup.mail.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * How a policy file stands.
 *
 * @param activeHash hash of the version in force; null when it was never readable
 * @param problems of the file as it is now; while there are any, the version in force is the last good one
 */
public record PolicyStatus(Path file, String activeHash, List<Problem> problems) {

    public boolean isBroken() {
        return !problems.isEmpty();
    }
}
