package io.recoup.reconciliation.desk;

/** A receipt was taken over, or something was learned of it, while it was decided on: the decision is void. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(long receipt) {
        super("receipt " + receipt + " was taken over while it was decided on; the decision is void");
    }
}
