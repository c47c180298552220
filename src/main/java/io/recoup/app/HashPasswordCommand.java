package io.recoup.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the Argon2id hash of a password, which never stands on the command line where others could see it. */
@Command(
        name = "hash-password",
        mixinStandardHelpOptions = true,
        description = "Ask for a password (or read one line from standard input) and print its Argon2id hash.",
        footerHeading = "%nExample:%n",
        footer = {
            "  java -jar recoup.jar hash-password",
            "  printf %%s \"$PASSWORD\" | java -jar recoup.jar hash-password"
        })
final class HashPasswordCommand implements Callable<Integer> {

    static final int SHORTEST = 12;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String password = ask();
        if (password == null || password.length() < SHORTEST) {
            throw new ParameterException(spec.commandLine(), "a password needs at least " + SHORTEST + " characters");
        }
        spec.commandLine()
                .getOut()
                .println(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(password));
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** Later JDKs give a console for a pipe as well, so that waiting input decides. */
    @SuppressWarnings("SystemConsoleNull")
    private static String ask() throws IOException {
        Console console = System.console();
        if (console != null && System.in.available() == 0) {
            char[] typed = console.readPassword("Password: ");
            return typed == null ? null : new String(typed);
        }
        return new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
    }
}
