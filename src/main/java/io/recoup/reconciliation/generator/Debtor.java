package io.recoup.reconciliation.generator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer of one company of ours.
 *
 * @param number customer number, as its source has it and as it is printed on invoices
 * @param name as in the master data
 * @param ibans accounts that the master data knows, at most a few
 * @param group key of the group of companies it belongs to
 * @param rent what it pays each month, should it pay rent; minor units, gross
 * @param payer who pays for it, mostly itself
 */
record Debtor(
        String number,
        String name,
        Country country,
        Company company,
        List<String> ibans,
        @Nullable String group,
        Terms terms,
        Pricing pricing,
        long rent,
        Payer payer) {}
