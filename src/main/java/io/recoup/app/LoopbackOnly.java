package io.recoup.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in only this machine, asked for under its own name. A foreign {@code Host} is a name that somebody made
 * resolve to 127.0.0.1 so that a page of his can read ours; a foreign {@code Origin} is a page that posts to us.
 */
final class LoopbackOnly extends OncePerRequestFilter {

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> refusal = refusal(request);
        if (refusal.isPresent()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().println("The demo has no login, so that it refuses " + refusal.get() + ".");
            return;
        }
        chain.doFilter(request, response);
    }

    static Optional<String> refusal(HttpServletRequest request) {
        if (!isLoopback(request.getRemoteAddr())) {
            return Optional.of("requests from other machines");
        }
        String host = request.getHeader("Host");
        if (host == null || !HOSTS.contains(withoutPort(host))) {
            return Optional.of("requests for another host name than localhost");
        }
        if (!READING.contains(request.getMethod()) && isCrossSite(request, host)) {
            return Optional.of("changes asked for by pages of other sites");
        }
        return Optional.empty();
    }

    private static boolean isCrossSite(HttpServletRequest request, String host) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        return (origin != null && !origin.equals(request.getScheme() + "://" + host))
                || (site != null && !OWN_SITE.contains(site));
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":[0-9]+$", "");
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            // a literal address: nothing is looked up
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
