/** A year of dunning without a database: events in, actions out, decided by the planner that decides for real. */
@NamedInterface("simulation")
package io.recoup.dunning.simulation;

import org.springframework.modulith.NamedInterface;
