/** Brings foreign shapes into ours: jq maps for JSON, column maps for CSV. */
@NamedInterface("map")
package io.recoup.intake.map;

import org.springframework.modulith.NamedInterface;
