package io.recoup.dunning.policy;

import io.recoup.dunning.pack.ContactCap;
import io.recoup.dunning.pack.Limits;
import io.recoup.dunning.pack.Sourced;
import java.util.List;

/**
 * What the law and the company allow toward one kind of debtor, worked out once.
 *
 * @param minGapDays days from one letter to the next, at least 1
 * @param gapFrom the pack that asks for it; empty = none
 * @param minDaysBeforeFirst days past due before the first letter after the due date
 * @param freeNotices letters without a fee that come first
 * @param feeAfterDays a fee may be asked when more days than these have passed since the due date
 * @param limits all of it, for the rest
 */
public record Restrictions(
        int minGapDays,
        String gapFrom,
        List<Sourced<ContactCap>> caps,
        int minDaysBeforeFirst,
        int freeNotices,
        int feeAfterDays,
        int minDaysBeforeReferral,
        Limits limits) {

    public static final Restrictions NONE = of(Limits.NONE);

    public static Restrictions of(Limits limits) {
        return new Restrictions(
                Math.max(1, limits.minGapDays().map(Sourced::value).orElse(1)),
                limits.minGapDays().map(Sourced::pack).orElse(""),
                limits.maxContacts(),
                limits.minDaysBeforeFirst().map(Sourced::value).orElse(0),
                limits.freeNotices().map(Sourced::value).orElse(0),
                limits.feeAfterDays().map(Sourced::value).orElse(Integer.MIN_VALUE),
                limits.minDaysBeforeReferral().map(Sourced::value).orElse(0),
                limits);
    }
}
