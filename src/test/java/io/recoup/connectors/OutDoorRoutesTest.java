package io.recoup.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.recoup.connectors.TestDoors.Out;
import io.recoup.connectors.TestDoors.Out.Told;
import io.recoup.connectors.route.PartnerRoutes;
import io.recoup.outbox.Fact;
import io.recoup.outbox.Failure;
import io.recoup.outbox.OutTask;
import io.recoup.outbox.Outbox;
import io.recoup.outbox.RecordedFact;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

class OutDoorRoutesTest {

    private final Out placements = new Out("placements");
    private final Out writeBacks = new Out("write-backs");
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CountDownLatch slowMayEnd = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private DefaultCamelContext camel;
    private HttpServer agency;

    @BeforeEach
    void start() throws Exception {
        agency = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        agency.createContext("/", this::answer);
        agency.setExecutor(threads);
        agency.start();
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("placements", placements);
        camel.getRegistry().bind("writeBacks", writeBacks);
        camel.getPropertiesComponent().addInitialProperty("recoup.partner.retry-delay", "10");
        camel.addRoutes(new PartnerRoutes());
    }

    @AfterEach
    void stop() {
        slowMayEnd.countDown();
        camel.stop();
        agency.stop(0);
        threads.shutdownNow();
    }

    @Test
    void carries_body_key_and_attempt_and_brings_the_answer_back() throws Exception {
        placements.add(new OutTask(1, "case-7", 3, "{\"case\":7}"));
        route(url("/200"));

        assertThat(placements.next()).isEqualTo(new Told(1, null, "{\"ok\":true}"));
        assertThat(received.poll(1, TimeUnit.SECONDS)).isEqualTo("case-7|3|{\"case\":7}");
    }

    @ParameterizedTest
    @CsvSource({
        "/400, REFUSED, HTTP 400: {\"why\":\"no\"}",
        "/404, REFUSED, HTTP 404",
        "/409, REFUSED, HTTP 409",
        "/422, REFUSED, HTTP 422",
        "/401, UNAUTHORISED, HTTP 401",
        "/403, UNAUTHORISED, HTTP 403",
        "/429, THROTTLED, 'HTTP 429, Retry-After: 30'",
        "/500, UNCERTAIN, HTTP 500",
        "/503, UNCERTAIN, HTTP 503",
        "/302, MALFORMED, HTTP 302",
        "/nonsense, MALFORMED, not JSON",
        "/empty, MALFORMED, empty",
        "/two, MALFORMED, more behind",
        "/other-contract, MALFORMED, state is missing",
        "/slow, UNCERTAIN, ''",
        "/reset, UNCERTAIN, ''"
    })
    void classifies_what_the_agency_does(String path, Failure failure, String said) throws Exception {
        placements.add(new OutTask(1, "case-7", 1, "{}"));
        route(url(path));

        Told told = placements.next();
        assertThat(told.failure()).as(told.toString()).isEqualTo(failure);
        assertThat(told.text()).contains(said).doesNotContain("\n");
        assertThat(calls.get())
                .as("a call that may have arrived is not repeated")
                .isEqualTo(1);
    }

    @Test
    void knows_a_call_that_never_arrived() throws Exception {
        placements.add(new OutTask(1, "case-7", 1, "{}"));
        route("http://localhost:" + closedPort() + "/");
        assertThat(placements.next().failure()).isEqualTo(Failure.UNREACHABLE);
    }

    @Test
    void knows_a_host_that_does_not_exist() throws Exception {
        placements.add(new OutTask(1, "case-7", 1, "{}"));
        route("http://agency.invalid/");
        assertThat(placements.next().failure()).isEqualTo(Failure.UNREACHABLE);
    }

    @Test
    void goes_on_with_the_next_task_after_a_failure() throws Exception {
        placements.add(new OutTask(1, "a", 1, "fail"));
        placements.add(new OutTask(2, "b", 1, "{}"));
        route(url("/by-body"));
        assertThat(placements.next().failure()).isEqualTo(Failure.UNCERTAIN);
        assertThat(placements.next()).isEqualTo(new Told(2, null, "{\"ok\":true}"));
    }

