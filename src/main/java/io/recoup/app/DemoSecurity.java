package io.recoup.app;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** The demo: everybody at this machine may do everything, nobody else anything. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoSecurity {

    /** The demo agency's own HTTP interface; a route calls it, and a route has no form with a hidden field. */
    private static final String DEMO_AGENCY = "/demo/agency/**";

    @Bean
    SecurityFilterChain demo(HttpSecurity http) {
        return PageHeaders.on(http)
                .csrf(csrf -> csrf.ignoringRequestMatchers(DEMO_AGENCY))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterBefore(new LoopbackOnly(), SecurityContextHolderFilter.class)
                .build();
    }

    /** Keeps Spring Boot from inventing a user and printing a password. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("the demo has no users");
        };
    }
}
