package io.recoup.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The first of the browser's languages that the console speaks, with its country: a Mexican reads Spanish words and
 * Mexican numbers. English for everybody else.
 */
class BrowserLanguage extends AcceptHeaderLocaleResolver {

    static final Set<String> SPOKEN = Set.of("en", "es", "it", "de");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> SPOKEN.contains(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
