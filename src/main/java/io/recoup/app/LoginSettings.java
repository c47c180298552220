package io.recoup.app;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the console, outside the demo.
 *
 * @param users local users; may be empty when {@code spring.security.oauth2.client} names an OIDC provider
 * @param oidc  how to read the provider's answer
 */
@ConfigurationProperties("recoup")
record LoginSettings(
        @DefaultValue List<User> users, @DefaultValue Oidc oidc) {

    /** Looks, and also does. */
    static final String COLLECTOR = "collector";

    static final String ADMIN = "admin";

    /**
     * One local user.
     *
     * @param name     what is typed at the login page
     * @param password Argon2id hash as {@code hash-password} prints it, never the password
     * @param roles    {@code viewer} (looks), {@code collector} (also does), {@code admin}
     */
    record User(
            String name,
            String password,
            @DefaultValue("collector") List<String> roles) {

        /** Without the hash. */
        @Override
        public String toString() {
            return name + " " + roles;
        }
    }

    /** @param rolesClaim claim of the identity token that lists the roles */
    record Oidc(@DefaultValue("roles") String rolesClaim) {}
}
