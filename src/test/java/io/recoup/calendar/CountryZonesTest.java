package io.recoup.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CountryZonesTest {

    @Test
    void a_country_has_all_its_zones() {
        assertThat(CountryZones.of("IT")).containsExactly(ZoneId.of("Europe/Rome"));
        assertThat(CountryZones.of("ES"))
                .contains(ZoneId.of("Europe/Madrid"), ZoneId.of("Africa/Ceuta"), ZoneId.of("Atlantic/Canary"));
        assertThat(CountryZones.of("CL")).contains(ZoneId.of("America/Santiago"), ZoneId.of("Pacific/Easter"));
        assertThat(CountryZones.of("US")).hasSizeGreaterThan(20);
    }

    /** Two uninhabited islands have none. */
    @Test
    void every_country_of_iso_3166_has_a_zone() {
        Set<String> countries = new TreeSet<>(Set.of(Locale.getISOCountries()));
        countries.removeAll(CountryZones.countries());
        assertThat(countries).containsExactly("BV", "HM");
        assertThatThrownBy(() -> CountryZones.of("ZZ"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'ZZ'");
    }
}
