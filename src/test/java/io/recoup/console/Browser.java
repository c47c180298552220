package io.recoup.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plain HTTP client with cookies that reads and sends the console's forms, without scripts. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String origin;
    private final String languages;

    Browser(int port, String languages) {
        this.origin = "http://127.0.0.1:" + port;
        this.languages = languages;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** Sends a form as htmx does, with the token of the last page that had one. */
    HttpResponse<String> post(String path, String tokenPage, String... fields) {
        Matcher token = TOKEN.matcher(get(tokenPage).body());
        if (!token.find()) {
            throw new IllegalStateException("no form token on " + tokenPage);
        }
        return postWithoutToken(path, form(fields) + "&_csrf=" + encode(token.group(1)));
    }

    HttpResponse<String> postWithoutToken(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .header("Accept", "text/html")
                .header("Accept-Language", languages);
    }

    private static String form(String... fields) {
        StringBuilder form = new StringBuilder("form=1");
        for (int n = 0; n < fields.length; n += 2) {
            form.append('&').append(fields[n]).append('=').append(encode(fields[n + 1]));
        }
        return form.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
