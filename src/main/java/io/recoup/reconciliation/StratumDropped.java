package io.recoup.reconciliation;

import io.recoup.outbox.Fact;
import java.time.LocalDate;

/**
 * A kind of evidence went wrong more often than allowed: nothing is booked by it unasked any more, until a person looks
 * at it and moves it back.
 *
 * @param decisions answers of persons on it, of those matches that the shipped thresholds would book
 * @param wrong how many of these were wrong
 * @param bound most likely share of wrong ones, at 95 %
 */
public record StratumDropped(String stratum, long decisions, long wrong, double bound, String why, LocalDate on)
        implements Fact {
    @Override
    public String subject() {
        return "stratum:" + stratum;
    }
}
