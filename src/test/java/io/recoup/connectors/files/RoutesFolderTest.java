package io.recoup.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.connectors.Door;
import io.recoup.connectors.RouteFileSettings;
import io.recoup.intake.RoutesFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

/** Every shipped route file loads, and the manual beside them says what the code does. */
class RoutesFolderTest {

    private static final Path ROUTES = Path.of("routes");

    @Test
    void every_shipped_route_file_passes_the_check() {
        var result = FolderCheck.run(ROUTES, demoSettings()::getProperty, settings());
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void every_shipped_route_runs_with_its_addresses_and_is_off_without() throws Exception {
        for (boolean configured : List.of(true, false)) {
            UnaryOperator<String> setting = configured ? demoSettings()::getProperty : name -> null;
            try (Rehearsal rehearsal = new Rehearsal(setting, settings())) {
                RouteFolder.read(ROUTES).forEach((name, bytes) -> {
                    ReadFile file = rehearsal.read(name, bytes);
                    assertThat(file.problems).as(name).isEmpty();
                    assertThat(file.live()).as(name).hasSize(configured ? file.routes.size() : 0);
                });
            }
        }
    }

    @Test
    void every_route_file_in_the_manual_passes_the_check() throws Exception {
        Matcher example = Pattern.compile("(?s)```yaml\\n(.*?)```").matcher(manual());
        int examples = 0;
        try (Rehearsal rehearsal = new Rehearsal(
                name -> name.endsWith("url") ? "https://agency.example.org" : "x-" + name, withSecrets())) {
            while (example.find()) {
                examples++;
                ReadFile file = rehearsal.read(
                        "readme-" + examples + ".camel.yaml", example.group(1).getBytes("UTF-8"));
                assertThat(file.problems).isEmpty();
                assertThat(file.warnings).isEmpty();
            }
        }
        assertThat(examples).isGreaterThan(4);
    }

    @Test
    void the_manual_names_every_door_and_every_option() throws Exception {
        String manual = manual();
        for (Door door : Door.values()) {
            List<String> lines = manual.lines()
                    .filter(line -> line.startsWith("| `recoup:" + door.label() + "`"))
                    .toList();
            assertThat(lines).as(door.label()).hasSize(1);
        }
        String options = Arrays.stream(Door.values())
                .flatMap(door -> door.options().stream())
                .map(option -> "`" + option.name() + "`")
                .distinct()
                .filter(option -> !manual.contains(option))
                .collect(Collectors.joining(" "));
        assertThat(options).as("options that the manual does not name").isEmpty();
    }

    @Test
    void settings_have_these_keys_and_defaults() {
        assertThat(settings().components())
                .contains("recoup", "file", "http", "imaps", "kafka")
                .doesNotContain("exec", "smtp", "sql", "bean", "mock");
        assertThat(settings().every()).hasSeconds(1);
        assertThat(settings().secrets()).isEqualTo(Path.of("/run/secrets"));
        assertThat(Binder.get(new StandardEnvironment())
                        .bindOrCreate("recoup.routes", RoutesFolder.class)
                        .folder())
                .isEqualTo(ROUTES);
    }

    private static String manual() throws Exception {
        return Files.readString(ROUTES.resolve("README.md"));
    }

    private static RouteFileSettings settings() {
        return Binder.get(new StandardEnvironment()).bindOrCreate("recoup.route-files", RouteFileSettings.class);
    }

    private static RouteFileSettings withSecrets() throws Exception {
        Path folder = Files.createTempDirectory("secrets");
        Files.writeString(folder.resolve("agency-token"), "x");
        Files.writeString(folder.resolve("erp-token"), "x");
        return new RouteFileSettings(settings().components(), settings().every(), folder);
    }

    private static StandardEnvironment demoSettings() {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment, null, null, List.of("demo"));
        return environment;
    }
}
