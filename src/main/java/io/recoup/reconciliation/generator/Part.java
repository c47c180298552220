package io.recoup.reconciliation.generator;

/**
 * What a payment does to one item. Amounts in minor units.
 *
 * @param reduces by how much the item is reduced; below zero for a credit note that is used up
 * @param shortfall what of it was not paid but let off: an early-payment discount, charges, a bad rate
 * @param instalment its number; 0 where the document has none
 */
record Part(Item item, long reduces, long shortfall, Kind kind, int instalment) {

    enum Kind {
        FULL,
        PARTIAL,
        DISCOUNT,
        /** Charges of a bank on the way. */
        FEE,
        /** Loss on conversion. */
        FX,
        CREDIT,
        /** Short by what the payer holds against us; that stays open. */
        DEDUCTION
    }

    static Part full(Item item) {
        return item.isCredit()
                ? new Part(item, -item.open, 0, Kind.CREDIT, 0)
                : new Part(item, item.open, 0, Kind.FULL, 0);
    }

    static Part some(Item item, long amount, Kind kind) {
        return new Part(item, amount, 0, kind, 0);
    }

    static Part less(Item item, long shortfall, Kind kind) {
        return new Part(item, item.open, shortfall, kind, 0);
    }

    long paid() {
        return reduces - shortfall;
    }
}
