package io.recoup.intake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.intake.RoutesFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The contracts of the routes folder; where it has none, those that recoup came with. */
@Component
public class Contracts {

    private static final String PACKAGED = "/contracts/";

    private final RoutesFolder routes;
    private final Map<String, Contract> compiled = new ConcurrentHashMap<>();

    public Contracts(RoutesFolder routes) {
        this.routes = routes;
    }

    /**
     * @param name such as {@code invoice/1}
     * @throws IllegalArgumentException if there is no such contract
     */
    public Contract get(String name) {
        return compiled.computeIfAbsent(name, this::load);
    }

    private Contract load(String name) {
        String file = name.replace('/', '-') + ".schema.json";
        try (InputStream in = open(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no contract " + name + " in " + routes.contracts());
            }
            JsonNode schema = Json.MAPPER.readTree(in);
            return new Contract(name, schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "contract " + routes.contracts().resolve(file) + " cannot be read", unreadable);
        }
    }

    private InputStream open(String file) throws IOException {
        Path own = routes.contracts().resolve(file);
        return Files.isRegularFile(own)
                ? Files.newInputStream(own)
                : Contracts.class.getResourceAsStream(PACKAGED + file);
    }
}
