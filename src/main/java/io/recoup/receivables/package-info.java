/** Debtors, open items, receipts, postings and holds: the ledger of what customers owe. May call money, calendar and outbox. */
@ApplicationModule(allowedDependencies = {"money", "calendar", "outbox", "refusal", "store"})
package io.recoup.receivables;

import org.springframework.modulith.ApplicationModule;
