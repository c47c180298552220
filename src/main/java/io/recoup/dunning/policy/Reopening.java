package io.recoup.dunning.policy;

/**
 * What happens to an item whose payment was taken back.
 *
 * @param coolDownDays days from the reversal in which nothing is sent about it, at least 1
 * @param backTo name of the level it goes on with; null = the first level after the due date
 */
public record Reopening(int coolDownDays, String backTo) {

    public static final Reopening DEFAULT = new Reopening(7, null);

    public Reopening {
        if (coolDownDays < 1) {
            throw new IllegalArgumentException("at least one day must pass after a reversal: " + coolDownDays);
        }
    }
}
