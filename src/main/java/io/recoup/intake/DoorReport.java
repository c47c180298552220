package io.recoup.intake;

/**
 * What became of one delivery.
 *
 * @param inbox id of the stored bytes
 * @param applied records that changed something
 * @param unchanged records that were known already
 * @param quarantined records that could not be taken; each can be replayed
 * @param problem why the whole delivery could not be read; null when it could
 */
public record DoorReport(long inbox, int applied, int unchanged, int quarantined, String problem) {

    public boolean isClean() {
        return problem == null && quarantined == 0;
    }
}
