/**
 * Cash application: which receipt pays which open item, why, and how to undo it. May call receivables and banking.
 *
 * <p>The root package is pure; {@code desk} fetches, asks it and stores.
 */
package io.recoup.reconciliation;
