package io.recoup.reconciliation.generator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What really happened with one incoming payment. Amounts in minor units.
 *
 * @param debtor whose money it is; null where it is several debtors', or nobody's who owes us
 * @param parts what it pays; empty where it pays none of the open items
 * @param residual what of it pays nothing
 * @param layers everything that shaped it
 * @param hardNegative whether it looks like paying an open item but does not
 * @param undecidable whether, by estimate, not even a perfect clerk could know
 * @param interchangeable groups of items of which any could be meant without harm: one debtor, one amount, not named
 */
record Truth(
        String transaction,
        @Nullable String debtor,
        String currency,
        List<Part> parts,
        long residual,
        String kind,
        List<String> layers,
        boolean hardNegative,
        boolean undecidable,
        List<List<String>> interchangeable) {}
