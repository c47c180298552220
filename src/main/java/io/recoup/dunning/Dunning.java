package io.recoup.dunning;

import java.time.LocalDate;

/** The day's work, which timers trigger and people may. */
public interface Dunning {

    /**
     * Decides about every open item and plans the letters of the day. A second call for one date only adds what is new.
     *
     * @throws RunRefused if a later date was already run
     */
    RunReport plan(LocalDate today);

    /**
     * Sends every letter that is due, one after the other, and returns when all were tried.
     *
     * @return how many were tried
     */
    int sendDue();

    /** @param notices planned by this call */
    record RunReport(String procedure, LocalDate on, int debtors, int items, int notices, int referrals) {}
}
