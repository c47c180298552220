package io.recoup.dunning.desk;

import io.recoup.calendar.ContactWindow;
import io.recoup.calendar.CountryZones;
import io.recoup.calendar.Holidays;
import io.recoup.calendar.PublicHolidays;
import io.recoup.dunning.pack.Sourced;
import io.recoup.dunning.policy.Policy;
import io.recoup.receivables.DebtorProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** When a debtor may be written to, by his own clock; where his zone is not known, by every clock of his country. */
final class ContactHours {

    private ContactHours() {}

    /**
     * @param next when contact is allowed; empty = the windows of his zones never meet, so a person must see to it
     * @param pack whose hours these are
     */
    record Closed(Optional<Instant> next, String pack) {}

    /** Empty when the debtor may be written to now. */
    static Optional<Closed> closed(DebtorProfile who, Policy policy, Instant now) {
        Optional<Sourced<ContactWindow>> window = policy.restrictionsFor(
                        who.country(), who.type(), LocalDate.ofInstant(now, policy.zone()))
                .limits()
                .contactWindow();
        if (window.isEmpty()) {
            return Optional.empty();
        }
        String country = who.country() == null ? policy.letterhead().country() : who.country();
        Collection<ZoneId> zones = zones(who, country, policy);
        Holidays holidays = window.get().value().excludesHolidays() ? PublicHolidays.of(country) : day -> false;
        return window.get().value().allows(now, zones, holidays)
                ? Optional.empty()
                : Optional.of(new Closed(
                        window.get().value().next(now, zones, holidays),
                        window.get().pack()));
    }

    private static Collection<ZoneId> zones(DebtorProfile who, String country, Policy policy) {
        if (who.zone() != null) {
            return Set.of(who.zone());
        }
        if (who.country() == null || country.equals(policy.letterhead().country())) {
            return Set.of(policy.zone());
        }
        return CountryZones.countries().contains(country) ? CountryZones.of(country) : Set.of(policy.zone());
    }
}
