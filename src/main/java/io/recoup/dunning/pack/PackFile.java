package io.recoup.dunning.pack;

import io.recoup.calendar.CountryZones;
import io.recoup.dunning.file.YamlFields;
import io.recoup.mail.BrokenFile;
import io.recoup.mail.FileText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Reads {@code routes/policies/packs/*.yaml}: every fault with its line, field and remedy. */
public final class PackFile {

    static final String ENDING = ".yaml";

    private PackFile() {}

    /** @throws BrokenFile with every fault found */
    public static Pack read(Path file) {
        YamlFields root = YamlFields.parse(file, FileText.read(file).text());
        String name = root.matching("name", "[a-z0-9]+(-[a-z0-9]+)*", "a name such as de-consumer", null);
        if (!name.isEmpty() && !file.getFileName().toString().equals(name + ENDING)) {
            root.problem("name", "'name' is '" + name + "'", "call it as the file, or the file " + name + ENDING);
        }
        String country = root.matching("country", "[A-Z]{2}", "a two-letter country such as ES, or EU", null);
        if (country.matches("[A-Z]{2}") && !isCountry(country)) {
            root.problem("country", "'country' is '" + country + "'", "state an ISO country such as GB, or EU");
        }
        List<String> sources = root.texts("sources");
        if (sources.isEmpty() || !sources.stream().allMatch(source -> source.matches("https?://\\S+"))) {
            root.problem("sources", "'sources' are not addresses", "list where the rules can be read: - https://…");
        }
        Pack pack = new Pack(
                file,
                name,
                root.required("title", "a title"),
                country,
                root.required("debtorType", "consumer, business or any", DebtorType::parse, DebtorType.ANY),
                sources,
                root.required("validFrom", "a date such as 2026-01-01", LocalDate::parse, LocalDate.MIN),
                root.required("reviewBy", "a date such as 2027-01-01", LocalDate::parse, LocalDate.MAX),
                root.required("reviewed", "true once counsel has, or false", WrittenLimits::truth, false),
                root.texts("replaces"),
                root.has("limits") ? LimitFields.read(root.block("limits"), name) : Limits.NONE);
        if (pack.reviewBy().isBefore(pack.validFrom())) {
            root.problem("reviewBy", "'reviewBy' is before 'validFrom'", "state a later day");
        }
        root.refuseUnknown();
        root.throwProblems();
        return pack;
    }

    private static boolean isCountry(String country) {
        return country.equals(Pack.EU) || CountryZones.countries().contains(country);
    }
}
