package io.recoup.demo.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.recoup.agency.CaseNews;
import io.recoup.agency.CaseNewsReader;
import io.recoup.agency.CaseOutcome;
import io.recoup.agency.CasePayment;
import io.recoup.agency.CaseReport;
import io.recoup.agency.CaseState;
import io.recoup.demo.agency.store.AgencyBook;
import io.recoup.testing.PostgresTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

/** The shipped routes against the demo agency over real HTTP; the doors are played by the test. */
class DemoAgencyRoutesTest extends PostgresTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "a-token";

    private final List<String> delivered = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private LocalDate today = LocalDate.parse("2026-04-20");
    private HttpServer server;
    private DefaultCamelContext camel;
    private ProducerTemplate doors;
    private DemoAgencyApi api;

    /** Plays the doors: any option is fine, a call waits for the end of the route. */
    private static final class Doors extends DirectComponent {
        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
                throws Exception {
            parameters.clear();
            return super.createEndpoint(uri, remaining, parameters);
        }
    }

    @BeforeAll
    void open() throws Exception {
        api = new DemoAgencyApi(new AgencyBook(jdbc), zone -> today, TOKEN);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1", this::serve);
        server.start();
        camel = new DefaultCamelContext();
        Properties settings = new Properties();
        settings.setProperty(
                "demo-agency.url", "http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
        settings.setProperty("demo-agency.token", TOKEN);
        camel.getPropertiesComponent().setInitialProperties(settings);
        camel.addComponent("recoup", new Doors());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("recoup:case-reports")
                        .process(in -> delivered.add(in.getMessage().getBody(String.class)));
            }
        });
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(
                        ResourceHelper.resolveMandatoryResource(camel, "file:routes/agency/demo-agency.camel.yaml"));
        camel.start();
        doors = camel.createProducerTemplate();
    }

    @AfterAll
    void close() {
        camel.stop();
        server.stop(0);
    }

    @Test
    void a_case_is_handed_over_once_polled_told_of_a_payment_and_called_back() throws Exception {
        JsonNode accepted = place("RC-1", "key-1", false);
        assertThat(accepted.path("agencyCaseId").asText()).startsWith("CAS-");
        assertThat(accepted.path("caseNumber").asText()).isEqualTo("RC-1");
        String id = accepted.path("agencyCaseId").asText();

        assertThat(place("RC-1", "key-1", true).path("agencyCaseId").asText()).isEqualTo(id);
        assertThat(place("RC-1", "key-1", false).path("agencyCaseId").asText()).isEqualTo(id);
        assertThat(cases("RC-1")).isEqualTo(1);

        assertThat(poll(id)).hasSize(1).first().isInstanceOfSatisfying(CaseReport.class, report -> {
            assertThat(report.state()).isEqualTo(CaseState.SUBMITTED);
            assertThat(report.raw()).isEqualTo("received");
        });

        tell("direct-payments", """
                {"key": "RC-1:posting:7", "agencyCaseId": "%s", "amount": "40.00", "currency": "EUR",
                 "on": "2026-04-20", "reversed": false}
                """.formatted(id));
        tell("direct-payments", """
                {"key": "RC-1:posting:7", "agencyCaseId": "%s", "amount": "40.00", "currency": "EUR",
                 "on": "2026-04-20", "reversed": false}
                """.formatted(id));
        assertThat(((CaseReport) poll(id).get(0)).outstanding().toDecimal()).isEqualTo("60.00");

        tell("recalls", "{\"key\": \"RC-1:recall\", \"agencyCaseId\": \"" + id + "\"}");
        assertThat(((CaseReport) poll(id).get(0)).outcome()).isEqualTo(CaseOutcome.RECALLED);
    }

    @Test
    void a_look_up_that_finds_nothing_hands_the_case_over() throws Exception {
        calls.clear();
        place("RC-2", "key-2", true);

        assertThat(cases("RC-2")).isEqualTo(1);
        assertThat(calls).containsExactly("GET /v1/cases/by-creditor-reference/RC-2", "POST /v1/cases");
    }

    @Test
    void another_body_under_the_same_key_is_refused() throws Exception {
        place("RC-3", "key-3", false);

        assertThatThrownBy(() -> place("RC-4", "key-3", false))
                .isInstanceOf(CamelExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(HttpOperationFailedException.class, answer -> {
                    assertThat(answer.getStatusCode()).isEqualTo(422);
                    assertThat(answer.getResponseBody()).contains("another body");
                });
        assertThat(api.status("Bearer wrong", "CAS-1").getStatusCode().value()).isEqualTo(401);
        assertThat(api.status("Bearer " + TOKEN, "CAS-999").getStatusCode().value())
                .isEqualTo(404);
    }

    @Test
    void debtors_pay_the_agency_or_never_by_their_plan() throws Exception {
        LocalDate first = today;
        try {
            for (AgencyPlan plan : AgencyPlan.values()) {
                String debtor = debtorOf(plan);
                String id = place("RC-" + plan, "key-" + plan, false, debtor)
                        .path("agencyCaseId")
                        .asText();
                today = first.plusDays(13);
                List<CaseNews> late = poll(id);
                assertThat(late).hasSize(1 + plan.shares().size());
                CaseReport report = (CaseReport) late.get(late.size() - 1);
                boolean pays = plan != AgencyPlan.NEVER_PAYS;
                assertThat(report.state()).isEqualTo(pays ? CaseState.CLOSED : CaseState.ACTIVE);
                assertThat(report.outcome()).isEqualTo(pays ? CaseOutcome.PAID : null);
                if (pays) {
                    assertThat(((CasePayment) late.get(0)).recipient()).isEqualTo(CasePayment.Recipient.AGENCY);
                } else {
                    today = first.plusDays(14);
                    assertThat(((CaseReport) poll(id).get(0)).outcome()).isEqualTo(CaseOutcome.EXHAUSTED);
                }
                today = first;
            }
        } finally {
            today = first;
        }
    }

    private static String debtorOf(AgencyPlan plan) {
        int i = 0;
        while (AgencyPlan.of("Debtor " + i) != plan) {
            i++;
        }
        return "Debtor " + i;
    }

    private JsonNode place(String caseNumber, String key, boolean lookupFirst) throws IOException {
        return place(caseNumber, key, lookupFirst, "The \"Quoted\" Company");
    }

    private JsonNode place(String caseNumber, String key, boolean lookupFirst, String debtor) throws IOException {
        var body = JSON.createObjectNode()
                .put("caseNumber", caseNumber)
                .put("amount", "100.00")
                .put("currency", "EUR")
                .put("attempt", lookupFirst ? 2 : 1)
                .put("lookupFirst", lookupFirst);
        body.putObject("debtor").put("name", debtor);
        String reply =
                doors.requestBodyAndHeader("recoup:placements", body.toString(), "Idempotency-Key", key, String.class);
        return JSON.readTree(reply);
    }

    private void tell(String door, String body) {
        assertThat(doors.requestBody("recoup:" + door, body, String.class)).isEqualTo("{}");
    }

    private List<CaseNews> poll(String id) throws IOException {
        assertThat(doors.requestBody("recoup:case-polls", "{\"agencyCaseId\": \"" + id + "\"}", String.class))
                .isEqualTo("{}");
        Scope scope = Scope.newEmptyScope();
        BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_6, scope);
        List<JsonNode> mapped = new ArrayList<>();
        JsonQuery.compile(Files.readString(Path.of("routes/maps/demo-agency-case.jq")), Versions.JQ_1_6)
                .apply(scope, JSON.readTree(delivered.get(delivered.size() - 1)), mapped::add);
        return CaseNewsReader.read(mapped.get(0), "demo-agency");
    }

    private int cases(String reference) {
        return jdbc.sql("SELECT count(*) FROM demo_agency_case WHERE reference = :reference")
                .param("reference", reference)
                .query(Integer.class)
                .single();
    }

    /** What Spring MVC does in the application. */
    private void serve(HttpExchange http) throws IOException {
        String path = http.getRequestURI().getPath();
        calls.add(http.getRequestMethod() + " " + path);
        String token = http.getRequestHeaders().getFirst("Authorization");
        String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String[] parts = path.substring("/v1/cases".length()).split("/");
        ResponseEntity<String> answer;
        if (parts.length <= 1) {
            answer = api.open(token, http.getRequestHeaders().getFirst("Idempotency-Key"), body);
        } else if (parts[1].equals("by-creditor-reference")) {
            answer = api.byReference(token, parts[2]);
        } else if (parts.length == 2) {
            answer = api.status(token, parts[1]);
        } else if (parts[2].equals("payments")) {
            answer = api.payment(token, parts[1], body);
        } else {
            answer = api.recall(token, parts[1]);
        }
        byte[] bytes = answer.getBody().getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(answer.getStatusCode().value(), bytes.length);
        http.getResponseBody().write(bytes);
        http.close();
    }
}
