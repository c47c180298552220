package io.recoup.reconciliation.match;

import java.time.YearMonth;

/** Whether the days that a text says are those of what a reading pays. */
enum Dated {
    /** It says none. */
    NOTHING,
    /** The day on which one of the items was issued or is due, or, of what a letter listed, the day of the letter. */
    DAY,
    /** The month of it. */
    MONTH,
    ANOTHER_DAY,
    ANOTHER_MONTH;

    static Dated of(Reading reading, Book book, Mentions mentions) {
        SaidDates said = mentions.dates();
        if (said.isEmpty()) {
            return NOTHING;
        }
        boolean month = false;
        for (int item : reading.items()) {
            MatchItem one = book.item(item);
            if (said.days().contains(one.issuedOn()) || said.days().contains(one.dueOn())) {
                return DAY;
            }
            month |= said.months().contains(YearMonth.from(one.issuedOn()))
                    || said.months().contains(YearMonth.from(one.dueOn()));
        }
        if (reading.form() == Reading.Form.REMINDED
                && book.lettersTo(book.debtorOf(reading.items()[0])).stream()
                        .anyMatch(letter -> said.days().contains(letter.on()))) {
            return DAY;
        }
        if (month) {
            return MONTH;
        }
        return said.days().isEmpty() ? ANOTHER_MONTH : ANOTHER_DAY;
    }
}
