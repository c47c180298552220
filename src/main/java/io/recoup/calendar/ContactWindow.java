package io.recoup.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When a debtor may be contacted, by his own clock. Where he may live in one of several zones, a moment is allowed
 * only if it is in every one of them.
 *
 * @param from local time, inclusive
 * @param until local time, exclusive; 00:00 = the end of the day
 * @param days allowed days of the week; none = never
 * @param excludesHolidays whether holidays are refused as well
 */
public record ContactWindow(LocalTime from, LocalTime until, Set<DayOfWeek> days, boolean excludesHolidays) {

    /** How far ahead {@link #next} looks. */
    public static final Duration HORIZON = Duration.ofDays(366);

    public static final ContactWindow ALWAYS =
            new ContactWindow(LocalTime.MIN, LocalTime.MIN, EnumSet.allOf(DayOfWeek.class), false);

    /** @throws IllegalArgumentException if it would end before it begins */
    public ContactWindow {
        days = Set.copyOf(days);
        if (length(from, until) <= 0) {
            throw new IllegalArgumentException("contact hours must end after they begin: " + from + "-" + until);
        }
    }

    public boolean allows(Instant moment, Collection<ZoneId> zones, Holidays holidays) {
        requireZones(zones);
        return zones.stream().allMatch(zone -> allows(LocalDateTime.ofInstant(moment, zone), holidays));
    }

    /**
     * The first allowed moment that is not before {@code moment}; empty if there is none within {@link #HORIZON}, as
     * where the hours of the zones never overlap.
     */
    public Optional<Instant> next(Instant moment, Collection<ZoneId> zones, Holidays holidays) {
        requireZones(zones);
        Instant last = moment.plus(HORIZON);
        Instant candidate = moment;
        while (!candidate.isAfter(last)) {
            Instant latest = candidate;
            for (ZoneId zone : zones) {
                latest = nextIn(zone, latest, last, holidays);
            }
            if (latest.equals(candidate)) {
                return Optional.of(candidate);
            }
            candidate = latest;
        }
        return Optional.empty();
    }

    /** What both allow: the strictest of the two. */
    public ContactWindow intersect(ContactWindow other) {
        LocalTime later = from.isAfter(other.from) ? from : other.from;
        LocalTime earlier = length(LocalTime.MIN, until) < length(LocalTime.MIN, other.until) ? until : other.until;
        Set<DayOfWeek> both = days.stream().filter(other.days::contains).collect(Collectors.toSet());
        boolean holidays = excludesHolidays || other.excludesHolidays;
        return length(later, earlier) <= 0
                ? new ContactWindow(from, until, Set.of(), holidays)
                : new ContactWindow(later, earlier, both, holidays);
    }

    private boolean allows(LocalDateTime local, Holidays holidays) {
        return days.contains(local.getDayOfWeek())
                && !local.toLocalTime().isBefore(from)
                && local.toLocalTime().toNanoOfDay() - from.toNanoOfDay() < length(from, until)
                && !(excludesHolidays && holidays.isHoliday(local.toLocalDate()));
    }

    /**
     * Walks from one change of the zone's offset to the next: between two of them local time runs evenly, and at each
     * it may jump into the window (a gap) or fall back into it (an overlap).
     *
     * @return after {@code last} if nothing is allowed up to then
     */
    private Instant nextIn(ZoneId zone, Instant moment, Instant last, Holidays holidays) {
        Instant start = moment;
        while (!start.isAfter(last)) {
            ZoneOffset offset = zone.getRules().getOffset(start);
            LocalDateTime local = LocalDateTime.ofInstant(start, offset);
            if (allows(local, holidays)) {
                return start;
            }
            ZoneOffsetTransition change = zone.getRules().nextTransition(start);
            Instant end = change == null || change.getInstant().isAfter(last) ? last.plusNanos(1) : change.getInstant();
            Instant opening = opening(local, LocalDateTime.ofInstant(end, offset), holidays)
                    .toInstant(offset);
            if (opening.isBefore(end)) {
                return opening;
            }
            start = end;
        }
        return start;
    }

    /** The first time after {@code local} at which the window opens, or {@code end} if it does not before. */
    private LocalDateTime opening(LocalDateTime local, LocalDateTime end, Holidays holidays) {
        LocalDateTime opening = local.toLocalDate().atTime(from);
        while (opening.isBefore(end)) {
            if (opening.isAfter(local) && allows(opening, holidays)) {
                return opening;
            }
            opening = opening.plusDays(1);
        }
        return end;
    }

    private static void requireZones(Collection<ZoneId> zones) {
        if (zones.isEmpty()) {
            throw new IllegalArgumentException("contact hours need at least one time zone");
        }
    }

    /** Nanoseconds, where an end of 00:00 is the end of the day. */
    private static long length(LocalTime from, LocalTime until) {
        long end = until.equals(LocalTime.MIN) ? Duration.ofDays(1).toNanos() : until.toNanoOfDay();
        return end - from.toNanoOfDay();
    }
}
