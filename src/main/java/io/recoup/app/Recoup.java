package io.recoup.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line. Nothing here loads Spring: commands that need no database start in about a second, and those
 * that do load it when they run.
 */
@Command(
        name = "recoup",
        mixinStandardHelpOptions = true,
        versionProvider = Recoup.Version.class,
        description = "Collections connector: invoices and payments in, matches, reminders and agency cases out.",
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {ServeCommand.class, HashPasswordCommand.class, CommandLine.HelpCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it failed, and standard error says why",
            "2:wrong usage, or part of the input could not be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar recoup.jar                             the demo",
            "  java -jar recoup.jar --server.port=9090          any setting",
            "  java -jar recoup.jar serve --spring.profiles.active=production",
            "  java -jar recoup.jar hash-password               for recoup.users",
            "  java -jar recoup.jar help serve                  more on a command"
        })
public final class Recoup implements Runnable {

    static final String DEFAULT_COMMAND = "serve";

    /** Commands that live beside this class or in other parts of the jar; one that is absent is not offered. */
    private static final Map<String, String> FURTHER_COMMANDS = Map.of(
            "parse", "io.recoup.app.ParseCommand",
            "check", "io.recoup.app.CheckCommand",
            "explain", "io.recoup.app.ExplainCommand",
            "simulate", "io.recoup.app.SimulateCommand",
            "generate", "io.recoup.app.GenerateCommand",
            "match", "io.recoup.app.match.MatchCommand",
            "demo", "io.recoup.demo.DemoCommand");

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        String[] whole = withCommand(arguments);
        System.exit(commandLine(whole[0]).execute(whole));
    }

    /** With every command. */
    static CommandLine commandLine() {
        return commandLine("");
    }

    /** Loads the one command that is asked for, because each brings its libraries; all of them where it is none. */
    static CommandLine commandLine(String asked) {
        CommandLine root = new CommandLine(new Recoup());
        Collection<String> wanted = FURTHER_COMMANDS.containsKey(asked)
                ? List.of(FURTHER_COMMANDS.get(asked))
                : new TreeMap<>(FURTHER_COMMANDS).values();
        for (String name : wanted) {
            try {
                root.addSubcommand(Class.forName(name));
            } catch (ClassNotFoundException absent) {
                // not in this jar
            }
        }
        root.setCaseInsensitiveEnumValuesAllowed(true);
        return root.setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println(reason(failure));
            return line.getCommandSpec().exitCodeOnExecutionException();
        });
    }

    /** Settings without a command are meant for the server. */
    static String[] withCommand(String... arguments) {
        boolean serves = arguments.length == 0
                || arguments[0].startsWith("--")
                        && !List.of("--help", "--version").contains(arguments[0]);
        List<String> whole = new ArrayList<>(serves ? List.of(DEFAULT_COMMAND) : List.of());
        whole.addAll(Arrays.asList(arguments));
        return whole.toArray(String[]::new);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /** The version that the build wrote down. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            Properties build = new Properties();
            try (InputStream written = Recoup.class.getResourceAsStream("/META-INF/build-info.properties")) {
                if (written != null) {
                    build.load(written);
                }
            }
            return new String[] {"recoup " + build.getProperty("build.version", "(not packaged)")};
        }
    }
}
