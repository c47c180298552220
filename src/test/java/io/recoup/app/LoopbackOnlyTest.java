package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoopbackOnlyTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

    LoopbackOnlyTest() {
        request.setRemoteAddr("127.0.0.1");
        request.addHeader("Host", "localhost:8080");
    }

    @Test
    void this_machine_may_read_and_post_its_own_forms() {
        assertThat(LoopbackOnly.refusal(request)).isEmpty();
        request.setMethod("POST");
        request.addHeader("Origin", "http://localhost:8080");
        request.addHeader("Sec-Fetch-Site", "same-origin");
        assertThat(LoopbackOnly.refusal(request)).isEmpty();
        request.setRemoteAddr("0:0:0:0:0:0:0:1");
        assertThat(LoopbackOnly.refusal(request)).isEmpty();
    }

    @Test
    void another_machine_is_refused() throws Exception {
        request.setRemoteAddr("192.168.1.20");
        assertThat(LoopbackOnly.refusal(request))
                .hasValueSatisfying(reason -> assertThat(reason).contains("other machines"));
        MockHttpServletResponse response = new MockHttpServletResponse();
        new LoopbackOnly().doFilter(request, response, new MockFilterChain());
        assertThat(response.getStatus()).isEqualTo(403);
    }

    @Test
    void a_foreign_name_for_this_machine_is_refused() {
        request.removeHeader("Host");
        request.addHeader("Host", "localhost.evil.example:8080");
        assertThat(LoopbackOnly.refusal(request)).isPresent();
        request.removeHeader("Host");
        assertThat(LoopbackOnly.refusal(request)).isPresent();
    }

    @Test
    void a_foreign_page_may_not_post() {
        request.setMethod("POST");
        request.addHeader("Origin", "https://evil.example");
        assertThat(LoopbackOnly.refusal(request)).isPresent();
        request.removeHeader("Origin");
        request.addHeader("Sec-Fetch-Site", "cross-site");
        assertThat(LoopbackOnly.refusal(request)).isPresent();
    }
}
