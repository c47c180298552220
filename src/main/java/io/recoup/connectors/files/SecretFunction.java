package io.recoup.connectors.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.spi.PropertiesFunction;

/** {@code {{secret:name}}}: the content of a mounted file, as Kubernetes and Docker give secrets. */
final class SecretFunction implements PropertiesFunction {

    private static final long LONGEST = 64L * 1024;

    private final Path folder;

    SecretFunction(Path folder) {
        this.folder = folder;
    }

    @Override
    public String getName() {
        return "secret";
    }

    /** @throws IllegalArgumentException naming the file that is missing, never a content */
    @Override
    public String apply(String name) {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("'" + name + "' is no name of a secret: letters, digits, . _ - only");
        }
        Path file = folder.resolve(name);
        try {
            if (Files.size(file) > LONGEST) {
                throw new IllegalArgumentException("secret '" + name + "' is longer than " + LONGEST + " bytes");
            }
            return Files.readString(file, StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException absent) {
            throw new IllegalArgumentException("secret '" + name + "' is missing: no readable file " + file, absent);
        }
    }
}
