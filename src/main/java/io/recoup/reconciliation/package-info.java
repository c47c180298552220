/** Cash application: which receipt pays which open item, why, and how to undo it. May call receivables and banking. */
@ApplicationModule(allowedDependencies = {"receivables", "banking", "money", "calendar", "outbox", "refusal"})
package io.recoup.reconciliation;

import org.springframework.modulith.ApplicationModule;
