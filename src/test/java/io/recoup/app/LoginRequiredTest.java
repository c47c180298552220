package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class LoginRequiredTest {

    private static final String HASH = "$argon2id$v=19$m=16384,t=2,p=1$c2FsdA$aGFzaA";

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void only_the_demo_starts_without_a_login() {
        environment.setActiveProfiles("production");
        assertThatThrownBy(() -> LoginRequired.check(environment))
                .isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused).hasMessageContaining("no login is configured");
                    assertThat(refused.remedy()).contains("hash-password", "oauth2");
                });
        environment.setActiveProfiles("demo");
        assertThatCode(() -> LoginRequired.check(environment)).doesNotThrowAnyException();
    }

    @Test
    void a_local_user_or_a_provider_is_enough() {
        environment.setActiveProfiles("production");
        environment.setProperty("recoup.users[0].name", "anna");
        environment.setProperty("recoup.users[0].password", HASH);
        assertThatCode(() -> LoginRequired.check(environment)).doesNotThrowAnyException();

        MockEnvironment provider = new MockEnvironment();
        provider.setProperty("spring.security.oauth2.client.registration.company.client-id", "recoup");
        assertThatCode(() -> LoginRequired.check(provider)).doesNotThrowAnyException();
    }

    @Test
    void a_plain_password_or_an_unknown_role_is_refused_by_its_setting() {
        environment.setProperty("recoup.users[0].name", "anna");
        environment.setProperty("recoup.users[0].password", "secret");
        assertThatThrownBy(() -> LoginRequired.check(environment))
                .hasMessage("recoup.users[0].password is no Argon2id hash");
        environment.setProperty("recoup.users[0].password", HASH);
        environment.setProperty("recoup.users[0].roles", "boss");
        assertThatThrownBy(() -> LoginRequired.check(environment))
                .hasMessageContaining("recoup.users[0].roles has an unknown role: [boss]");
    }
}
