package io.recoup.intake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The fields of one checked JSON object; what the contract cannot say (does that day exist?) is found here. */
final class Fields {

    private final String path;
    private final JsonNode object;

    Fields(JsonNode object) {
        this("", object);
    }

    private Fields(String path, JsonNode object) {
        this.path = path;
        this.object = object;
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    String text(String name) {
        if (!has(name)) {
            return null;
        }
        String text = object.get(name).asText();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c) && !pairs(text, i)) {
                throw flaw(name, "has a character that is none (U+" + Integer.toHexString(c) + ")", "remove it");
            }
        }
        return text;
    }

    String required(String name) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw flaw(name, text == null ? "is missing" : "is blank", "add it");
        }
        return text;
    }

    boolean flag(String name) {
        return has(name) && object.get(name).asBoolean();
    }

    Integer number(String name) {
        return has(name) ? object.get(name).asInt() : null;
    }

    LocalDate day(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw flaw(name, "is " + Flaw.shown(text) + ", not a day of the calendar", "write days as 2026-03-31");
        }
    }

    Instant moment(String name) {
        String text = text(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notAMoment) {
            throw flaw(
                    name,
                    "is " + Flaw.shown(text) + ", not a moment",
                    "write moments with offset: 2026-03-31T08:15:00Z");
        }
    }

    Money money(String name, String currency) {
        String text = text(name);
        try {
            return text == null ? null : Money.parse(text, currency);
        } catch (IllegalArgumentException notMoney) {
            throw flaw(name, "cannot be read: " + notMoney.getMessage(), "state it in the currency's own units");
        }
    }

    BigDecimal decimal(String name) {
        String text = text(name);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException notDecimal) {
            throw flaw(name, "is " + Flaw.shown(text) + ", not a decimal", "write it as \"2.5\"");
        }
    }

    /** @return the code, once it is known to be a currency */
    String currency(String name) {
        String code = required(name);
        try {
            return Money.zero(Money.currencyOf(code)).currencyCode();
        } catch (IllegalArgumentException unknown) {
            throw flaw(name, "is " + Flaw.shown(code) + ", an unknown currency", "use an ISO 4217 code, such as EUR");
        }
    }

    Fields inside(String name) {
        return has(name) ? new Fields(at(name), object.get(name)) : null;
    }

    List<String> texts(String name) {
        if (!has(name)) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        object.get(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** @return null when the list is absent, so that "not stated" differs from "none" */
    <T> List<T> list(String name, Function<Fields, T> reader) {
        if (!has(name)) {
            return null;
        }
        List<T> read = new ArrayList<>();
        for (JsonNode element : object.get(name)) {
            read.add(reader.apply(new Fields(at(name) + "[" + read.size() + "]", element)));
        }
        return read;
    }

    FlawedRecord flaw(String name, String what, String remedy) {
        return new FlawedRecord(at(name), what, remedy);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static boolean pairs(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
