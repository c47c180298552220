package io.recoup.app;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Outside the demo nothing starts without somebody who may log in. Asked before anything is opened. */
@Configuration(proxyBeanMethods = false)
class LoginRequired {

    private static final Set<String> ROLES = Set.of("viewer", LoginSettings.COLLECTOR, LoginSettings.ADMIN);

    private static final String EXAMPLE = """
            Either name local users, with the hash that 'java -jar recoup.jar hash-password' prints:

              recoup:
                users:
                  - name: anna
                    password: "$argon2id$v=19$m=16384,t=2,p=1$..."
                    roles: [collector]

            or an OIDC provider:

              spring.security.oauth2.client:
                registration.company: { client-id: recoup, client-secret: "${OIDC_SECRET}", scope: [openid, profile] }
                provider.company.issuer-uri: https://login.example.com/realms/company

            For the demo, which needs no login, use --spring.profiles.active=demo.""";

    @Bean
    static BeanFactoryPostProcessor loginIsConfigured(Environment environment) {
        return beans -> check(environment);
    }

    static void check(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("demo", CommandContext.PROFILE))) {
            return;
        }
        Binder binder = Binder.get(environment);
        List<LoginSettings.User> users = binder.bind("recoup.users", Bindable.listOf(LoginSettings.User.class))
                .orElse(List.of());
        boolean oidc = binder.bind(
                        "spring.security.oauth2.client.registration", Bindable.mapOf(String.class, Object.class))
                .isBound();
        if (users.isEmpty() && !oidc) {
            throw new StartRefused("no login is configured, and only the demo runs without one", EXAMPLE);
        }
        for (int i = 0; i < users.size(); i++) {
            check(users.get(i), "recoup.users[" + i + "]");
        }
    }

    private static void check(LoginSettings.User user, String setting) {
        if (user.name() == null || user.name().isBlank()) {
            throw new StartRefused(setting + ".name is missing", EXAMPLE);
        }
        if (user.password() == null || !user.password().startsWith("$argon2id$")) {
            throw new StartRefused(
                    setting + ".password is no Argon2id hash",
                    "Replace it by what 'java -jar recoup.jar hash-password' prints; it begins with $argon2id$.");
        }
        if (!ROLES.containsAll(user.roles())) {
            throw new StartRefused(
                    setting + ".roles has an unknown role: " + user.roles(), "Use some of " + ROLES + ".");
        }
    }
}
