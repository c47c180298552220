package io.recoup.agency;

import io.recoup.money.Money;
import java.time.Instant;

/**
 * How a case stands: the content of {@code case-report/1}. Null fields are not stated and leave what is known.
 *
 * @param state null when the agency used a word that our map does not know; {@code raw} then holds it
 * @param outcome only with {@code state} closed
 * @param outstanding what the debtor still owes, as the agency sees it
 * @param reportedAt the agency's time of the report; an older report than the last one changes nothing
 * @param raw the agency's own word for the state
 */
public record CaseReport(
        String agency,
        String caseNumber,
        String agencyCaseId,
        CaseState state,
        CaseStage stage,
        CaseBalance balance,
        CaseOutcome outcome,
        Money outstanding,
        Instant reportedAt,
        String note,
        String raw)
        implements CaseNews {

    public CaseReport {
        if (agency == null || agency.isBlank()) {
            throw new IllegalArgumentException("a case report needs its agency");
        }
        if (caseNumber == null && agencyCaseId == null) {
            throw new IllegalArgumentException("a case report needs caseNumber or agencyCaseId");
        }
        if (state == null && (raw == null || raw.isBlank())) {
            throw new IllegalArgumentException("a case report needs a state, or in raw the agency's word for it");
        }
    }
}
