package io.recoup.intake.door;

import java.util.List;

/** What one record does to the books; joins the caller's transaction. */
@FunctionalInterface
interface Change {

    /** @return whether anything was new */
    boolean make();

    /**
     * Makes changes of one delivery, this one among them, in one go. All or none: what fails is made again one by one.
     *
     * @return how many brought anything new
     */
    default int makeAll(List<Change> changes) {
        int applied = 0;
        for (Change change : changes) {
            applied += change.make() ? 1 : 0;
        }
        return applied;
    }
}
