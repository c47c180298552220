package io.recoup.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** What the health endpoint says, in the few words that fit a header. */
@Component
class HealthParts {

    /** Parts of the platform that say nothing about collections. */
    private static final Set<String> UNSHOWN = Set.of(
            "diskSpace", "ping", "ssl", "livenessState", "readinessState", "camelLivenessState", "camelReadinessState");

    private final ObjectProvider<HealthEndpoint> endpoint;

    HealthParts(ObjectProvider<HealthEndpoint> endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * @param tone ok, warn or bad
     * @param detail what the indicator adds; empty when all is well
     */
    record Part(String name, String tone, String detail) {}

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        HealthEndpoint known = endpoint.getIfAvailable();
        if (known != null && known.health() instanceof CompositeHealthDescriptor all) {
            all.getComponents().forEach((name, health) -> {
                if (!UNSHOWN.contains(name)) {
                    parts.add(part(name, health));
                }
            });
        }
        return parts;
    }

    private static Part part(String name, HealthDescriptor health) {
        String tone =
                health.getStatus().equals(Status.UP) ? "ok" : health.getStatus().equals(Status.DOWN) ? "bad" : "warn";
        Map<String, Object> details = health instanceof IndicatedHealthDescriptor one ? one.getDetails() : Map.of();
        return new Part(name, tone, tone.equals("ok") || details == null ? "" : details.toString());
    }
}
