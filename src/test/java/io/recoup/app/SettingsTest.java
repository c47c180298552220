package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.receivables.ReceivablesSettings;
import io.recoup.reconciliation.desk.ReconciliationSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Keys and defaults are promises to those who wrote them into a file. */
class SettingsTest {

    @Test
    void defaults_need_no_setting_at_all() {
        DatabaseSettings database = bind(Map.of(), "recoup.database", DatabaseSettings.class);
        assertThat(database).isEqualTo(new DatabaseSettings(null, null, null, null, null, 20, false));
        assertThat(bind(Map.of(), "recoup.health", HealthSettings.class).invariantsEvery())
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(bind(Map.of(), "recoup.quartz", QuartzSettings.class))
                .isEqualTo(new QuartzSettings(Duration.ofSeconds(5), Duration.ofSeconds(15), 5));
        assertThat(bind(Map.of(), "recoup", LoginSettings.class))
                .isEqualTo(new LoginSettings(List.of(), new LoginSettings.Oidc("roles")));
        assertThat(bind(Map.of(), "recoup.reconciliation", ReconciliationSettings.class))
                .isEqualTo(ReconciliationSettings.defaults());
        assertThat(bind(Map.of(), "recoup.receivables", ReceivablesSettings.class))
                .isEqualTo(new ReceivablesSettings(Duration.ofMinutes(5)));
    }

    @Test
    void keys_are_as_documented() {
        DatabaseSettings database = bind(
                Map.of(
                        "recoup.database.url", "jdbc:postgresql://db/recoup",
                        "recoup.database.username", "recoup",
                        "recoup.database.password", "secret",
                        "recoup.database.port", "5544",
                        "recoup.database.folder", "/var/lib/recoup/postgresql",
                        "recoup.database.connections", "7"),
                "recoup.database",
                DatabaseSettings.class);
        assertThat(database.isExternal()).isTrue();
        assertThat(database.port()).isEqualTo(5544);
        assertThat(database.folder()).hasToString("/var/lib/recoup/postgresql");
        assertThat(database.connections()).isEqualTo(7);
        assertThat(bind(
                        Map.of(
                                "recoup.reconciliation.cron", "-",
                                "recoup.reconciliation.thresholds", "shipped",
                                "recoup.reconciliation.audit-share", "0.1",
                                "recoup.reconciliation.audit-salt", "x",
                                "recoup.reconciliation.target", "0.002",
                                "recoup.reconciliation.tolerances.EUR", "0.50",
                                "recoup.reconciliation.charges.GBP", "12.00",
                                "recoup.reconciliation.days-ahead", "3",
                                "recoup.reconciliation.discount-grace", "1"),
                        "recoup.reconciliation",
                        ReconciliationSettings.class))
                .isEqualTo(new ReconciliationSettings(
                        "-",
                        ReconciliationSettings.Base.SHIPPED,
                        0.1,
                        "x",
                        0.002,
                        Map.of("EUR", new BigDecimal("0.50")),
                        Map.of("GBP", new BigDecimal("12.00")),
                        3,
                        1));
        LoginSettings login = bind(
                Map.of("recoup.users[0].name", "anna", "recoup.users[0].password", "hash"),
                "recoup",
                LoginSettings.class);
        assertThat(login.users())
                .containsExactly(new LoginSettings.User("anna", "hash", List.of(LoginSettings.COLLECTOR)));
    }

    @Test
    void shares_and_tolerances_out_of_their_bounds_are_refused() {
        for (Map<String, String> wrong : List.of(
                Map.of("recoup.reconciliation.audit-share", "1.01"),
                Map.of("recoup.reconciliation.target", "0"),
                Map.of("recoup.reconciliation.tolerances.EUR", "-0.01"),
                Map.of("recoup.reconciliation.charges.EUR", "-0.01"),
                Map.of("recoup.reconciliation.days-ahead", "-1"))) {
            assertThatThrownBy(() -> bind(wrong, "recoup.reconciliation", ReconciliationSettings.class))
                    .as("%s", wrong)
                    .hasRootCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    private static <T> T bind(Map<String, String> settings, String prefix, Class<T> type) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(prefix, type);
    }
}
