package io.recoup.dunning.policy;

import io.recoup.dunning.file.YamlFields;
import io.recoup.mail.BrokenFile;
import io.recoup.mail.FileText;
import io.recoup.mail.Letterhead;
import io.recoup.mail.Problem;
import io.recoup.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Reads {@code routes/policies/*.yaml}: every fault with its line, field and remedy. */
public final class PolicyFile {

    private PolicyFile() {}

    /**
     * @param hasTemplate whether a template of that name exists for a language or in English
     * @throws BrokenFile with every fault found
     */
    public static Policy read(Path file, BiPredicate<String, String> hasTemplate) {
        FileText source = FileText.read(file);
        YamlFields root = YamlFields.parse(file, source.text());
        YamlFields creditor = root.block("creditor");
        Letterhead letterhead = letterhead(creditor);
        ZoneId zone = creditor.required("zone", "a time zone such as Europe/Madrid", ZoneId::of, ZoneId.of("UTC"));
        int termDays = creditor.number("termDays", 1, 30, 30);
        String code =
                creditor.matching("code", "default", "'default': one installation serves one creditor", "default");
        List<Procedure> procedures = new ArrayList<>();
        List<YamlFields> stated = root.list("procedures");
        for (YamlFields procedure : stated) {
            PolicyProcedure.read(procedure, name -> hasTemplate.test(name, letterhead.language()))
                    .ifPresent(procedures::add);
        }
        if (stated.isEmpty()) {
            root.problem("procedures", "there is no procedure", "add at least one, with its levels");
        }
        root.refuseUnknown();
        root.throwProblems();
        return new Policy(file, source.hash(), code, letterhead, zone, termDays, procedures);
    }

    /** Every fault of every policy in a folder, for checking without starting anything. */
    public static List<Problem> check(Path folder, BiPredicate<String, String> hasTemplate) {
        List<Path> files = files(folder);
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                read(file, hasTemplate);
            } catch (BrokenFile broken) {
                problems.addAll(broken.problems());
            }
        }
        files.stream().skip(1).forEach(file -> problems.add(surplus(file, files.get(0))));
        return problems;
    }

    /** A second policy would look as if it did something. */
    public static Problem surplus(Path file, Path applies) {
        return new Problem(
                file,
                1,
                "this policy is not applied: only the first file by name is, which is " + applies.getFileName(),
                "move what is needed into " + applies.getFileName() + " and remove this file, or rename it to end in"
                        + " something else than .yaml");
    }

    /** The policy files of a folder, by name; empty when there is no such folder. */
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
    }

    private static Letterhead letterhead(YamlFields creditor) {
        return new Letterhead(
                creditor.required("name", "the company's name"),
                creditor.text("taxId", ""),
                creditor.lines("address"),
                creditor.text("phone", ""),
                creditor.text("website", ""),
                creditor.matching("accent", "#[0-9a-fA-F]{6}", "a colour such as #2f6b4f", "#2f4b66"),
                creditor.lines("payment"),
                creditor.matching("from", ".*[^\\s@]+@[^\\s@]+\\.[^\\s@]+.*", "an e-mail address", null),
                Arrays.stream(creditor.matching(
                                        "replyTo",
                                        "\\s*[^\\s@,]+@[^\\s@,]+(\\s*,\\s*[^\\s@,]+@[^\\s@,]+)*\\s*",
                                        "one or more e-mail addresses with commas between",
                                        null)
                                .split(","))
                        .map(String::strip)
                        .toList(),
                creditor.matching("language", "[a-z]{2}", "a two-letter language such as es", null),
                creditor.matching("country", "[A-Z]{2}", "a two-letter country such as ES", null));
    }

    static Money amount(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException("not an amount with its currency");
        }
        return Money.parse(parts[0], parts[1]);
    }
}
