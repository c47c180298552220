package io.recoup.dunning;

import io.recoup.dunning.policy.NoPolicy;
import io.recoup.dunning.policy.Policy;
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
}
