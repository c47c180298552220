package io.recoup.app.match;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.recoup.app.match.Transactions.Incoming;
import io.recoup.reconciliation.backtest.Backtest;
import io.recoup.reconciliation.backtest.BacktestText;
import io.recoup.reconciliation.backtest.Truth;
import io.recoup.reconciliation.match.Book;
import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.MatchItem;
import io.recoup.reconciliation.match.MatchPayment;
import io.recoup.reconciliation.match.MatchPolicy;
import io.recoup.reconciliation.match.Matching;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Matches the payments of files against the open items of files, without a database, by the engine that books. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = {
            "Match payments against open items and print, one JSON object a line, what each payment pays, how sure",
            "that is and why. Needs no database and books nothing. With --truth it also tells how often it was right.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:matched",
            "1:it failed, and standard error says why",
            "2:wrong usage, or some of the input could not be read and was left out"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar recoup.jar match --open-items open.jsonl --statements june.xml",
            "  java -jar recoup.jar match --open-items open.jsonl --debtors customers.jsonl \\",
            "      --transactions june.jsonl --truth booked.jsonl --report report.md --out matches.jsonl"
        })
final class MatchCommand implements Callable<Integer> {

    @Mixin
    private InputFiles files = new InputFiles();

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "What the payments really pay: prints a report to standard error.")
    private Path truth;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report there, as Markdown.")
    private Path report;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the matches there.")
    private Path outFile;

    @Option(
            names = "--thresholds",
            paramLabel = "NAME",
            defaultValue = "shipped",
            description = "From when a match is booked unasked: strict or shipped (default).")
    private String thresholds;

    @Option(
            names = "--tolerance",
            paramLabel = "AMOUNT",
            description = "The most by which a payment may fall short and still settle, such as 1.00EUR.")
    private List<String> tolerances = List.of();

    @Option(
            names = "--charges",
            paramLabel = "AMOUNT",
            description = "The same for money from outside the euro area, from which banks take charges: 25.00EUR.")
    private List<String> charges = List.of();

    @Spec
    private CommandSpec spec;

    private final OutputStream out;

    MatchCommand() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    MatchCommand(OutputStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        MatchPolicy policy = asked(() -> Policies.of(thresholds, tolerances, charges));
        asked(files::bookOfRecord);
        if (report != null && truth == null) {
            throw new ParameterException(spec.commandLine(), "--report needs --truth");
        }
        PrintWriter err = spec.commandLine().getErr();
        Faults faults = new Faults(err);
        try (Progress progress = new Progress(err)) {
            match(files.read(faults, progress), policy, progress, err);
        }
        faults.close();
        return faults.any() ? 2 : 0;
    }

    private <T> T asked(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private void match(Input input, MatchPolicy policy, Progress progress, PrintWriter err) throws IOException {
        Book book = new Book();
        List<MatchItem> items = input.openItems().enter(book);
        input.reminders().enter(book);
        List<Incoming> incoming = input.transactions().incoming();
        List<MatchPayment> toMatch = incoming.stream()
                .map(Incoming::payment)
                .filter(Objects::nonNull)
                .toList();
        progress.begin("matching " + toMatch.size() + " payments against " + items.size() + " items");
        Map<String, Match> matches = new LinkedHashMap<>();
        Matching.decide(book, toMatch, policy)
                .matches()
                .forEach(match -> matches.put(match.payment().key(), match));
        progress.begin("writing");
        print(incoming, matches);
        err.println(Summary.of(matches.values(), input.transactions().repeated()));
        if (truth != null) {
            Map<String, String> currencies = new HashMap<>();
            toMatch.forEach(
                    payment -> currencies.put(payment.key(), payment.amount().currencyCode()));
            report(input.truths(truth, currencies), items, matches, err);
        }
    }

    private void print(List<Incoming> incoming, Map<String, Match> matches) throws IOException {
        try (OutputStream to =
                        new BufferedOutputStream(outFile == null ? out : Files.newOutputStream(outFile), 1 << 16);
                JsonGenerator json = new JsonFactory().createGenerator(to)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            MatchLines lines = new MatchLines(json);
            for (Incoming one : incoming) {
                if (one.payment() == null) {
                    lines.none(one);
                } else {
                    lines.match(matches.get(one.key()));
                }
            }
            json.writeRaw(incoming.isEmpty() ? "" : "\n");
        }
    }

    private void report(Map<String, Truth> truths, List<MatchItem> items, Map<String, Match> matches, PrintWriter err)
            throws IOException {
        Backtest backtest = new Backtest(items);
        matches.forEach((key, match) -> {
            if (truths.containsKey(key)) {
                backtest.judge(match, truths.get(key));
            }
        });
        String text = BacktestText.of(backtest, matches.size() - backtest.all().payments());
        if (report == null) {
            err.print(text);
        } else {
            Files.writeString(report, text);
        }
    }
}
