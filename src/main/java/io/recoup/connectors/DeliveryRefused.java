package io.recoup.connectors;

import io.recoup.intake.DoorReport;

/** The whole delivery could not be read. Its bytes are in the inbox and can be replayed. */
public final class DeliveryRefused extends Exception {

    private static final long serialVersionUID = 1L;

    DeliveryRefused(String name, DoorReport report) {
        super((name == null ? "delivery" : name) + " (inbox " + report.inbox() + "): " + report.problem());
    }
}
