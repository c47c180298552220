package io.recoup.bench;

/** How often recoup was killed, and in what it was disturbed. */
final class CrashDeaths {

    static final String HEADING = "kills | starting | playing | at rest | with database";

    private int all;
    private int starting;
    private int atRest;
    private int withDatabase;

    void count(boolean ready, boolean played, boolean databaseToo) {
        all++;
        starting += ready ? 0 : 1;
        atRest += played ? 1 : 0;
        withDatabase += databaseToo ? 1 : 0;
    }

    void add(CrashDeaths others) {
        all += others.all;
        starting += others.starting;
        atRest += others.atRest;
        withDatabase += others.withDatabase;
    }

    int all() {
        return all;
    }

    String row() {
        return all + " | " + starting + " | " + (all - starting - atRest) + " | " + atRest + " | " + withDatabase;
    }
}
