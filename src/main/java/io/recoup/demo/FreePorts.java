package io.recoup.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Settles the demo's ports before anything reads them, because the mail room is told the SMTP port through the same
 * property: the wished port, or a free one when somebody else has it. The console's port gives way only where nobody
 * asked for it; a port that was asked for and is taken stops the start with a remedy.
 */
class FreePorts implements EnvironmentPostProcessor, Ordered {

    private static final String PORT = "server.port";
    private static final Map<String, Integer> WISHED =
            Map.of("recoup.demo.smtp-port", 3025, "recoup.demo.imap-port", 3143);

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        Map<String, Object> ports = new LinkedHashMap<>();
        WISHED.forEach((name, usual) -> ports.put(name, freePort(environment.getProperty(name, Integer.class, usual))));
        if (isUsual(environment, PORT)) {
            ports.put(PORT, freePort(environment.getProperty(PORT, Integer.class, 8080)));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("demo ports", ports));
    }

    /** True if the value is the one that recoup brings along. */
    private static boolean isUsual(ConfigurableEnvironment environment, String name) {
        return environment.getPropertySources().stream()
                .filter(source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
                .filter(source -> source.containsProperty(name))
                .findFirst()
                .filter(source -> source.getName().contains("class path resource"))
                .isPresent();
    }

    static int freePort(int wished) {
        try {
            return bound(wished);
        } catch (IOException taken) {
            try {
                return bound(0);
            } catch (IOException none) {
                throw new IllegalStateException("no free port on loopback for the demo's mail server", none);
            }
        }
    }

    private static int bound(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return probe.getLocalPort();
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
