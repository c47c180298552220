package io.recoup.reconciliation.match;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The days and months that a text names: {@code 21.03.2026}, {@code 21/3/26}, {@code 2026-03-21}, {@code 03/2026}. */
final class SaidDates {

    private final Mentions mentions;
    private final Pieces pieces;
    private final List<LocalDate> days = new ArrayList<>();
    private final List<YearMonth> months = new ArrayList<>();

    private SaidDates(Mentions mentions) {
        this.mentions = mentions;
        pieces = mentions.pieces();
        int piece = 0;
        while (piece < mentions.said()) {
            piece += Math.max(1, read(piece));
        }
    }

    static SaidDates in(Mentions mentions) {
        return new SaidDates(mentions);
    }

    List<LocalDate> days() {
        return days;
    }

    List<YearMonth> months() {
        return months;
    }

    boolean isEmpty() {
        return days.isEmpty() && months.isEmpty();
    }

    /** @return how many pieces of the text it took; none where no date begins here */
    private int read(int piece) {
        int first = number(piece);
        int second = number(piece + 1);
        if (first < 0 || second < 0 || pieces.isGlued(piece)) {
            return 0;
        }
        int third = number(piece + 2);
        if (length(piece) == 4 && length(piece + 2) <= 2 && third >= 0) {
            return day(first, second, third) ? 3 : 0;
        }
        if (length(piece) > 2) {
            return 0;
        }
        if (third >= 0 && length(piece + 1) <= 2) {
            int broken = number(piece + 3);
            int whole =
                    length(piece + 2) + length(piece + 3) == 4 && broken >= 0 ? third * power(piece + 3) + broken : -1;
            if (length(piece + 2) == 4 || length(piece + 2) == 2 && whole < 0) {
                return day(third < 100 ? 2000 + third : third, second, first) ? 3 : 0;
            }
            return whole >= 0 && day(whole, second, first) ? 4 : 0;
        }
        boolean alone = piece == 0 || !pieces.isDigits(piece - 1);
        return alone && length(piece + 1) == 4 && month(second, first) ? 2 : 0;
    }

    private boolean day(int year, int month, int day) {
        try {
            return isRecent(year) && days.add(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return false;
        }
    }

    private boolean month(int year, int month) {
        return isRecent(year) && month >= 1 && month <= 12 && months.add(YearMonth.of(year, month));
    }

    private static boolean isRecent(int year) {
        return year >= 2000 && year < 2100;
    }

    /** What these digits say; -1 where there are none of at most four, or they belong to a number of ours. */
    private int number(int piece) {
        if (piece >= mentions.said() || !pieces.isDigits(piece) || length(piece) > 4 || mentions.isNamed(piece)) {
            return -1;
        }
        int number = 0;
        for (int at = pieces.start(piece); at < pieces.end(piece); at++) {
            number = 10 * number + pieces.at(at) - '0';
        }
        return number;
    }

    private int power(int piece) {
        return (int) Math.pow(10, length(piece));
    }

    private int length(int piece) {
        return piece < mentions.said() ? pieces.end(piece) - pieces.start(piece) : 0;
    }
}
