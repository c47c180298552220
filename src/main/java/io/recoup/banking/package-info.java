/**
 * Bank statement formats as streams of bank transactions, check-digit references, and the bank book. Knows nothing of
 * invoices. May call money and calendar.
 *
 * <p>{@link io.recoup.banking.StatementFiles} recognises a file by its content and streams it into a
 * {@link io.recoup.banking.StatementSink}; {@code store} holds what was entered.
 */
@ApplicationModule(allowedDependencies = {"money", "calendar"})
package io.recoup.banking;

import org.springframework.modulith.ApplicationModule;
