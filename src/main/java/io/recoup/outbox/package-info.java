/** Facts recorded in the transaction that made them true, for neighbours to react to. Calls no other room but store. */
@ApplicationModule(allowedDependencies = {"store"})
package io.recoup.outbox;

import org.springframework.modulith.ApplicationModule;
