package io.recoup.dunning.pack;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The rules of one country for one kind of debtor, as somebody has understood them.
 *
 * @param country ISO 3166, or {@code EU} for every member state
 * @param sources where the rules can be read; at least one
 * @param validFrom first day on which the rules hold
 * @param reviewBy day by which somebody must look whether they still do
 * @param reviewed whether counsel has; if not, it is an example
 * @param replaces names of packs that do not apply where this one does, such as the directive's beside the law that
 *     puts it into force
 */
public record Pack(
        Path file,
        String name,
        String title,
        String country,
        DebtorType debtorType,
        List<String> sources,
        LocalDate validFrom,
        LocalDate reviewBy,
        boolean reviewed,
        List<String> replaces,
        Limits limits) {

    static final String EU = "EU";

    /** Source: europa.eu, member states since 1 February 2020. */
    private static final Set<String> MEMBER_STATES = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    public Pack {
        sources = List.copyOf(sources);
        replaces = List.copyOf(replaces);
    }

    public boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day);
    }

    /** @param debtor {@code ANY} = not known: then what protects either applies */
    public boolean appliesTo(String debtorCountry, DebtorType debtor) {
        boolean there = country.equals(debtorCountry) || country.equals(EU) && MEMBER_STATES.contains(debtorCountry);
        return there && debtorType.concerns(debtor);
    }
}
