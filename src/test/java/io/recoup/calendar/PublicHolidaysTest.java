package io.recoup.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicHolidaysTest {

    @Test
    void a_part_keeps_its_country_s_holidays_and_its_own() {
        LocalDate unity = LocalDate.parse("2026-10-03");
        LocalDate epiphany = LocalDate.parse("2026-01-06");
        assertThat(PublicHolidays.of("DE").isHoliday(unity)).isTrue();
        assertThat(PublicHolidays.of("DE").isHoliday(unity.plusDays(1))).isFalse();
        assertThat(PublicHolidays.of("DE").isHoliday(epiphany)).isFalse();
        assertThat(PublicHolidays.of("DE-BY").isHoliday(epiphany)).isTrue();
        assertThat(PublicHolidays.of("DE-BY").isHoliday(unity)).isTrue();
    }

    @Test
    void a_holiday_kept_on_the_monday_after_is_one_on_both_days() {
        Holidays britain = PublicHolidays.of("GB-ENG");
        assertThat(britain.isHoliday(LocalDate.parse("2026-12-26"))).isTrue();
        assertThat(britain.isHoliday(LocalDate.parse("2026-12-28"))).isTrue();
        assertThat(britain.isHoliday(LocalDate.parse("2026-12-29"))).isFalse();
    }

    @Test
    void a_country_or_part_without_a_table_is_named() {
        for (String unknown : List.of("ZZ", "de", "", "LME", "DE-", "../DE")) {
            assertThatThrownBy(() -> PublicHolidays.of(unknown))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + unknown + "'");
        }
        assertThatThrownBy(() -> PublicHolidays.of("DE-XX"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'DE-XX'")
                .hasMessageContaining("by");
    }

    @Test
    void the_countries_of_the_shipped_packs_are_known() {
        for (String country : List.of("DE", "IT", "ES", "GB", "CL")) {
            assertThat(PublicHolidays.of(country).isHoliday(LocalDate.parse("2027-12-25")))
                    .as(country)
                    .isTrue();
            assertThat(PublicHolidays.of(country)).isSameAs(PublicHolidays.of(country));
        }
    }

    /** Peter and Paul and the day of two worlds move to a Monday, which the library does not know. */
    @Test
    void chilean_holidays_that_move_are_known() {
        Holidays chile = PublicHolidays.of("CL");
        for (String day : List.of("2024-06-20", "2024-09-20", "2025-10-12", "2026-06-29", "2026-10-12", "2027-06-28")) {
            assertThat(chile.isHoliday(LocalDate.parse(day))).as(day).isTrue();
        }
        assertThat(chile.isHoliday(LocalDate.parse("2026-06-30"))).isFalse();
    }

    @Test
    void a_company_adds_days_of_its_own() {
        LocalDate inventory = LocalDate.parse("2026-07-07");
        Holidays both = PublicHolidays.of("ES").and(Holidays.on(List.of(inventory)));
        assertThat(both.isHoliday(inventory)).isTrue();
        assertThat(both.isHoliday(LocalDate.parse("2026-12-25"))).isTrue();
        assertThat(both.isHoliday(inventory.plusDays(1))).isFalse();
    }
}
