package io.recoup.dunning.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.calendar.ContactWindow;
import io.recoup.calendar.CountryZones;
import io.recoup.calendar.Holidays;
import io.recoup.calendar.PublicHolidays;
import io.recoup.money.Money;
import io.recoup.testing.Seeds;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShippedPacksTest {

    private static final Packs PACKS = Packs.read(Path.of("routes/policies/packs"));

    @Test
    void every_pack_is_an_example_with_sources_and_a_day_of_review() {
        assertThat(PACKS.all())
                .extracting(Pack::name)
                .containsExactly(
                        "cl-business",
                        "cl-consumer",
                        "de-business",
                        "de-consumer",
                        "es-business",
                        "eu-business",
                        "it-business",
                        "uk-business");
        assertThat(PACKS.all()).allSatisfy(pack -> {
            assertThat(pack.reviewed()).isFalse();
            assertThat(pack.sources()).isNotEmpty();
        });
        assertThat(PACKS.overdueForReview(LocalDate.parse("2027-06-30"))).isEmpty();
        assertThat(PACKS.overdueForReview(LocalDate.parse("2027-07-01"))).hasSize(8);
    }

    @Test
    void german_businesses_owe_the_fixed_sum_and_consumers_none() {
        Money debt = Money.parse("100.00", "EUR");
        assertThat(limits("DE", DebtorType.BUSINESS).fixedSum(debt))
                .contains(new Sourced<>(Money.parse("40.00", "EUR"), "de-business"));
        assertThat(limits("DE", DebtorType.CONSUMER).fixedSum(debt)).isEmpty();
        assertThat(limits("DE", DebtorType.ANY).fixedSum(debt)).isEmpty();
        assertThat(limits("DE", DebtorType.CONSUMER).feeCap(debt))
                .contains(new Sourced<>(Money.parse("2.50", "EUR"), "de-consumer"));
    }

    @Test
    void the_british_fixed_sum_rises_at_1000_and_at_10000() {
        Limits british = limits("GB", DebtorType.BUSINESS);
        assertThat(british.fixedSum(pounds("999.99")).orElseThrow().value()).isEqualTo(pounds("40.00"));
        assertThat(british.fixedSum(pounds("1000.00")).orElseThrow().value()).isEqualTo(pounds("70.00"));
        assertThat(british.fixedSum(pounds("9999.99")).orElseThrow().value()).isEqualTo(pounds("70.00"));
        assertThat(british.fixedSum(pounds("10000.00")).orElseThrow().value()).isEqualTo(pounds("100.00"));
        assertThat(british.fixedSum(Money.parse("10000.00", "EUR"))).isEmpty();
    }

    @Test
    void british_interest_keeps_the_rate_of_its_first_day_and_german_interest_moves_with_the_half_year() {
        LocalDate due = LocalDate.parse("2025-06-29");
        LocalDate until = LocalDate.parse("2025-07-01");
        assertThat(interest("GB", DebtorType.BUSINESS, "1000000.00 GBP", due, until))
                .contains(new Sourced<>(pounds("698.63"), "uk-business"));
        // 11.27 % on 30 June, 10.27 % on 1 July
        assertThat(interest("DE", DebtorType.BUSINESS, "1000000.00 EUR", due, until))
                .contains(new Sourced<>(Money.parse("590.14", "EUR"), "de-business"));
        // 7.27 % and 6.27 %
        assertThat(interest("DE", DebtorType.CONSUMER, "1000000.00 EUR", due, until))
                .contains(new Sourced<>(Money.parse("370.96", "EUR"), "de-consumer"));
    }

    @Test
    void the_directive_serves_where_no_pack_of_the_country_replaces_it() {
        assertThat(limits("FR", DebtorType.BUSINESS).interestRules())
                .extracting(Sourced::pack)
                .containsExactly("eu-business");
        assertThat(limits("IT", DebtorType.BUSINESS).interestRules())
                .extracting(Sourced::pack)
                .containsExactly("it-business");
        assertThat(limits("FR", DebtorType.CONSUMER)).isEqualTo(Limits.NONE);
        assertThat(limits("CH", DebtorType.BUSINESS)).isEqualTo(Limits.NONE);
        assertThat(PACKS.limitsFor("FR", DebtorType.BUSINESS, LocalDate.parse("2013-03-15")))
                .isEqualTo(Limits.NONE);
        assertThat(PACKS.limitsFor("FR", DebtorType.BUSINESS, LocalDate.parse("2013-03-16")))
                .isEqualTo(limits("FR", DebtorType.BUSINESS));
    }

    @Test
    void a_chilean_consumer_is_written_to_twice_a_week_at_most_and_pays_fees_by_the_scale() {
        Limits chilean = limits("CL", DebtorType.CONSUMER);
        assertThat(chilean.maxContacts()).containsExactly(new Sourced<>(new ContactCap(2, 7), "cl-consumer"));
        assertThat(chilean.minGapDays()).contains(new Sourced<>(2, "cl-consumer"));
        assertThat(chilean.freeNotices()).contains(new Sourced<>(1, "cl-consumer"));
        assertThat(chilean.feeAfterDays()).contains(new Sourced<>(20, "cl-consumer"));
        assertThat(chilean.feeCap(Money.parse("390000", "CLP")).orElseThrow().value())
                .isEqualTo(Money.parse("35100", "CLP"));
        assertThat(chilean.feeCap(Money.parse("1950100", "CLP")).orElseThrow().value())
                .isEqualTo(Money.parse("128703", "CLP"));
        assertThat(chilean.feeCap(Money.parse("100.00", "USD")).orElseThrow().value())
                .isEqualTo(Money.parse("0", "USD"));
        assertThat(chilean.forbiddenIn("Aviso", "Último aviso antes de la DEMANDA JUDICIAL"))
                .extracting(found -> found.value().expression())
                .containsExactly("demanda judicial");
        assertThat(chilean.forbiddenIn("Factura 12", "Sin embargo, quedamos a su disposición"))
                .isEmpty();
    }

    @Test
    void no_chilean_consumer_is_contacted_outside_his_hours_in_any_zone_of_the_country() {
        ContactWindow window =
                limits("CL", DebtorType.CONSUMER).contactWindow().orElseThrow().value();
        List<ZoneId> zones = CountryZones.of("CL");
        Holidays holidays = PublicHolidays.of("CL");
        Seeds.forEach(20_000, random -> {
            Instant question = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(random.nextInt(10 * 365 * 86_400));
            Instant next = window.next(question, zones, holidays).orElseThrow();
            for (ZoneId zone : zones) {
                ZonedDateTime local = next.atZone(zone);
                assertThat(local.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(19, 59, 59, 999_999_999));
                assertThat(local.getDayOfWeek().getValue()).isBetween(1, 6);
                assertThat(holidays.isHoliday(local.toLocalDate())).isFalse();
            }
        });
    }

    @Test
    void every_base_rate_is_known_from_2023_to_the_first_half_of_2026() {
        for (String table : List.of("ecb-main-refinancing", "bundesbank-basiszinssatz", "boe-reference")) {
            for (LocalDate day = LocalDate.parse("2023-01-01");
                    day.isBefore(LocalDate.parse("2026-07-01"));
                    day = day.plusMonths(6)) {
                assertThat(PACKS.rates().yearlyPercent(table, day)).isPositive();
            }
        }
        BigDecimal spread = PACKS.rates()
                .yearlyPercent("ecb-main-refinancing", LocalDate.parse("2023-01-01"))
                .subtract(PACKS.rates().yearlyPercent("bundesbank-basiszinssatz", LocalDate.parse("2023-01-01")));
        for (LocalDate day : List.of(LocalDate.parse("2024-07-01"), LocalDate.parse("2026-06-30"))) {
            assertThat(PACKS.rates()
                            .yearlyPercent("ecb-main-refinancing", day)
                            .subtract(PACKS.rates().yearlyPercent("bundesbank-basiszinssatz", day)))
                    .isEqualByComparingTo(spread);
        }
    }

    private static Optional<Sourced<Money>> interest(
            String country, DebtorType type, String principal, LocalDate due, LocalDate until) {
        return limits(country, type).interest(WrittenLimits.amount(principal), due, until, PACKS.rates());
    }

    private static Limits limits(String country, DebtorType type) {
        return PACKS.limitsFor(country, type, LocalDate.parse("2026-03-10"));
    }

    private static Money pounds(String amount) {
        return Money.parse(amount, "GBP");
    }
}
