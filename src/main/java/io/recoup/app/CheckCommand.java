package io.recoup.app;

import io.recoup.connectors.RouteCheck;
import io.recoup.connectors.RouteFileSettings;
import io.recoup.dunning.pack.Packs;
import io.recoup.dunning.policy.PolicyFile;
import io.recoup.intake.Check;
import io.recoup.intake.MapCheck;
import io.recoup.intake.Problem;
import io.recoup.intake.RoutesFolder;
import io.recoup.mail.TemplateCheck;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads everything a site has written, starts nothing, and says what would not work. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Check the route files, contracts, maps with their samples, policies and templates.",
            "Nothing is started and no database is needed. Prints one line for each problem:",
            "file, line, what is wrong and what to write instead."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:there are problems", "2:wrong usage"},
        footerHeading = "%nExample:%n",
        footer = "  java -jar recoup.jar check --routes /etc/recoup/routes --profile production")
final class CheckCommand implements Callable<Integer> {

    @Option(names = "--routes", paramLabel = "DIR", description = "The folder; recoup.routes.folder if absent.")
    private Path routes;

    @Option(names = "--profile", paramLabel = "NAME", description = "Settings of this profile.")
    private List<String> profiles = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ConfigurableEnvironment environment = environment();
        Path folder = routes != null
                ? routes
                : Binder.get(environment)
                        .bindOrCreate("recoup.routes", RoutesFolder.class)
                        .folder();
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "there is no folder " + folder.toAbsolutePath());
        }
        List<Problem> problems = new ArrayList<>();
        List<String> counted = new ArrayList<>();
        for (Check check : checks(environment)) {
            Check.Result result = check.run(folder);
            problems.addAll(result.problems());
            counted.add(result.counted());
        }
        PrintWriter out = spec.commandLine().getOut();
        problems.forEach(out::println);
        out.println(problems.isEmpty() ? "checked " + String.join(", ", counted) : problems.size() + " problems");
        out.flush();
        return problems.isEmpty() ? 0 : 1;
    }

    /** One line for each kind of file; the rooms offer the checks. */
    private static List<Check> checks(ConfigurableEnvironment environment) {
        RouteFileSettings settings =
                Binder.get(environment).bindOrCreate("recoup.route-files", RouteFileSettings.class);
        return List.of(
                new RouteCheck(environment::getProperty, settings),
                new MapCheck(),
                CheckCommand::policies,
                CheckCommand::packs,
                CheckCommand::templates);
    }

    private static Check.Result policies(Path routes) {
        Path folder = routes.resolve("policies");
        return new Check.Result(
                PolicyFile.files(folder).size() + " policies",
                PolicyFile.check(folder, (template, language) -> hasTemplate(routes, template, language)).stream()
                        .map(CheckCommand::asProblem)
                        .toList());
    }

    private static Check.Result packs(Path routes) {
        return new Check.Result(
                "policy packs",
                Packs.check(routes.resolve("policies").resolve("packs")).stream()
                        .map(CheckCommand::asProblem)
                        .toList());
    }

    private static Check.Result templates(Path routes) {
        Path folder = routes.resolve("templates");
        List<Problem> problems = Files.isDirectory(folder)
                ? TemplateCheck.check(folder).stream()
                        .map(CheckCommand::asProblem)
                        .toList()
                : List.of();
        return new Check.Result("templates", problems);
    }

    /** As the dunning room looks for it: the debtor's language, else English. */
    private static boolean hasTemplate(Path routes, String template, String language) {
        Path folder = routes.resolve("templates");
        return Files.exists(folder.resolve(language).resolve(template + ".md"))
                || Files.exists(folder.resolve("en").resolve(template + ".md"));
    }

    private static Problem asProblem(io.recoup.mail.Problem problem) {
        return new Problem(problem.file().toString(), problem.line(), problem.message(), problem.remedy());
    }

    /** The settings as the server would see them, without the server. */
    private ConfigurableEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment, null, null, profiles);
        return environment;
    }
}
