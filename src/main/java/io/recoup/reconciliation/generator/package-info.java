/**
 * Open items, payments and the truth about them, made from a seed: what matching is measured with. Pure; knows neither
 * Spring nor Camel nor the database.
 */
@NamedInterface("generator")
package io.recoup.reconciliation.generator;

import org.springframework.modulith.NamedInterface;
