package io.recoup.intake.door;

/** What one record does to the books; joins the caller's transaction. */
@FunctionalInterface
interface Change {

    /** @return whether anything was new */
    boolean make();
}
