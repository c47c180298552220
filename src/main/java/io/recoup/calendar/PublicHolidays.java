package io.recoup.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Public holidays of a country or of one of its parts. Where a holiday is kept on another day than its own (in Britain
 * on the Monday after), both are holidays. Source: the tables of jollyday, and what they lack from a file
 * of our own; each year is worked out once.
 */
public final class PublicHolidays implements Holidays {

    private static final String MORE = "/calendar/more-holidays.tsv";
    private static final Map<String, PublicHolidays> KNOWN = new ConcurrentHashMap<>();
    private static final Map<String, Set<LocalDate>> MORE_BY_COUNTRY = more();

    private final HolidayManager calendar;
    private final Set<LocalDate> more;
    private final String[] part;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    private PublicHolidays(HolidayManager calendar, Set<LocalDate> more, String... part) {
        this.calendar = calendar;
        this.more = more;
        this.part = part;
    }

    /**
     * @param place ISO 3166: a country such as {@code DE} for what is kept in all of it, or a part such as
     *     {@code DE-BY} for what is kept there too
     * @throws IllegalArgumentException if nothing is known of the country or the part
     */
    public static PublicHolidays of(String place) {
        PublicHolidays known = KNOWN.get(place);
        return known != null ? known : KNOWN.computeIfAbsent(place, PublicHolidays::read);
    }

    @Override
    public boolean isHoliday(LocalDate day) {
        Set<LocalDate> year = years.get(day.getYear());
        return (year != null ? year : years.computeIfAbsent(day.getYear(), this::inYear)).contains(day);
    }

    private static PublicHolidays read(String place) {
        String[] pieces = place.split("-", -1);
        if (!place.matches("[A-Z]{2}(-[A-Z0-9]{1,3})*")
                || !HolidayManager.getSupportedCalendarCodes().contains(pieces[0])) {
            throw new IllegalArgumentException(
                    "no public holidays known for '" + place + "' (expected ISO 3166, e.g. DE or DE-BY)");
        }
        HolidayManager calendar =
                HolidayManager.getInstance(ManagerParameters.create(pieces[0].toLowerCase(Locale.ROOT)));
        String[] part = Arrays.copyOfRange(place.toLowerCase(Locale.ROOT).split("-"), 1, pieces.length);
        CalendarHierarchy level = calendar.getCalendarHierarchy();
        for (String piece : part) {
            level = level.getChildren().get(piece);
            if (level == null) {
                throw new IllegalArgumentException("no public holidays known for the part '" + place + "' of "
                        + place.substring(0, 2) + ": known are "
                        + calendar.getCalendarHierarchy().getChildren().keySet());
            }
        }
        return new PublicHolidays(calendar, MORE_BY_COUNTRY.getOrDefault(pieces[0], Set.of()), part);
    }

    /** The year's own and what its neighbours keep in it: a New Year's Day on a Saturday may be kept on 31 December. */
    private Set<LocalDate> inYear(int year) {
        Set<LocalDate> days = new HashSet<>(more);
        for (int near = year - 1; near <= year + 1; near++) {
            for (Holiday holiday : calendar.getHolidays(Year.of(near), HolidayType.PUBLIC_HOLIDAY, part)) {
                days.add(holiday.getActualDate());
                holiday.getObservedDate().ifPresent(days::add);
            }
        }
        days.removeIf(day -> day.getYear() != year);
        return Set.copyOf(days);
    }

    private static Map<String, Set<LocalDate>> more() {
        try (InputStream resource = PublicHolidays.class.getResourceAsStream(MORE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .collect(Collectors.groupingBy(
                            columns -> columns[0],
                            Collectors.flatMapping(
                                    columns -> Stream.of(columns[1].split(" ")).map(LocalDate::parse),
                                    Collectors.toUnmodifiableSet())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + MORE, unreadable);
        }
    }
}
