package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.receivables.ReceivablesSettings;
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
        LoginSettings login = bind(
                Map.of("recoup.users[0].name", "anna", "recoup.users[0].password", "hash"),
                "recoup",
                LoginSettings.class);
        assertThat(login.users())
                .containsExactly(new LoginSettings.User("anna", "hash", List.of(LoginSettings.COLLECTOR)));
    }

    private static <T> T bind(Map<String, String> settings, String prefix, Class<T> type) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(prefix, type);
    }
}
