/** The doors' inside: contracts, maps, raw inbox, quarantine and replay. May call receivables, banking, agency and reconciliation. */
package io.recoup.intake;
