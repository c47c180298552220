package io.recoup.dunning;

import io.recoup.dunning.policy.NoPolicy;
import io.recoup.dunning.policy.Policy;
import java.time.Instant;
import java.util.List;

/** The policies in force. */
public interface Policies {

    /**
     * The policy to act by now.
     *
     * @throws NoPolicy if no policy file was ever readable
     */
    Policy current();

    /** Every policy file with its faults, and every template that has some; read anew at each call. */
    List<PolicyStatus> status();

    /** The versions that were in force, the newest first. */
    List<Version> versions(int limit);

    /** @param content of the file, to the letter */
    record Version(String hash, String file, String content, Instant inForce) {}
}
