package io.recoup.dunning.policy;

import io.recoup.money.Money;

/**
 * When the procedure gives a debtor up to a collection agency.
 *
 * @param afterDays days after the last letter
 * @param pastDueDays days past due from which a repeated last level is given up even if letters are left; 0 = never
 * @param automaticUpTo largest total per debtor that needs no person's approval; null = a person always approves
 */
public record ReferralRule(int afterDays, int pastDueDays, Money automaticUpTo) {

    public ReferralRule {
        if (afterDays < 0 || pastDueDays < 0) {
            throw new IllegalArgumentException("days must not be negative");
        }
    }

    public boolean isAutomaticFor(Money total) {
        return automaticUpTo != null
                && automaticUpTo.currency().equals(total.currency())
                && !total.exceeds(automaticUpTo);
    }
}
