package io.recoup.banking;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HostileStatementTest {

    private static final byte[] DAY = Gathered.fixture("one-day.camt053.xml");
    private static final Duration BOUND = Duration.ofSeconds(2);

    @Test
    void refuses_entity_expansion_without_expanding_anything() {
        StringBuilder xml = new StringBuilder("<!DOCTYPE Document [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 20; i++) {
            xml.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String laughs = xml + "]>" + Gathered.statement("<Id>&l19;</Id>");
        Assertions.assertTimeoutPreemptively(BOUND, () -> {
            assertThat(Gathered.of(laughs).error.reason()).contains("document type declarations are not accepted");
            assertThat(Gathered.of(Gathered.statement("<Id>&l19;</Id>")).error).isNotNull();
        });
    }

    @Test
    void never_connects_anywhere_for_an_external_entity() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
            for (String type : new String[] {
                "<!DOCTYPE Document SYSTEM \"" + url + "\">",
                "<!DOCTYPE Document [<!ENTITY x SYSTEM \"" + url + "\">]>",
                "<!DOCTYPE Document [<!ENTITY % x SYSTEM \"" + url + "\"> %x;]>"
            }) {
                assertThat(Gathered.of(type + Gathered.statement("<Id>&x;</Id>")).error)
                        .isNotNull();
            }
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void stops_at_depth_and_at_endless_text() {
        assertThat(Gathered.of(Gathered.statement("<A>".repeat(100_000))).error.reason())
                .containsIgnoringCase("depth");
        assertThat(Gathered.of(Gathered.statement("<Id>" + "x".repeat(200_000) + "</Id>")).error)
                .isNotNull();
    }

    @Test
    void gives_what_was_readable_of_a_file_truncated_anywhere_and_then_says_so() {
        int most = 0;
        for (int length = 0; length < DAY.length - 12; length++) {
            Gathered read = Gathered.of(Arrays.copyOf(DAY, length));
            assertThat(read.error).as("truncated after %d bytes", length).isNotNull();
            assertThat(read.transactions).hasSizeGreaterThanOrEqualTo(most);
            most = read.transactions.size();
        }
        assertThat(most).isEqualTo(8);
    }

    @Test
    void survives_any_damage_with_nothing_but_its_own_error() {
        long seed = 20_260_309L;
        Random random = new Random(seed);
        for (int round = 0; round < 4_000; round++) {
            byte[] damaged = DAY.clone();
            for (int hits = 1 + random.nextInt(6); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            int roundNow = round;
            Assertions.assertDoesNotThrow(() -> Gathered.of(damaged), () -> "seed " + seed + ", round " + roundNow);
        }
    }

    @Test
    void refuses_a_zip_bomb_and_a_zip_in_a_zip() throws Exception {
        byte[] zeros = new byte[16 << 20];
        Arrays.fill(zeros, (byte) ' ');
        zeros[0] = '<';
        assertThat(Gathered.of(zip("a.xml", zeros)).error.reason()).isNotNull();
        assertThat(Gathered.of(zip("a.zip", zip("b.xml", DAY))).error.reason()).contains("zip within a zip");
        assertThat(Gathered.of(Arrays.copyOf(zip("a.xml", DAY), 400)).error).isNotNull();
        Gathered good = Gathered.of(zip("a.xml", DAY));
        assertThat(good.error).isNull();
        assertThat(good.transactions).hasSize(8);
        assertThat(good.statements.get(0).file()).isEqualTo("test.xml!/a.xml");
    }

    private static byte[] zip(String name, byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
