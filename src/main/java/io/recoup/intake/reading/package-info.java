/** Cuts deliveries into records, each with its line, without ever holding a whole delivery. */
@NamedInterface("reading")
package io.recoup.intake.reading;

import org.springframework.modulith.NamedInterface;
