package io.recoup.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The time zones of each country, as far as this Java knows them. Source: the tz database, see the resource file.
 */
public final class CountryZones {

    private static final String RESOURCE = "/calendar/country-zones.tsv";
    private static final Map<String, List<ZoneId>> ZONES = read();

    private CountryZones() {}

    /**
     * @param country ISO 3166, two letters, upper case
     * @return at least one
     * @throws IllegalArgumentException if the country is unknown
     */
    public static List<ZoneId> of(String country) {
        List<ZoneId> zones = ZONES.get(country);
        if (zones == null) {
            throw new IllegalArgumentException(
                    "no time zones known for country '" + country + "' (expected ISO 3166, e.g. ES)");
        }
        return zones;
    }

    public static Set<String> countries() {
        return ZONES.keySet();
    }

    private static Map<String, List<ZoneId>> read() {
        try (InputStream resource = CountryZones.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            Set<String> known = ZoneId.getAvailableZoneIds();
            Map<String, List<ZoneId>> zones = new HashMap<>();
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] columns = line.split("\t");
                List<ZoneId> ofCountry = Stream.of(columns[1].split(" "))
                        .filter(known::contains)
                        .map(ZoneId::of)
                        .toList();
                if (!ofCountry.isEmpty()) {
                    zones.put(columns[0], ofCountry);
                }
            });
            return Map.copyOf(zones);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + RESOURCE, unreadable);
        }
    }
}
