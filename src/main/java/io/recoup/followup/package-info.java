/**
 * What people do about a debtor beside the letters: {@link io.recoup.followup.Tasks} to be reminded of and the
 * {@link io.recoup.followup.ContactLog} of calls and visits. A promise to pay becomes a hold in the ledger. May call
 * receivables; rooms that set tasks by rule call this one.
 */
@ApplicationModule(allowedDependencies = {"receivables", "money", "calendar", "outbox", "refusal"})
package io.recoup.followup;

import org.springframework.modulith.ApplicationModule;
