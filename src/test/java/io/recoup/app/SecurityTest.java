package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.testing.AppTest;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class SecurityTest extends AppTest {

    private static final Pattern HIDDEN_FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    void health_is_open_without_details_and_everything_else_leads_to_the_login() throws Exception {
        HttpResponse<String> health = get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("components");
        assertThat(get("/actuator/env").statusCode()).isEqualTo(302);
        HttpResponse<String> page = get("/anything");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void pages_carry_a_content_policy_and_may_not_be_framed_by_others() throws Exception {
        HttpResponse<String> login = get("/login");
        assertThat(login.headers().firstValue("Content-Security-Policy")).hasValue(PageHeaders.CONTENT_POLICY);
        assertThat(login.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
        assertThat(login.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(login.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void a_user_logs_in_with_his_password_only_and_sees_details() throws Exception {
        assertThat(logIn("clerk", "a wrong password")).endsWith("/login?error");
        assertThat(logIn("clerk", "a long password")).doesNotContain("login");
        assertThat(get("/actuator/health").body()).contains("\"invariants\":{\"status\":\"UP\"}");
        assertThat(get("/nothing-here").statusCode()).isEqualTo(404);
        assertThat(session().isHttpOnly()).isTrue();
    }

    @Test
    void a_change_needs_the_hidden_field_and_a_role_that_may_act() throws Exception {
        assertThat(post("/nothing-here", "").statusCode())
                .as("nobody, no field")
                .isEqualTo(403);
        logIn("clerk", "a long password");
        assertThat(post("/nothing-here", "").statusCode()).as("no field").isEqualTo(403);
        assertThat(post("/nothing-here", hiddenField()).statusCode())
                .as("collector")
                .isEqualTo(404);
        logIn("auditor", "a long password");
        assertThat(post("/nothing-here", hiddenField()).statusCode())
                .as("viewer")
                .isEqualTo(403);
    }

    private String logIn(String name, String password) throws Exception {
        HttpResponse<String> answer = post(
                "/login",
                "username=" + name + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&"
                        + hiddenField());
        return answer.headers().firstValue("Location").orElse("status " + answer.statusCode());
    }

    private String hiddenField() throws Exception {
        Matcher field = HIDDEN_FIELD.matcher(get("/login").body());
        assertThat(field.find()).as("the form has a hidden field").isTrue();
        return "_csrf=" + URLEncoder.encode(field.group(1), StandardCharsets.UTF_8);
    }

    private HttpCookie session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("recoup"))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
