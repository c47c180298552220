/** Brings foreign shapes into ours: jq maps for JSON, column maps for CSV. */
package io.recoup.intake.map;
