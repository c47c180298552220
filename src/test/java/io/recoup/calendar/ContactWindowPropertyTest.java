package io.recoup.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.dunning.pack.Packs;
import io.recoup.dunning.pack.Sourced;
import io.recoup.testing.Seeds;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every zone of the tz database over ten years: no moment outside the window, and none that could be earlier. */
class ContactWindowPropertyTest {

    private static final int FROM_YEAR = 2020;
    private static final int YEARS = 10;
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Holidays HOLIDAYS = PublicHolidays.of("CL");
    /** Those of every shipped pack, and some that lie where clocks change. */
    private static final List<ContactWindow> WINDOWS = Stream.concat(
                    Packs.read(Path.of("routes/policies/packs")).all().stream()
                            .flatMap(pack -> pack.limits().contactWindow().stream())
                            .map(Sourced::value),
                    Stream.of(
                            window("00:00", "01:15", DayOfWeek.SUNDAY, false),
                            window("02:15", "02:45", DayOfWeek.SUNDAY, false),
                            window("22:00", "00:00", DayOfWeek.FRIDAY, true)))
            .toList();

    private static final List<ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

    @Test
    void at_every_change_of_clocks_month_end_and_leap_day_the_next_moment_is_allowed_and_the_first() {
        for (ZoneId zone : ZONES) {
            for (Instant question : turningPoints(zone)) {
                for (ContactWindow window : WINDOWS) {
                    check(window, zone, question);
                }
            }
        }
    }

    /** Windows and offsets lie on quarters of an hour, so that looking at each of them finds the first. */
    @Test
    void looking_at_every_quarter_of_an_hour_finds_nothing_earlier() {
        Seeds.forEach(400, random -> {
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            ContactWindow window = WINDOWS.get(random.nextInt(WINDOWS.size()));
            List<ZoneId> zones =
                    random.nextBoolean() ? List.of(zone) : List.of(zone, ZONES.get(random.nextInt(ZONES.size())));
            Instant question = moment(zone, random);
            Instant next = window.next(question, zones, HOLIDAYS).orElse(question.plus(Duration.ofDays(40)));
            Instant latest =
                    next.isAfter(question.plus(Duration.ofDays(40))) ? question.plus(Duration.ofDays(40)) : next;
            for (Instant earlier = question; earlier.isBefore(latest); earlier = earlier.plus(QUARTER)) {
                assertThat(window.allows(earlier, zones, HOLIDAYS))
                        .as("%s allowed at %s by %s", zones, earlier, window)
                        .isFalse();
            }
        });
    }

    private static void check(ContactWindow window, ZoneId zone, Instant question) {
        Instant next = window.next(question, List.of(zone), HOLIDAYS).orElseThrow();
        Instant before = next.minus(Duration.ofMinutes(1));
        boolean isRight = !next.isBefore(question)
                && isInside(window, next.atZone(zone))
                && (before.isBefore(question) || !isInside(window, before.atZone(zone)));
        if (!isRight) {
            throw new AssertionError(zone + ": asked at " + question + ", answered " + next + " by " + window);
        }
    }

    /** The rule in its plainest words, apart from the code under test. */
    private static boolean isInside(ContactWindow window, ZonedDateTime local) {
        LocalTime time = local.toLocalTime();
        boolean isBeforeEnd = window.until().equals(LocalTime.MIDNIGHT) || time.isBefore(window.until());
        return window.days().contains(local.getDayOfWeek())
                && !time.isBefore(window.from())
                && isBeforeEnd
                && !(window.excludesHolidays() && HOLIDAYS.isHoliday(local.toLocalDate()));
    }

    private static List<Instant> turningPoints(ZoneId zone) {
        List<Instant> points = new ArrayList<>();
        for (YearMonth month = YearMonth.of(FROM_YEAR, 1);
                month.getYear() < FROM_YEAR + YEARS;
                month = month.plusMonths(1)) {
            points.add(month.atEndOfMonth().atTime(23, 59).atZone(zone).toInstant());
            if (month.getMonthValue() == 2) {
                points.add(month.atEndOfMonth().atTime(20, 0).atZone(zone).toInstant());
            }
        }
        Instant end = LocalDate.of(FROM_YEAR + YEARS, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        ZoneOffsetTransition change = zone.getRules()
                .nextTransition(LocalDate.of(FROM_YEAR, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC));
        while (change != null && change.getInstant().isBefore(end)) {
            for (long minutes : new long[] {-1440, -61, -60, -1, 0, 1, 59, 60, 61, 1440}) {
                points.add(change.getInstant().plus(Duration.ofMinutes(minutes)));
            }
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return points;
    }

    private static Instant moment(ZoneId zone, Random random) {
        Instant start =
                LocalDate.of(FROM_YEAR, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant any = start.plus(QUARTER.multipliedBy(random.nextInt(YEARS * 365 * 96)));
        ZoneOffsetTransition change = zone.getRules().nextTransition(any);
        return change == null || random.nextBoolean()
                ? any
                : change.getInstant().minus(QUARTER.multipliedBy(random.nextInt(200)));
    }

    private static ContactWindow window(String from, String until, DayOfWeek lastDay, boolean excludesHolidays) {
        return new ContactWindow(
                LocalTime.parse(from),
                LocalTime.parse(until),
                EnumSet.range(DayOfWeek.MONDAY, lastDay),
                excludesHolidays);
    }
}
