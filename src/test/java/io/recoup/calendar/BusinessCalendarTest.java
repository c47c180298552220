package io.recoup.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {

    private static final BusinessCalendar OFFICE = new BusinessCalendar(
            BusinessCalendar.MONDAY_TO_FRIDAY, Holidays.on(List.of(LocalDate.parse("2026-04-06"))));

    @Test
    void business_resumes_after_the_week_end_and_the_holiday_behind_it() {
        assertThat(OFFICE.nextBusinessDay(day("2026-04-03"))).isEqualTo(day("2026-04-03"));
        assertThat(OFFICE.nextBusinessDay(day("2026-04-04"))).isEqualTo(day("2026-04-07"));
        assertThat(OFFICE.isBusinessDay(day("2026-04-06"))).isFalse();
    }

    @Test
    void days_between_leave_out_the_first_and_count_the_last() {
        assertThat(OFFICE.businessDaysBetween(day("2026-04-03"), day("2026-04-03")))
                .isZero();
        assertThat(OFFICE.businessDaysBetween(day("2026-04-03"), day("2026-04-06")))
                .isZero();
        assertThat(OFFICE.businessDaysBetween(day("2026-04-03"), day("2026-04-07")))
                .isEqualTo(1);
        assertThat(OFFICE.businessDaysBetween(day("2026-04-02"), day("2026-04-08")))
                .isEqualTo(3);
        assertThatThrownBy(() -> OFFICE.businessDaysBetween(day("2026-04-03"), day("2026-04-02")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_week_without_working_days_and_a_year_of_holidays_are_refused() {
        assertThatThrownBy(() -> new BusinessCalendar(Set.of(), Holidays.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        BusinessCalendar closed = new BusinessCalendar(BusinessCalendar.MONDAY_TO_FRIDAY, day -> true);
        assertThatThrownBy(() -> closed.nextBusinessDay(day("2026-04-03"))).isInstanceOf(IllegalStateException.class);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
