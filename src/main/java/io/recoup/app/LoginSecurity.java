package io.recoup.app;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Every profile but the demo: local users with Argon2id hashes, an OIDC provider, or both. */
@Configuration(proxyBeanMethods = false)
@Profile("!demo")
@ConditionalOnWebApplication
class LoginSecurity {

    @Bean
    SecurityFilterChain login(
            HttpSecurity http, LoginSettings settings, ObjectProvider<ClientRegistrationRepository> providers) {
        PageHeaders.on(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health", "info"))
                        .permitAll()
                        .requestMatchers("/webjars/**", "/assets/**", "/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET)
                        .authenticated()
                        .anyRequest()
                        .hasAnyRole(role(LoginSettings.COLLECTOR), role(LoginSettings.ADMIN)));
        if (!settings.users().isEmpty()) {
            http.formLogin(Customizer.withDefaults());
        }
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(Customizer.withDefaults());
        }
        return http.logout(Customizer.withDefaults()).build();
    }

    @Bean
    UserDetailsService localUsers(LoginSettings settings) {
        List<UserDetails> users = settings.users().stream()
                .map(user -> User.withUsername(user.name())
                        .password(user.password())
                        .roles(user.roles().stream().map(LoginSecurity::role).toArray(String[]::new))
                        .build())
                .toList();
        return new InMemoryUserDetailsManager(users);
    }

    @Bean
    PasswordEncoder argon2() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /** Roles of an OIDC user are those that the provider lists in the configured claim. */
    @Bean
    GrantedAuthoritiesMapper rolesOfProvider(LoginSettings settings) {
        return granted -> {
            Set<GrantedAuthority> mapped = new HashSet<>(granted);
            for (GrantedAuthority authority : granted) {
                if (authority instanceof OidcUserAuthority oidc
                        && oidc.getIdToken().getClaims().get(settings.oidc().rolesClaim())
                                instanceof Collection<?> roles) {
                    roles.forEach(role -> mapped.add(new SimpleGrantedAuthority("ROLE_" + role(role.toString()))));
                }
            }
            return mapped;
        };
    }

    private static String role(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
