/** Cuts deliveries into records, each with its line, without ever holding a whole delivery. */
package io.recoup.intake.reading;
