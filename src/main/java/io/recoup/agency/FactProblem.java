package io.recoup.agency;

import java.time.Instant;

/**
 * A fact that could not be worked off.
 *
 * @param type simple class name of the fact
 * @param subject what it is about, e.g. {@code item:42}
 * @param tries how often it failed
 */
public record FactProblem(long fact, String type, String subject, String reason, int tries, Instant foundAt) {}
