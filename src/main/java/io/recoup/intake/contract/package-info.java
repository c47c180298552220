/** What doors accept: the JSON Schemas, and the step from checked JSON to entries of the ledger. */
package io.recoup.intake.contract;
