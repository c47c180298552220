/** What doors accept: the JSON Schemas, and the step from checked JSON to entries of the ledger. */
@NamedInterface("contract")
package io.recoup.intake.contract;

import org.springframework.modulith.NamedInterface;
