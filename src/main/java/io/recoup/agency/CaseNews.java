package io.recoup.agency;

/** What an agency tells of one of our cases. */
public sealed interface CaseNews permits CaseReport, CasePayment {

    String agency();

    /** Our reference; null when the agency only gave its own. */
    String caseNumber();

    /** The agency's own case id; null when it only gave ours. */
    String agencyCaseId();
}
