package io.recoup.console.page;

import io.recoup.console.page.RefusedForm.Why;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** What a form's fields say; an empty field says nothing. */
final class Typed {

    private Typed() {}

    static String text(String field) {
        return field == null || field.isBlank() ? null : field.strip();
    }

    /** As a browser's date field sends it. */
    static LocalDate day(String field) {
        return read(field, LocalDate::parse, Why.NOT_A_DAY);
    }

    /** As a browser's time field sends it. */
    static LocalTime hour(String field) {
        return read(field, LocalTime::parse, Why.NOT_AN_HOUR);
    }

    private static <T> T read(String field, Function<String, T> reader, Why unreadable) {
        try {
            return text(field) == null ? null : reader.apply(field);
        } catch (DateTimeException misread) {
            throw new RefusedForm(unreadable, text(field));
        }
    }

    /** A number that each loaded form has of its own. */
    static String once() {
        return UUID.randomUUID().toString();
    }

    /** Of a form as it was loaded; what is no such number becomes a new one. */
    static String once(String field) {
        return field != null && field.matches("[0-9a-f-]{36}") ? field : once();
    }

    /** The same form with the same content has the same key; changed and sent again, it is another one. */
    static String key(String once, Object... content) {
        return "form:" + once(once) + ":" + Integer.toHexString(Objects.hash(content));
    }
}
