package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import picocli.CommandLine;

class RecoupTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void settings_without_a_command_are_for_the_server() {
        assertThat(Recoup.withCommand()).containsExactly("serve");
        assertThat(Recoup.withCommand("--server.port=9090")).containsExactly("serve", "--server.port=9090");
        assertThat(Recoup.withCommand("--help")).containsExactly("--help");
        assertThat(Recoup.withCommand("parse", "a.xml")).containsExactly("parse", "a.xml");
    }

    @Test
    void help_has_examples_and_exit_codes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Examples:", "serve", "hash-password", "Exit codes:");
        assertThat(run("serve", "--help")).isZero();
        assertThat(out.toString()).contains("--recoup.database.url=");
    }

    @Test
    void an_unknown_command_is_wrong_usage() {
        assertThat(run("sreve")).isEqualTo(2);
        assertThat(err.toString()).contains("sreve");
    }

    @Test
    void every_command_has_help_of_its_own() {
        Stream<CommandLine> commands = Recoup.commandLine().getSubcommands().values().stream();
        assertThat(commands).allSatisfy(command -> assertThat(
                        command.getCommandSpec().usageMessage().description())
                .isNotEmpty());
    }

    @Test
    void every_command_is_found_when_it_is_the_only_one_loaded() {
        assertThat(Recoup.commandLine().getSubcommands().keySet())
                .contains("parse", "check", "explain", "demo")
                .allSatisfy(name ->
                        assertThat(Recoup.commandLine(name).getSubcommands()).containsKey(name));
        assertThat(Recoup.commandLine("parse").getSubcommands()).doesNotContainKey("check");
    }

    @Test
    void a_password_becomes_an_argon2id_hash_and_a_short_one_is_refused() {
        assertThat(hash("a long password\n")).isZero();
        String hash = out.toString().strip();
        assertThat(hash).startsWith("$argon2id$");
        assertThat(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().matches("a long password", hash))
                .isTrue();
        assertThat(hash("elevenchars\n")).isEqualTo(2);
        assertThat(err.toString()).contains("at least 12 characters");
    }

    private int hash(String typed) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            return run("hash-password");
        } finally {
            System.setIn(before);
        }
    }

    private int run(String... arguments) {
        return Recoup.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