    @Test
    void counts_a_failure_that_the_route_handled_as_a_failure() throws Exception {
        placements.add(new OutTask(1, "a", 1, "{}"));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).setBody(constant("{}"));
                from("recoup:placements?agency=acme&initialDelay=0&delay=20").to(url("/500"));
            }
        });
        camel.start();
        assertThat(placements.next().failure()).isEqualTo(Failure.UNCERTAIN);
    }

    @Test
    void writes_csv_lines_that_no_spreadsheet_runs() throws Exception {
        writeBacks.add(new OutTask(
                1, "a", 1, "{\"number\":\"=cmd()\",\"amount\":\"-3.50\",\"debtor\":{\"name\":\"Röd, \\\"AB\\\"\"}}"));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("recoup:write-backs?erp=acme&columns=number,amount,debtor.name,absent&initialDelay=0")
                        .process(exchange -> received.add(exchange.getMessage().getBody(String.class)));
            }
        });
        camel.start();
        assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("'=cmd(),-3.50,\"Röd, \"\"AB\"\"\",\n");
        assertThat(writeBacks.next()).isEqualTo(new Told(1, null, null));
    }

    @Test
    void reads_facts_again_until_the_route_has_carried_all_of_them() throws Exception {
        Book book = new Book();
        camel.getRegistry().bind("outbox", book);
        camel.getRegistry().bind("transactions", book.transactions);
        AtomicInteger attempts = new AtomicInteger();
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("recoup:events?types=ItemPaid,ItemReopened&initialDelay=0&delay=20")
                        .routeId("to-hub")
                        .process(exchange -> {
                            received.add(exchange.getMessage().getHeader("RecoupFactId", String.class));
                            if (attempts.incrementAndGet() == 2) {
                                throw new IOException("hub is away");
                            }
                        });
            }
        });
        camel.start();
        assertThat(List.of(received.take(), received.take(), received.take(), received.take()))
                .containsExactly("1", "2", "1", "2");
        assertThat(book.committed.poll(10, TimeUnit.SECONDS)).isEqualTo("to-hub [ItemPaid, ItemReopened]");
    }

    private void route(String to) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("recoup:placements?agency=acme&initialDelay=0&delay=20")
                        .routeId("placements")
                        .routeConfigurationId(PartnerRoutes.ID)
                        .to(to);
            }
        });
        camel.start();
    }

    private String url(String path) {
        return "http://localhost:" + agency.getAddress().getPort() + path
                + "?bridgeEndpoint=true&httpMethod=POST&responseTimeout=400";
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void answer(HttpExchange call) throws IOException {
        calls.incrementAndGet();
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(call.getRequestHeaders().getFirst("Idempotency-Key") + "|"
                + call.getRequestHeaders().getFirst("RecoupAttempt") + "|" + body);
        String path = call.getRequestURI().getPath();
        switch (path) {
            case "/200" -> send(call, 200, "{\"ok\":true}");
            case "/nonsense" -> send(call, 200, "<html>sorry</html>");
            case "/empty" -> send(call, 200, "");
            case "/two" -> send(call, 200, "{} {}");
            case "/other-contract" -> send(call, 200, "{\"x\":\"not our contract\"}");
            case "/by-body" -> send(call, body.equals("fail") ? 500 : 200, "{\"ok\":true}");
            case "/slow" -> {
                await(slowMayEnd);
                call.close();
            }
            case "/reset" -> call.close();
            default -> send(call, Integer.parseInt(path.substring(1)), "{\"why\":\"no\"}\n");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange call, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Retry-After", "30");
        call.getResponseHeaders().set("Location", "http://elsewhere.invalid/");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    /** A book of two facts that are read once a transaction has committed. */
    private static final class Book implements Outbox {

        private final BlockingQueue<String> committed = new LinkedBlockingQueue<>();
        private final List<RecordedFact> facts = new ArrayList<>(List.of(fact(1), fact(2)));
        private String taking;

        final AbstractPlatformTransactionManager transactions = new AbstractPlatformTransactionManager() {
            @Override
            protected Object doGetTransaction() {
                return new Object();
            }

            @Override
            protected void doBegin(Object transaction, TransactionDefinition definition) {
                taking = null;
            }

            @Override
            protected void doCommit(DefaultTransactionStatus status) {
                if (taking != null && !facts.isEmpty()) {
                    facts.clear();
                    committed.add(taking);
                }
            }

            @Override
            protected void doRollback(DefaultTransactionStatus status) {
                taking = null;
            }
        };

        private static RecordedFact fact(long id) {
            return new RecordedFact(id, "ItemPaid", "item:1", "{}", Instant.parse("2026-03-09T10:00:00Z"));
        }

        @Override
        public void record(Collection<? extends Fact> more) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RecordedFact> take(String subscriber, Collection<String> types, int limit) {
            taking = subscriber + " " + types;
            return List.copyOf(facts);
        }

        @Override
        public String position(String subscriber) {
            return "";
        }
    }
}
