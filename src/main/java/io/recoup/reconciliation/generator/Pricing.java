package io.recoup.reconciliation.generator;

/** How the amounts of a debtor's invoices come about. Amounts are gross, in minor units. */
enum Pricing {
    /** A few articles of a price list: other debtors are billed the same amounts. */
    PRICE_LIST {
        @Override
        long amount(Company company, long own, Dice dice) {
            long net = LIST[dice.below(LIST.length)] * (dice.chance(0.7) ? 1 : dice.between(2, 4));
            return company.grossOf(net);
        }
    },
    /** Consumption: hardly two invoices are alike. */
    USAGE {
        @Override
        long amount(Company company, long own, Dice dice) {
            return company.grossOf(Math.max(500, (long) (StrictMath.exp(6.0 + 1.1 * dice.bell()) * 100)));
        }
    },
    /** The same every time. */
    RENT {
        @Override
        long amount(Company company, long own, Dice dice) {
            return own;
        }
    };

    private static final long[] LIST = {
        1900, 2900, 3900, 4900, 5900, 7900, 9900, 11900, 14900, 17900, 19900, 24900, 29900, 34900, 39900, 49900, 59900,
        79900, 99900, 149900
    };

    /** @param own what this debtor pays as rent */
    abstract long amount(Company company, long own, Dice dice);
}
