/** The timer that reads deliveries again which nobody read to their end. */
package io.recoup.intake.route;
