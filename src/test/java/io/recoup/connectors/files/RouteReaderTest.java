package io.recoup.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.connectors.RouteFileSettings;
import io.recoup.intake.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteReaderTest {

    @TempDir
    static Path secrets;

    private static Rehearsal rehearsal;

    @BeforeAll
    static void rehearse() throws Exception {
        Files.writeString(secrets.resolve("agency-token"), "s3cr3t-value\n");
        RouteFileSettings settings = new RouteFileSettings(
                Set.of("recoup", "file", "http", "https", "timer", "quartz", "direct", "log", "kafka", "seda"),
                Duration.ofSeconds(1),
                secrets);
        rehearsal = new Rehearsal(
                Map.of("acme.inbox", "/tmp/acme", "agency.url", "http://localhost:1", "hub.token", "abc")::get,
                settings);
    }

    @AfterAll
    static void close() {
        rehearsal.close();
    }

    @Test
    void accepts_a_drop_folder_that_ends_at_a_door() {
        ReadFile file = read("""
                - route:
                    id: acme-open-items
                    routeConfigurationId: partner
                    from:
                      uri: file
                      parameters:
                        directoryName: "{{acme.inbox}}"
                        include: "open-items-.*[.]csv"
                        move: .done
                        moveFailed: .rejected
                      steps:
                        - to:
                            uri: recoup:invoices
                            parameters:
                              source: acme
                              failOnProblem: true
                """);
        assertThat(file.problems).isEmpty();
        assertThat(file.warnings).isEmpty();
        assertThat(file.routes).containsKey("acme-open-items");
    }

    @Test
    void accepts_an_agency_by_http_with_a_mounted_token() {
        assertThat(problems("""
                - route:
                    id: agency-placements
                    from:
                      uri: recoup:placements
                      parameters:
                        agency: acme
                        delay: 30s
                      steps:
                        - setHeader:
                            name: Authorization
                            simple: "Bearer {{secret:agency-token}}"
                        - setHeader:
                            name: CamelHttpPath
                            simple: "/cases/${header.RecoupAttempt}"
                        - to:
                            uri: "{{agency.url}}/cases"
                            parameters:
                              bridgeEndpoint: true
                              httpMethod: POST
                """)).isEmpty();
    }

    @Test
    void names_line_and_remedy_of_a_misspelt_step() {
        Problem problem = only("""
                - route:
                    id: typo
                    from:
                      uri: timer:tick
                      steps:
                        - setBodi:
                            constant: x
                """);
        assertThat(problem.line()).isEqualTo(6);
        assertThat(problem.message()).contains("setBodi");
        assertThat(problem.remedy()).contains("setBody");
        assertThat(problem.toString()).startsWith("site/x.camel.yaml:6: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            - exec: ls                         | exec
            - script: {groovy: "1"}            | script
            - toD: "recoup:invoices?source=${header.x}" | toD
            - setBody: {groovy: "1+1"}         | groovy
            - setBody: {js: "1"}               | js
            - setBody: {method: {ref: x}}      | method
            - setBody: {ref: x}                | ref
            - bean: {ref: x}                   | bean
            - process: {ref: x}                | process
            - recipientList: {simple: "${header.to}"} | recipientList
            - pollEnrich: {simple: "${header.to}"}    | pollEnrich
            - setBody: {language: {language: groovy, expression: "1"}} | language
            - to: exec:ls                      | exec
            - to: smtp://mail.example.org      | smtp
            - to: smtps://mail.example.org     | smtps
            - to: sql:select 1                 | sql
            - to: jdbc:x                       | jdbc
            - to: bean:x                       | bean
            - to: htttp://example.org          | did you mean 'http'
            - to: http://example.org/cases     | bridgeEndpoint
            - to: https://example.org/?bridgeEndpoint=true&followRedirects=true | followRedirects
            - to: http://u:hunter2@example.org/?bridgeEndpoint=true | password
            - to: http://example.org/?bridgeEndpoint=true&authPassword=hunter2 | authPassword
            - to: file:/tmp/x?charsett=utf-8   | charsett
            - to: recoup:invoices              | needs the option 'source'
            - to: recoup:invoices?source=a&mpa=x | does not know the option 'mpa'
            - to: recoup:invoice?source=a      | has no door 'invoice'
            - to: recoup:placements?agency=a   | out door
            - to: "{{nowhere.url}}/x"          | has no value
            - log: "{{nowhere}}"               | {{nowhere}}
            - log: "{{secret:absent}}"         | {{secret:absent}}
            - log: "{{secret:agency-token}}"   | must not be logged
            - log: "{{env:RECOUP_SURELY_NOT_SET}}" | RECOUP_SURELY_NOT_SET
            - log: "{{bean:x.y}}"              | is refused
            - log: "${bean:x}"                 | is refused
            - log: "${env:HOME}"               | is refused
            - log: "${sys.user.home}"          | is refused
            - log: "${type:java.lang.Integer.MAX_VALUE}" | is refused
            - log: "${ref:x}"                  | is refused
            - log: "${body.getClass().getName()}" | is refused
            - log: "${body.class}"             | is refused
            - log: "${camelContext.name}"      | is refused
            - log: "${exchange.context}"       | is refused
            - setHeader: {name: Authorization, constant: "Bearer abc"} | Authorization
            - setHeader: {name: X-Api-Key, expression: {constant: {expression: abc}}} | X-Api-Key
            - setHeader: {name: Authorization, simple: "Bearer {{hub.token:abc}}"} | Authorization
            - setHeader: {name: CamelHttpUri, constant: "http://x"} | replace the address
            - setBody: {constant: "ghp_abcdefghijklmnopqrstuvwxyz0123"} | looks like a secret
            - marshal: {fory: {}}              | format
            - unmarshal: {json: {unmarshalType: java.util.Map}} | unmarshalType
            - to: seda:x?queue=#q              | names a bean
            - {}                               | one key
            - just text                        | one key
            - log: {message: x, message: y}    | stands twice
            - log: {mesage: x}                 | mesage
            """)
    void refuses(String step, String said) {
        List<Problem> problems = problems("""
                - route:
                    id: refused
                    from:
                      uri: timer:tick
                      steps:
                        %s
                """.formatted(step.strip()));
        assertThat(problems).isNotEmpty();
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.line()).as(problem.toString()).isEqualTo(6);
            assertThat(problem.remedy()).isNotBlank();
        });
        assertThat(problems.toString()).contains(said).doesNotContain("s3cr3t-value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${body}",
                "${header.CamelFileName}",
                "${body[number]};${body[amount]}",
                "${date:now:yyyyMMdd}",
                "${exception.message}",
                "${file:onlyname}.txt",
                "${routeId} ${exchangeId}"
            })
    void lets_simple_read_the_message(String text) {
        assertThat(problems("""
                - route:
                    id: simple
                    from:
                      uri: timer:tick
                      steps:
                        - log: "%s"
                """.formatted(text))).isEmpty();
    }

    @Test
    void says_where_yaml_breaks() {
        Problem problem = only("- route:\n    id: x\n    from:\n      uri: timer:x\n     steps: []\n");
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.message()).startsWith("not YAML");
        assertThat(only("- route:\n\tid: x\n").remedy()).contains("spaces");
    }

    @Test
    void refuses_what_is_not_a_list_of_named_routes() {
        assertThat(only("route:\n  id: x\n").message()).contains("not a list");
        assertThat(only("").message()).contains("no routes");
        assertThat(only("- from:\n    uri: timer:x\n").remedy()).contains("- route:");
        assertThat(only("- rout:\n    id: x\n").remedy()).contains("'route'");
        assertThat(only("- beans:\n    - name: x\n").remedy()).contains("no beans");
        assertThat(problems("- route:\n    from:\n      uri: timer:x\n      steps: []\n"))
                .isNotEmpty();
        assertThat(only("- route:\n    id: x\n    steps: []\n").message()).contains("no 'from'");
        assertThat(only("- &a route: &b\n    id: x\n- *a\n").message()).contains("alias");
    }

    @Test
    void refuses_a_wrong_cron_expression_and_a_wrong_option_at_their_lines() {
        List<Problem> problems = problems("""
                - route:
                    id: ticks
                    from:
                      uri: quartz:recoup/tick
                      parameters:
                        cron: "0 0 6 * * MON-FRI"
                        recoverablJob: true
                      steps:
                        - log: tick
                """);
        assertThat(problems).extracting(Problem::line).contains(6L, 7L);
        assertThat(problems.toString()).contains("cron").contains("recoverableJob");
    }

    @Test
    void tells_an_allowed_component_that_is_not_on_the_class_path() {
        assertThat(only("""
                - route:
                    id: hub
                    from:
                      uri: recoup:events
                      steps:
                        - to: kafka:facts
                """).remedy()).contains("camel-kafka");
    }

    @Test
    void warns_beyond_ten_steps_and_not_at_ten() {
        String head = "- route:\n    id: long\n    from:\n      uri: timer:x\n      steps:\n";
        assertThat(read(head + "        - log: x\n".repeat(10)).warnings).isEmpty();
        assertThat(read(head + "        - log: x\n".repeat(11)).warnings).hasSize(1);
    }

    @Test
    void leaves_the_parameters_of_a_template_to_its_use() {
        ReadFile file = read("""
                - routeTemplate:
                    id: drop-folder
                    parameters:
                      - name: folder
                      - name: system
                    from:
                      uri: "file:{{folder}}"
                      parameters:
                        moveFailed: .rejected
                      steps:
                        - to: "recoup:invoices?source={{system}}"
                - templatedRoute:
                    routeId: acme-drop
                    routeTemplateRef: drop-folder
                    parameters:
                      - name: folder
                        value: "{{acme.inbox}}"
                      - name: system
                        value: acme
                """);
        assertThat(file.problems).isEmpty();
        assertThat(file.templates).containsExactly("drop-folder");
        assertThat(file.routes).containsKey("acme-drop");
    }

    @Test
    void refuses_a_file_that_is_not_utf_8() {
        assertThat(rehearsal
                        .read("x", new byte[] {'-', (byte) 0xE4, '\n'})
                        .problems
                        .get(0)
                        .remedy())
                .contains("UTF-8");
    }

    private static ReadFile read(String text) {
        return rehearsal.read("site/x.camel.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Problem> problems(String text) {
        return read(text).problems;
    }

    private static Problem only(String text) {
        List<Problem> problems = problems(text);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }
}
