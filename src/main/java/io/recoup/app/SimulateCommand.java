package io.recoup.app;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.PolicyFile;
import io.recoup.dunning.simulation.Comparison;
import io.recoup.dunning.simulation.Event;
import io.recoup.dunning.simulation.EventReader;
import io.recoup.dunning.simulation.SimulatedAction;
import io.recoup.dunning.simulation.Simulation;
import io.recoup.mail.BrokenFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays a policy over a file of events, without a database, by the planner that decides for real. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Play a dunning policy over a file of events, day by day, and print what it does:",
            "one JSON object a line. Needs no database and sends nothing.",
            "",
            "Each line of the events file is a JSON object with 'on' (a day) and one of invoice, creditNote, receipt,",
            "reversal, hold, release, cancel, deliveryFailed, approve. What cannot be read is told on standard error",
            "with its line and left out."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:played",
            "1:the policy cannot be used, and standard error says why",
            "2:wrong usage, or some events could not be read"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar recoup.jar simulate --policy routes/policies/default.yaml --events year.jsonl \\",
            "      --from 2025-01-01 --until 2025-12-31 --sources-fresh",
            "  java -jar recoup.jar simulate --policy routes/policies/default.yaml --against draft.yaml \\",
            "      --events year.jsonl --from 2025-01-01 --until 2025-12-31",
            "",
            "  an event: {\"on\":\"2025-02-01\",\"receipt\":{\"id\":\"R1\",\"debtor\":\"C-7\",\"amount\":\"120.00\","
                    + "\"currency\":\"EUR\",\"items\":[\"F-1\"]}}"
        })
final class SimulateCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new SimpleModule().addSerializer(Reason.class, ToStringSerializer.instance))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Option(names = "--policy", required = true, paramLabel = "PATH", description = "The policy file.")
    private Path policy;

    @Option(
            names = "--against",
            paramLabel = "PATH",
            description = "Another policy: print only what the two do differently.")
    private Path against;

    @Option(names = "--events", required = true, paramLabel = "FILE", description = "The events, one JSON a line.")
    private Path events;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First business date.")
    private LocalDate from;

    @Option(names = "--until", required = true, paramLabel = "DATE", description = "Last business date.")
    private LocalDate until;

    @Option(
            names = "--sources-fresh",
            description = "Every source counts as fresh; without it, as fresh as its last event.")
    private boolean sourcesFresh;

    @Option(names = "--verbose", description = "Also print why nothing is done about an item.")
    private boolean verbose;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (until.isBefore(from)) {
            throw new ParameterException(spec.commandLine(), "--until " + until + " is before --from " + from);
        }
        List<String> faults = new ArrayList<>();
        Policy first = read(policy);
        Policy second = against == null ? null : read(against);
        if (first == null || against != null && second == null) {
            return 1;
        }
        if (!Files.isRegularFile(events)) {
            throw new ParameterException(spec.commandLine(), "there is no file " + events);
        }
        List<Event> happened = events(first, faults::add);
        PrintWriter out = spec.commandLine().getOut();
        if (second == null) {
            Consumer<SimulatedAction> print = action -> out.println(json(action));
            play(first, happened, print, verbose ? print : null, faults::add);
        } else {
            compare(first, second, happened, out, faults);
        }
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        faults.forEach(err::println);
        err.flush();
        return faults.isEmpty() ? 0 : 2;
    }

    /** Documents that state no due date are due by the policy's own payment term. */
    private List<Event> events(Policy with, Consumer<String> faults) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(events)) {
            return new EventReader(events.toString(), with.creditor().termDays(), faults).read(lines);
        }
    }

    private void compare(Policy first, Policy second, List<Event> happened, PrintWriter out, List<String> faults)
            throws IOException {
        List<SimulatedAction> one = new ArrayList<>();
        List<SimulatedAction> other = new ArrayList<>();
        play(first, happened, one::add, null, faults::add);
        play(second, events(second, fault -> {}), other::add, null, fault -> {});
        for (Comparison.Difference difference : Comparison.of(one, other)) {
            out.println(json(new Told((difference.onlyFirst() ? policy : against).toString(), difference.action())));
        }
    }

    /** @param policy the one that does it, and the other does not */
    private record Told(String policy, @JsonUnwrapped SimulatedAction action) {}

    private void play(
            Policy with,
            List<Event> happened,
            Consumer<SimulatedAction> actions,
            Consumer<SimulatedAction> rests,
            Consumer<String> faults) {
        new Simulation(
                        with,
                        sourcesFresh,
                        actions,
                        rests,
                        (event, why) -> faults.accept(events + ": event on " + event.on() + " refused: " + why))
                .play(happened, from, until);
    }

    /** A folder stands for its first policy, as in the running system. */
    private Policy read(Path stated) {
        Path file = Files.isDirectory(stated)
                ? PolicyFile.files(stated).stream().findFirst().orElse(stated)
                : stated;
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "there is no file " + file);
        }
        try {
            return PolicyFile.read(file, (template, language) -> true);
        } catch (BrokenFile broken) {
            PrintWriter err = spec.commandLine().getErr();
            broken.problems().forEach(err::println);
            err.flush();
            return null;
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
