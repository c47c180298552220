package io.recoup.agency;

/** How far the agency's means have gone; a case may move back. */
public enum CaseStage {
    EXTRAJUDICIAL,
    PREJUDICIAL,
    JUDICIAL,
    ENFORCEMENT,
    MONITORING
}
