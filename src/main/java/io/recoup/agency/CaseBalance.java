package io.recoup.agency;

/** How much of a case is paid, as the agency sees it. */
public enum CaseBalance {
    UNPAID,
    PARTIAL,
    PAID
}
