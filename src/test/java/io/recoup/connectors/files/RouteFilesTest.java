package io.recoup.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.connectors.RouteFileSettings;
import io.recoup.connectors.RouteFileStatus;
import io.recoup.connectors.RouteFileStatus.State;
import io.recoup.connectors.TestDoors;
import io.recoup.connectors.route.PartnerRoutes;
import io.recoup.intake.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.boot.health.contributor.Status;

class RouteFilesTest {

    @TempDir
    Path folder;

    @TempDir
    Path secrets;

    private DefaultCamelContext camel;
    private Rehearsal rehearsal;
    private RouteFiles files;

    @BeforeEach
    void start() throws Exception {
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("invoices", new TestDoors.In("invoices"));
        camel.addRoutes(new PartnerRoutes());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:recoup-own").routeId("recoup-own").log("own");
            }
        });
        RouteFileSettings settings = new RouteFileSettings(
                Set.of("recoup", "file", "http", "timer", "quartz", "direct", "log"), Duration.ofSeconds(1), secrets);
        camel.getPropertiesComponent().addPropertiesFunction(new SecretFunction(secrets));
        camel.start();
        rehearsal = new Rehearsal(
                name -> camel.getPropertiesComponent().resolveProperty(name).orElse(null), settings);
        files = new RouteFiles(
                folder,
                rehearsal,
                new RouteSwitch(camel),
                Clock.fixed(Instant.parse("2026-03-09T08:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        rehearsal.close();
        camel.stop();
    }

    @Test
    void runs_what_lies_there_at_the_first_look() throws Exception {
        write("banks/a.camel.yaml", timer("a", "1h"));
        write("readme.yaml", "not a route");
        files.look();
        assertThat(status("banks/a.camel.yaml").state()).isEqualTo(State.OK);
        assertThat(status("banks/a.camel.yaml").routes()).containsExactly("a");
        assertThat(isRunning("a")).isTrue();
        assertThat(files.files()).hasSize(1);
    }

    @Test
    void a_broken_file_stops_no_other_and_says_where_it_is_broken() throws Exception {
        write("a.camel.yaml", timer("a", "1h"));
        write("b.camel.yaml", timer("b", "1h").replace("- log", "- lgo"));
        write("c.camel.yaml", "- route:\n  id: [");
        write("d.camel.yaml", timer("d", "1h"));
        files.look();
        assertThat(isRunning("a")).isTrue();
        assertThat(isRunning("d")).isTrue();
        RouteFileStatus broken = status("b.camel.yaml");
        assertThat(broken.state()).isEqualTo(State.REJECTED);
        assertThat(broken.olderVersionRuns()).isFalse();
        assertThat(broken.problems()).extracting(Problem::line).containsExactly(6L);
        assertThat(broken.problems().get(0).remedy()).contains("'log'");
        assertThat(status("c.camel.yaml").problems().get(0).message()).contains("not YAML");

        var health = new RouteFilesHealth(files).health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("b.camel.yaml").toString()).contains("b.camel.yaml:6");

        write("b.camel.yaml", timer("b", "1h"));
        write("c.camel.yaml", timer("c", "1h"));
        lookTwice();
        assertThat(new RouteFilesHealth(files).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_route_runs_only_where_the_setting_that_it_names_is_given() throws Exception {
        String shared = timer("a", "'{{acme.period}}'")
                .replace("  id: a", "  id: a\n    precondition: '${propertiesExist:acme.period}'");
        write("a.camel.yaml", shared);
        files.look();
        assertThat(status("a.camel.yaml").state()).isEqualTo(State.OFF);
        assertThat(status("a.camel.yaml").routes()).isEmpty();
        assertThat(isRunning("a")).isFalse();
        assertThat(new RouteFilesHealth(files).health().getStatus()).isEqualTo(Status.UP);

        camel.getPropertiesComponent().addInitialProperty("acme.period", "1h");
        write("a.camel.yaml", shared + "\n");
        lookTwice();
        assertThat(status("a.camel.yaml").state()).isEqualTo(State.OK);
        assertThat(isRunning("a")).isTrue();
    }

    @Test
    void a_precondition_of_another_kind_is_refused_with_the_right_one() throws Exception {
        write("a.camel.yaml", timer("a", "1h").replace("  id: a", "  id: a\n    precondition: '${body} == 1'"));
        files.look();
        assertThat(status("a.camel.yaml").state()).isEqualTo(State.REJECTED);
        assertThat(status("a.camel.yaml").problems().get(0).remedy()).contains("${propertiesExist:");
    }

    @Test
    void an_edit_is_taken_when_two_looks_see_the_same() throws Exception {
        write("a.camel.yaml", timer("a", "1h"));
        files.look();
        write("a.camel.yaml", timer("a", "2h"));
        files.look();
        assertThat(endpoint("a")).contains("period=1h");
        files.look();
        assertThat(endpoint("a")).contains("period=2h");
    }

    @Test
    void a_file_that_is_being_written_is_left_alone() throws Exception {
        String whole = timer("a", "2h");
        write("a.camel.yaml", timer("a", "1h"));
        files.look();
        for (int end = 0; end < whole.length(); end += 7) {
            write("a.camel.yaml", whole.substring(0, end));
            files.look();
            assertThat(endpoint("a")).contains("period=1h");
            assertThat(status("a.camel.yaml").state()).isEqualTo(State.OK);
        }
        write("a.camel.yaml", whole);
        lookTwice();
        assertThat(endpoint("a")).contains("period=2h");
    }

    @Test
    void a_half_written_file_that_stays_so_does_not_replace_the_good_one() throws Exception {
        write("a.camel.yaml", timer("a", "1h"));
        files.look();
        write("a.camel.yaml", "");
        lookTwice();
        assertThat(status("a.camel.yaml").state()).isEqualTo(State.REJECTED);
        assertThat(status("a.camel.yaml").olderVersionRuns()).isTrue();
        assertThat(isRunning("a")).isTrue();
    }

    @Test
    void a_bad_edit_leaves_the_version_before_it_running() throws Exception {
        write("a.camel.yaml", timer("a", "1h"));
        files.look();
        for (String bad : List.of(
                timer("a", "2h").replace("period:", "perriod:"),
                timer("a", "2h").replace("log: tick", "log: \"{{nowhere}}\""),
                timer("a", "2h").replace("log: tick", "to: exec:ls"),
                timer("a", "2h").replace("log: tick", "to: smtp://mail"),
                timer("a", "2h").replace("log: tick", "log: \"{{secret:absent}}\""),
                timer("a", "2h").replace("log: tick", "to: recoup:customers?source=a"),
                timer("recoup-own", "2h"))) {
            write("a.camel.yaml", bad);
            lookTwice();
            assertThat(status("a.camel.yaml").state()).as(bad).isEqualTo(State.REJECTED);
            assertThat(status("a.camel.yaml").olderVersionRuns()).isTrue();
            assertThat(endpoint("a")).contains("period=1h");
            assertThat(isRunning("a")).isTrue();
        }
        assertThat(isRunning("recoup-own")).isTrue();
        write("a.camel.yaml", timer("a", "3h"));
        lookTwice();
        assertThat(endpoint("a")).contains("period=3h");
        assertThat(status("a.camel.yaml").problems()).isEmpty();
    }

    @Test
    void a_deleted_file_takes_its_routes_and_timers_along() throws Exception {
        write("a.camel.yaml", """
                - route:
                    id: a
                    from:
                      uri: quartz:recoup/a?cron=0+0+6+?+*+*
                      steps:
                        - log: tick
                """);
        files.look();
        var scheduler = camel.getComponent("quartz", QuartzComponent.class).getScheduler();
        assertThat(scheduler.getJobKeys(GroupMatcher.anyGroup())).hasSize(1);
        Files.delete(folder.resolve("a.camel.yaml"));
        files.look();
        assertThat(camel.getRoute("a")).isNull();
        assertThat(scheduler.getJobKeys(GroupMatcher.anyGroup())).isEmpty();
        assertThat(files.files()).isEmpty();
    }

    @Test
    void of_two_files_with_one_route_id_the_second_is_rejected_with_both_names() throws Exception {
        write("a.camel.yaml", timer("same", "1h"));
        write("b.camel.yaml", timer("same", "2h"));
        files.look();
        assertThat(endpoint("same")).contains("period=1h");
        assertThat(status("b.camel.yaml").problems().get(0).message())
                .contains("a.camel.yaml")
                .contains("b.camel.yaml")
                .contains("same");
        Files.delete(folder.resolve("a.camel.yaml"));
        files.look();
        assertThat(endpoint("same")).contains("period=2h");
    }

    @Test
    void a_secret_that_is_mounted_later_is_found_without_an_edit() throws Exception {
        write("a.camel.yaml", timer("a", "1h").replace("log: tick", "setBody: {constant: \"{{secret:token}}\"}"));
        files.look();
        assertThat(status("a.camel.yaml").problems().get(0).message()).contains("{{secret:token}}");
        Files.writeString(secrets.resolve("token"), "x");
        for (int i = 0; i < 31; i++) {
            files.look();
        }
        assertThat(status("a.camel.yaml").state()).isEqualTo(State.OK);
    }

    @Test
    void templates_go_first_and_take_those_made_of_them_along() throws Exception {
        write("a.camel.yaml", """
                - templatedRoute:
                    routeId: from-template
                    routeTemplateRef: ticker
                    parameters:
                      - name: tick
                        value: one
                """);
        String template = """
                - routeTemplate:
                    id: ticker
                    parameters:
                      - name: tick
                    from:
                      uri: "timer:{{tick}}?period=1h"
                      steps:
                        - log: tick
                """;
        write("z.camel.yaml", template);
        files.look();
        assertThat(status("a.camel.yaml").problems()).isEmpty();
        assertThat(endpoint("from-template")).contains("timer://one?period=1h");
        write("z.camel.yaml", template.replace("1h", "2h"));
        lookTwice();
        assertThat(endpoint("from-template")).contains("period=2h");
    }

    @Test
    void an_unknown_route_configuration_is_named() throws Exception {
        write("a.camel.yaml", timer("a", "1h").replace("id: a", "id: a\n    routeConfigurationId: partnr"));
        files.look();
        assertThat(status("a.camel.yaml").problems().get(0).remedy()).contains("'partner'");
        write("a.camel.yaml", timer("a", "1h").replace("id: a", "id: a\n    routeConfigurationId: partner"));
        lookTwice();
        assertThat(status("a.camel.yaml").state()).isEqualTo(State.OK);
    }

    @Test
    void no_mutation_of_a_file_harms_the_others() throws Exception {
        long seed = Long.getLong("recoup.seed", System.nanoTime());
        System.out.println("route file mutations, -Drecoup.seed=" + seed);
        Random random = new Random(seed);
        write("good.camel.yaml", timer("good", "1h"));
        files.look();
        String text =
                timer("mutant", "1h") + timer("second", "1h").replace("log: tick", "to: recoup:invoices?source=a");
        for (int i = 0; i < 150; i++) {
            StringBuilder mutant = new StringBuilder(text);
            for (int change = random.nextInt(4); change >= 0 && !mutant.isEmpty(); change--) {
                int at = random.nextInt(mutant.length());
                switch (random.nextInt(4)) {
                    case 0 -> mutant.deleteCharAt(at);
                    case 1 -> mutant.insert(at, "{}[]&*!|>%@`'\"#:-\t\n\u0000é".charAt(random.nextInt(20)));
                    case 2 -> mutant.setLength(Math.max(1, at));
                    default -> mutant.insert(at, text, 0, random.nextInt(text.length()));
                }
            }
            write("mutant.camel.yaml", mutant.toString());
            lookTwice();
            assertThat(isRunning("good")).as(mutant.toString()).isTrue();
            assertThat(status("mutant.camel.yaml")).isNotNull();
        }
        write("mutant.camel.yaml", text);
        lookTwice();
        assertThat(status("mutant.camel.yaml").problems()).isEmpty();
        assertThat(isRunning("second")).isTrue();
    }

    private static String timer(String id, String period) {
        return """
                - route:
                    id: %s
                    from:
                      uri: timer:%s
                      steps:
                        - log: tick
                      parameters:
                        period: %s
                        delay: 1h
                """.formatted(id, id, period);
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void lookTwice() {
        files.look();
        files.look();
    }

    private RouteFileStatus status(String file) {
        return files.files().stream()
                .filter(status -> status.file().equals(file))
                .findFirst()
                .orElse(null);
    }

    private boolean isRunning(String route) {
        return camel.getRoute(route) != null
                && camel.getRouteController().getRouteStatus(route).isStarted();
    }

    private String endpoint(String route) {
        return camel.getRoute(route).getEndpoint().getEndpointUri();
    }
}
