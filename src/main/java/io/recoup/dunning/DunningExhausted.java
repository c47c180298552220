package io.recoup.dunning;

import io.recoup.outbox.Fact;
import java.time.LocalDate;
import java.util.List;

/**
 * Every letter about these items was sent in vain: they may be referred to an agency. Recorded once per item and
 * procedure.
 *
 * @param approval {@code person} or {@code automatic}
 * @param approvalRule why: the procedure's rule in words
 * @param policyHash SHA-256 of the policy file that decided
 */
public record DunningExhausted(
        long debtor,
        String procedure,
        String approval,
        String approvalRule,
        List<ExhaustedItem> items,
        String policyHash,
        LocalDate on)
        implements Fact {

    /** @param openMinor what was open, in minor units of the currency */
    public record ExhaustedItem(long item, String number, long openMinor, String currency, LocalDate dueOn) {}

    @Override
    public String subject() {
        return "debtor:" + debtor;
    }
}
