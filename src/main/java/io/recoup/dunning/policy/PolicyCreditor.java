package io.recoup.dunning.policy;

import io.recoup.calendar.BusinessCalendar;
import io.recoup.calendar.Holidays;
import io.recoup.calendar.PublicHolidays;
import io.recoup.dunning.file.YamlFields;
import io.recoup.dunning.policy.Creditor.FreshnessLimits;
import io.recoup.dunning.policy.Creditor.Fuse;
import io.recoup.dunning.policy.Creditor.Netting;
import io.recoup.dunning.policy.Creditor.Start;
import io.recoup.mail.Letterhead;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/** The part of a policy file that states who claims. */
final class PolicyCreditor {

    private PolicyCreditor() {}

    static Creditor read(YamlFields block, Path folder) {
        Letterhead letterhead = PolicyLetterhead.read(block, folder);
        ZoneId zone = block.required("zone", "a time zone such as Europe/Madrid", ZoneId::of, ZoneId.of("UTC"));
        return new Creditor(
                block.matching("code", "default", "'default': one installation serves one creditor", "default"),
                letterhead,
                zone,
                block.number("termDays", 1, 30, 30),
                block.has("collection") ? start(block.block("collection")) : Start.ALWAYS,
                calendar(block),
                PolicyValues.amounts(block, "tolerance"),
                block.matching("netting", "items|total", "'items' or 'total'", "items")
                                .equals("total")
                        ? Netting.TOTAL
                        : Netting.ITEMS,
                block.has("freshness") ? fresh(block.block("freshness")) : new FreshnessLimits(3, 3),
                block.has("fuse") ? fuse(block.block("fuse")) : new Fuse(5, 50),
                archive(block, folder),
                block.matching("portal", "https?://\\S+", "an address such as https://pay.example.com/{debtor}", ""));
    }

    private static Start start(YamlFields block) {
        return new Start(PolicyValues.day(block, "past"), PolicyValues.day(block, "issued"));
    }

    /** Working days as {@code mon-fri}, public holidays by country, and days of the company's own. */
    private static BusinessCalendar calendar(YamlFields block) {
        Set<LocalDate> closed = new HashSet<>();
        for (String day : block.words("closed")) {
            try {
                closed.add(LocalDate.parse(day));
            } catch (DateTimeException noDay) {
                block.problem("closed", "'" + day + "' is no day", "state days such as 2025-12-24");
            }
        }
        String country = block.text("holidays", "none");
        Holidays holidays = closed::contains;
        if (!country.equals("none")) {
            try {
                Holidays publicly = PublicHolidays.of(country);
                holidays = day -> closed.contains(day) || publicly.isHoliday(day);
            } catch (IllegalArgumentException unknown) {
                block.problem(
                        "holidays",
                        unknown.getMessage(),
                        "state a country such as ES, a region such as DE-BY, or none");
            }
        }
        return new BusinessCalendar(PolicyValues.weekdays(block, "workdays", "mon-sun"), holidays);
    }

    /** Business days, or {@code off}. */
    private static FreshnessLimits fresh(YamlFields block) {
        return new FreshnessLimits(limit(block, "bank"), limit(block, "erp"));
    }

    private static int limit(YamlFields block, String field) {
        return block.text(field, "").matches("off|false") ? -1 : block.number(field, 0, 60, 3);
    }

    private static Fuse fuse(YamlFields block) {
        return new Fuse(block.number("times", 0, 1000, 5), block.number("atLeast", 0, 1_000_000, 50));
    }

    private static Path archive(YamlFields block, Path folder) {
        String stated = block.text("archive", "");
        if (stated.isEmpty()) {
            return null;
        }
        Path archive = folder.resolve(stated).normalize();
        if (!Files.isDirectory(archive)) {
            block.problem("archive", "there is no folder " + archive, "create it, or correct the path");
        }
        return archive;
    }
}
