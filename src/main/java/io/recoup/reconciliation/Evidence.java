package io.recoup.reconciliation;

import io.recoup.reconciliation.backtest.ErrorBound;

/**
 * What persons' answers say of one kind of evidence, among those matches that the shipped thresholds would book.
 *
 * @param decisions how many have an answer
 * @param wrong how many of these were wrong
 * @param bound the share of wrong ones lies below it, with 95 % confidence; 1 when there is no answer
 */
public record Evidence(long decisions, long wrong, double bound) {

    public static Evidence of(long decisions, long wrong) {
        return new Evidence(decisions, wrong, ErrorBound.upper(wrong, decisions));
    }
}
