package io.recoup.app;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every page carries, with and without a login. */
final class PageHeaders {

    /** Nothing from elsewhere, no inline script or style, and no frame of ours in a foreign page. */
    static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private PageHeaders() {}

    static HttpSecurity on(HttpSecurity http) {
        return http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                features -> features.policy("camera=(), geolocation=(), microphone=()")))
                // in a cookie, so that any replica can check it; the form's hidden field is masked per request
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()));
    }
}
