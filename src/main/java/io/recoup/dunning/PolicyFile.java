package io.recoup.dunning;

import io.recoup.mail.BrokenFile;
import io.recoup.mail.Letterhead;
import io.recoup.mail.Problem;
import io.recoup.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
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
        byte[] bytes = bytes(file);
        YamlFields root = YamlFields.parse(file, new String(bytes, StandardCharsets.UTF_8));
        YamlFields creditor = root.block("creditor");
        Letterhead letterhead = letterhead(creditor);
        ZoneId zone = creditor.required("zone", "a time zone such as Europe/Madrid", ZoneId::of, ZoneId.of("UTC"));
        int termDays = creditor.number("termDays", 1, 30, 30);
        String code = creditor.text("code", "default");
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
        return new Policy(file, sha256(bytes), code, letterhead, zone, termDays, procedures);
    }

    /** Every fault of every policy in a folder, for checking without starting anything. */
    public static List<Problem> check(Path folder, BiPredicate<String, String> hasTemplate) {
        return files(folder).stream()
                .flatMap(file -> {
                    try {
                        read(file, hasTemplate);
                        return Stream.<Problem>empty();
                    } catch (BrokenFile broken) {
                        return broken.problems().stream();
                    }
                })
                .toList();
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

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new BrokenFile(
                    List.of(new Problem(file, 0, "cannot be read: " + unreadable.getMessage(), "check its rights")));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
