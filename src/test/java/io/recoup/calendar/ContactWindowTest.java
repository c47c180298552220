package io.recoup.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactWindowTest {

    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);
    private static final List<ZoneId> MADRID = List.of(ZoneId.of("Europe/Madrid"));
    private static final ContactWindow DAYTIME = new ContactWindow(
            LocalTime.of(8, 0), LocalTime.of(20, 0), EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), true);

    @Test
    void opens_at_eight_and_is_shut_at_eight_in_the_evening() {
        assertThat(DAYTIME.allows(at("2026-03-04T06:59:59Z"), MADRID, Holidays.NONE))
                .isFalse();
        assertThat(DAYTIME.allows(at("2026-03-04T07:00:00Z"), MADRID, Holidays.NONE))
                .isTrue();
        assertThat(DAYTIME.allows(at("2026-03-04T18:59:59Z"), MADRID, Holidays.NONE))
                .isTrue();
        assertThat(DAYTIME.allows(at("2026-03-04T19:00:00Z"), MADRID, Holidays.NONE))
                .isFalse();
    }

    @Test
    void saturday_evening_waits_for_monday_and_for_the_day_after_a_holiday() {
        Instant saturdayEvening = at("2026-04-04T18:00:00Z");
        Holidays easterMonday = Holidays.on(List.of(LocalDate.parse("2026-04-06")));
        assertThat(DAYTIME.next(saturdayEvening.minusNanos(1), MADRID, Holidays.NONE))
                .contains(saturdayEvening.minusNanos(1));
        assertThat(DAYTIME.next(saturdayEvening, MADRID, Holidays.NONE)).contains(at("2026-04-06T06:00:00Z"));
        assertThat(DAYTIME.next(saturdayEvening, MADRID, easterMonday)).contains(at("2026-04-07T06:00:00Z"));
    }

    @Test
    void hours_that_the_clock_skips_open_where_it_lands_and_hours_it_repeats_open_twice() {
        ContactWindow skipped = window("02:00", "04:00");
        assertThat(skipped.next(at("2026-03-29T00:00:00Z"), MADRID, Holidays.NONE))
                .contains(at("2026-03-29T01:00:00Z"));
        ContactWindow gone = window("02:00", "03:00");
        assertThat(gone.next(at("2026-03-29T00:00:00Z"), MADRID, Holidays.NONE)).contains(at("2026-03-30T00:00:00Z"));
        ContactWindow repeated = window("02:00", "02:30");
        assertThat(repeated.next(at("2026-10-25T00:30:00Z"), MADRID, Holidays.NONE))
                .contains(at("2026-10-25T01:00:00Z"));
        assertThat(repeated.next(at("2026-10-25T01:30:00Z"), MADRID, Holidays.NONE))
                .contains(at("2026-10-26T01:00:00Z"));
    }

    @Test
    void a_zone_that_skipped_a_day_has_no_contact_on_it() {
        List<ZoneId> samoa = List.of(ZoneId.of("Pacific/Apia"));
        ContactWindow fridays =
                new ContactWindow(LocalTime.of(8, 0), LocalTime.of(20, 0), EnumSet.of(DayOfWeek.FRIDAY), false);
        assertThat(fridays.next(at("2011-12-30T06:30:00Z"), samoa, Holidays.NONE))
                .contains(at("2012-01-05T18:00:00Z"));
    }

    @Test
    void where_a_country_has_several_zones_the_moment_must_suit_all() {
        List<ZoneId> spain = CountryZones.of("ES");
        assertThat(DAYTIME.allows(at("2026-03-04T07:59:00Z"), spain, Holidays.NONE))
                .isFalse();
        assertThat(DAYTIME.next(at("2026-03-04T07:00:00Z"), spain, Holidays.NONE))
                .contains(at("2026-03-04T08:00:00Z"));
        assertThat(DAYTIME.allows(at("2026-03-04T19:00:00Z"), spain, Holidays.NONE))
                .isFalse();
    }

    @Test
    void zones_whose_hours_never_meet_have_no_next_and_no_zone_is_an_error() {
        List<ZoneId> opposite = List.of(ZoneId.of("Pacific/Kiritimati"), ZoneId.of("Atlantic/Reykjavik"));
        assertThat(window("08:00", "17:00").next(at("2026-03-04T07:00:00Z"), opposite, Holidays.NONE))
                .isEmpty();
        assertThatThrownBy(() -> DAYTIME.allows(Instant.EPOCH, List.of(), Holidays.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_whole_day_ends_at_midnight_and_reversed_hours_are_refused() {
        assertThat(ContactWindow.ALWAYS.next(at("2026-03-04T22:59:59Z"), MADRID, Holidays.NONE))
                .contains(at("2026-03-04T22:59:59Z"));
        assertThat(window("22:00", "00:00").allows(at("2026-03-04T22:59:59Z"), MADRID, Holidays.NONE))
                .isTrue();
        assertThat(window("22:00", "00:00").allows(at("2026-03-04T23:00:00Z"), MADRID, Holidays.NONE))
                .isFalse();
        assertThatThrownBy(() -> window("20:00", "08:00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> window("08:00", "08:00")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_two_windows_the_strictest_holds() {
        ContactWindow late = window("09:00", "00:00");
        assertThat(DAYTIME.intersect(late))
                .isEqualTo(new ContactWindow(LocalTime.of(9, 0), LocalTime.of(20, 0), DAYTIME.days(), true));
        assertThat(late.intersect(DAYTIME)).isEqualTo(DAYTIME.intersect(late));
        assertThat(ContactWindow.ALWAYS.intersect(DAYTIME)).isEqualTo(DAYTIME);
        ContactWindow never = window("08:00", "12:00").intersect(window("12:00", "16:00"));
        assertThat(never.next(at("2026-03-04T07:00:00Z"), MADRID, Holidays.NONE))
                .isEmpty();
        assertThat(never.intersect(DAYTIME).days()).isEmpty();
    }

    private static ContactWindow window(String from, String until) {
        return new ContactWindow(LocalTime.parse(from), LocalTime.parse(until), DAILY, false);
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
