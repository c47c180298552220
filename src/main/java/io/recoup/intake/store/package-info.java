/** The SQL of the inbox and the quarantine. */
package io.recoup.intake.store;
