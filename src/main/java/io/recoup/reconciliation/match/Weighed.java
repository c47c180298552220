package io.recoup.reconciliation.match;

/**
 * A reading with what speaks for it, each term in thousandths of a nat.
 *
 * @param naming what the text says
 * @param amount how unlikely the amount would fit by chance
 * @param payer what is known of the payer
 * @param form how likely such a set is at all
 * @param date whether the day fits
 * @param alike how many readings that differ only in which of equal items they take it stands for
 */
record Weighed(Reading reading, Stratum stratum, int naming, int amount, int payer, int form, int date, int alike) {

    /** Log-odds against "pays nothing of ours". */
    int weight() {
        return naming + amount + payer + form + date + Weights.nats(alike);
    }

    /** Of equal items that the text does not tell apart. */
    Weighed standingFor(int readings) {
        boolean unnamed = stratum.naming() == Stratum.Naming.NONE && stratum.amount() == Stratum.Amount.EXACT;
        Stratum kind = unnamed ? new Stratum(stratum.naming(), Stratum.Amount.EQUAL, stratum.party()) : stratum;
        return new Weighed(reading, kind, naming, amount, payer, form, date, readings);
    }
}
