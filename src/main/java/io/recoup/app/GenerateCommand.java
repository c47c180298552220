package io.recoup.app;

import io.recoup.reconciliation.generator.Generation;
import io.recoup.reconciliation.generator.Regime;
import io.recoup.reconciliation.generator.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes open items, payments and the truth about them from a seed, to measure matching with. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Make open items, bank statements and the truth about which payment pays what, from a seed.",
            "The same arguments give the same bytes. Needs no database.",
            "",
            "Writes open-items.jsonl (invoice/1), debtors.jsonl (customer/1), reminders.jsonl, truth.jsonl and the",
            "payments in the format asked for."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:made", "1:the files cannot be written, and standard error says why", "2:wrong usage"},
        footerHeading = "%nExample:%n",
        footer = "  java -jar recoup.jar generate --regime mixed --payments 20000 --seed 1 --out world")
final class GenerateCommand implements Callable<Integer> {

    @Option(
            names = "--regime",
            required = true,
            description = "How people pay: structured, mixed or hard.",
            paramLabel = "REGIME")
    private Regime regime;

    @Option(names = "--payments", required = true, paramLabel = "N", description = "How many payments come in.")
    private int payments;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "Any whole number.")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where the files go.")
    private Path out;

    @Option(
            names = "--format",
            defaultValue = "json",
            paramLabel = "FORMAT",
            description = "Of the payments: json, camt or mt940; else ${DEFAULT-VALUE}.")
    private Generation.Format format;

    @Option(
            names = "--until",
            defaultValue = "2026-06-30",
            paramLabel = "DATE",
            description = "Last day on which a payment is booked; else ${DEFAULT-VALUE}.")
    private LocalDate until;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (payments < 1) {
            throw new ParameterException(spec.commandLine(), "--payments must be above zero, not " + payments);
        }
        Tally tally;
        try {
            tally = new Generation(regime, payments, seed, format, until).into(out);
        } catch (FileAlreadyExistsException other) {
            throw new ParameterException(spec.commandLine(), other.getMessage());
        }
        PrintWriter told = spec.commandLine().getOut();
        told.println("debtors            " + tally.debtors());
        told.println("open items         " + tally.items());
        told.println("payments           " + tally.credits());
        told.println("with a reference   " + percent(tally.references(), tally));
        told.println("hard negatives     " + percent(tally.hardNegatives(), tally));
        told.println("undecidable        " + percent(tally.undecidable(), tally));
        tally.classes().forEach((name, count) -> told.printf("  %-16s %s%n", name, percent(count, tally)));
        told.flush();
        return 0;
    }

    private static String percent(int count, Tally of) {
        return String.format(Locale.ROOT, "%6.2f %%", 100.0 * count / of.credits());
    }
}
