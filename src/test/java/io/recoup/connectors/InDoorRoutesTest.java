package io.recoup.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.connectors.TestDoors.In;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InDoorRoutesTest {

    private final In invoices = new In("invoices");
    private DefaultCamelContext camel;

    @BeforeEach
    void start() {
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("invoices", invoices);
        camel.addRoutePolicyFactory(new OutsideHeaders());
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void hands_over_source_name_and_body_and_answers_with_the_report() throws Exception {
        Exchange done = send("recoup:invoices?source=acme&map=acme.jq", "{}", "../../etc/in\nvoices.csv");

        var taken = invoices.next();
        assertThat(taken.source()).isEqualTo("acme");
        assertThat(taken.name()).isEqualTo("invoices.csv");
        assertThat(taken.text()).isEqualTo("{}");
        assertThat(taken.options()).containsEntry("map", "acme.jq");
        assertThat(done.getMessage().getBody(String.class))
                .contains("\"inbox\":7")
                .contains("\"quarantined\":1");
        assertThat(done.getMessage().getHeader("RecoupQuarantined")).isEqualTo(1);
        assertThat(done.getMessage().getHeader("RecoupProblem")).isNull();
    }

    @Test
    void takes_streams_bytes_files_lists_and_text_and_refuses_nothing_at_all() throws Exception {
        byte[] bytes = "größe".getBytes(StandardCharsets.UTF_8);
        Path file = Files.writeString(folder.resolve("x.csv"), "größe");
        for (Object body : List.of("größe", bytes, new ByteArrayInputStream(bytes), file.toFile())) {
            send("recoup:invoices?source=acme", body, null);
            assertThat(invoices.next().text()).isEqualTo("größe");
        }
        send("recoup:invoices?source=acme", List.of(Map.of("number", "A-1")), null);
        assertThat(invoices.next().text()).isEqualTo("[{\"number\":\"A-1\"}]");
        assertThat(send("recoup:invoices?source=acme", null, null).getException())
                .hasMessageContaining("body is empty");
        assertThat(send("recoup:invoices?source=acme", Duration.ZERO, null).getException())
                .hasMessageContaining("a door takes a file");
    }

    @TempDir
    Path folder;

    @Test
    void streams_a_large_body_instead_of_copying_it() {
        long size = 3L << 30;
        class Endless extends InputStream {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int read = (int) Math.min(length, left);
                left -= read;
                return read == 0 ? -1 : read;
            }
        }
        long[] counted = new long[1];
        camel.getRegistry().bind("statements", new io.recoup.intake.InDoor() {
            @Override
            public String name() {
                return "statements";
            }

            @Override
            public io.recoup.intake.DoorReport accept(Delivery delivery, Map<String, String> options) {
                try {
                    byte[] buffer = new byte[1 << 16];
                    for (int read = delivery.body().read(buffer);
                            read >= 0;
                            read = delivery.body().read(buffer)) {
                        counted[0] += read;
                    }
                } catch (java.io.IOException unreadable) {
                    throw new java.io.UncheckedIOException(unreadable);
                }
                return new io.recoup.intake.DoorReport(1, 1, 0, 0, null);
            }
        });
        Exchange done = send("recoup:statements", new Endless(), "big.xml");
        assertThat(done.getException()).isNull();
        assertThat(counted[0]).isEqualTo(size);
    }

    @Test
    void says_why_a_delivery_was_unreadable_and_fails_only_if_told_to() {
        Exchange kept = send("recoup:invoices?source=acme", "bad", "x.csv");
        assertThat(kept.getException()).isNull();
        assertThat(kept.getMessage().getHeader("RecoupProblem")).isEqualTo("line 1: not a CSV");

        Exchange failed = send("recoup:invoices?source=acme&failOnProblem=true", "bad", "x.csv");
        assertThat(failed.getException())
                .isInstanceOf(DeliveryRefused.class)
                .hasMessage("x.csv (inbox 7): line 1: not a CSV");
    }

    @Test
    void leaves_no_header_of_a_stranger_behind_the_door() {
        Exchange done = camel.createProducerTemplate().request("recoup:invoices?source=acme", exchange -> {
            exchange.getMessage().setBody("x");
            exchange.getMessage().setHeader("CamelHttpUri", "http://elsewhere");
            exchange.getMessage().setHeader("camelfilename", "evil");
            exchange.getMessage().setHeader("Subject", "hello");
            exchange.getMessage().setHeader(Exchange.FILE_NAME, "a/b.csv");
        });
        assertThat(done.getMessage().getHeaders())
                .containsOnlyKeys("CamelFileName", "RecoupInbox", "RecoupApplied", "RecoupQuarantined")
                .containsEntry("CamelFileName", "b.csv");
    }

    @Test
    void moves_a_good_file_to_done_and_an_unreadable_one_to_rejected() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + folder + "?initialDelay=0&delay=50&move=.done&moveFailed=.rejected&readLock=none")
                        .routeId("drop")
                        .to("recoup:invoices?source=acme&failOnProblem=true");
            }
        });
        Files.writeString(folder.resolve("good.csv"), "good");
        Files.writeString(folder.resolve("bad.csv"), "bad");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(folder.resolve(".done/good.csv"))
                        && Files.exists(folder.resolve(".rejected/bad.csv")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            recoup:invoices                        | needs the option 'source'
            recoup:invoices?source=                | empty option 'source'
            recoup:invoices?source=a&sauce=b       | does not know the option 'sauce'
            recoup:invoices?source=a&failOnProblem=maybe | true or false
            recoup:invoces?source=a                | no door 'invoces'
            recoup:case-reports                    | needs the option 'agency'
            recoup:transactions                    | needs the option 'account'
            recoup:write-backs                     | needs the option 'erp'
            recoup:placements?agency=a&batch=0     | 1 to 1000
            recoup:placements?agency=a&batch=1001  | 1 to 1000
            recoup:placements?agency=a&delay=soon  | such as 500ms
            """)
    void refuses_options_with_door_option_and_example(String uri, String said) {
        assertThatThrownBy(() -> camel.getEndpoint(uri)).rootCause().message().satisfies(message -> {
            assertThat(message).contains(said).contains("recoup:").contains("Example: recoup:");
        });
    }

    @Test
    void says_when_a_door_stands_the_wrong_way_or_has_nothing_behind_it() {
        assertThatThrownBy(() -> camel.getEndpoint("recoup:invoices?source=a").createConsumer(any -> {}))
                .hasMessageContaining("last 'to'");
        assertThatThrownBy(() -> camel.getEndpoint("recoup:placements?agency=a").createProducer())
                .hasMessageContaining("'from'");
        assertThatThrownBy(() -> camel.createProducerTemplate().sendBody("recoup:customers?source=a", "x"))
                .isInstanceOf(Exception.class)
                .rootCause()
                .hasMessageContaining("recoup:customers has 0 beans")
                .isNotInstanceOf(CamelExecutionException.class);
    }

    @Test
    void strips_control_headers_of_what_comes_from_outside_a_route() throws Exception {
        var message = new org.apache.camel.support.DefaultMessage(camel);
        message.setHeader("CamelHttpUri", "http://elsewhere");
        message.setHeader("cAmelExecCommandExecutable", "sh");
        message.setHeader("org.apache.camel.x", "y");
        message.setHeader("CamelMailMessageId", "1");
        message.setHeader("Subject", "hello");
        Headers.stripControl(message, "CamelMail");
        assertThat(message.getHeaders()).containsOnlyKeys("CamelMailMessageId", "Subject");
    }

    private Exchange send(String uri, Object body, String fileName) {
        return camel.createProducerTemplate().request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            if (fileName != null) {
                exchange.getMessage().setHeader(Exchange.FILE_NAME, fileName);
            }
        });
    }
}
