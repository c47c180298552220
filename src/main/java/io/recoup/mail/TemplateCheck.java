package io.recoup.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what is wrong with templates before a debtor sees it. */
public final class TemplateCheck {

    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([#^/&>!={]?)\\s*([^}]*?)\\s*}}");

    private TemplateCheck() {}

    /** Checks one template, or every {@code *.md} below a folder; empty when all is well. */
    public static List<Problem> check(Path fileOrFolder) {
        try (Stream<Path> files = Files.walk(fileOrFolder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.getFileName().toString().equals("README.md"))
                    .sorted()
                    .flatMap(file -> checkFile(file).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read templates in " + fileOrFolder, unreadable);
        }
    }

    static String knownPlaceholders() {
        Set<String> known = new TreeSet<>(LetterFields.FIELDS);
        LetterFields.LISTS.forEach((list, names) -> known.add("#" + list + new TreeSet<>(names)));
        return String.join(", ", known);
    }

    private static List<Problem> checkFile(Path file) {
        List<Problem> problems = new ArrayList<>(placeholders(file));
        if (problems.isEmpty()) {
            try {
                LetterTemplate template = LetterTemplate.read(file);
                Letterhead head = new Letterhead(
                        "Creditor",
                        "",
                        List.of("Street 1"),
                        "",
                        "",
                        "#000000",
                        List.of("IBAN"),
                        "a@example.com",
                        List.of("a@example.com"),
                        "en",
                        "GB");
                LetterWriter.rendered(template, "en", LetterFields.sample(), head, Locale.UK);
            } catch (BrokenFile broken) {
                problems.addAll(broken.problems());
            }
        }
        return problems;
    }

    private static List<Problem> placeholders(Path file) {
        List<Problem> problems = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher tag = TAG.matcher(lines.get(i));
            while (tag.find()) {
                String fault = fault(tag.group(1), tag.group(2), open);
                if (fault != null) {
                    problems.add(new Problem(file, i + 1, fault, "known placeholders: " + knownPlaceholders()));
                }
            }
        }
        if (!open.isEmpty()) {
            problems.add(new Problem(
                    file, lines.size(), "{{#" + open.peek() + "}} is never closed", "add {{/" + open.peek() + "}}"));
        }
        return problems;
    }

    private static String fault(String mark, String name, Deque<String> open) {
        return switch (mark) {
            case "!" -> null;
            case "#", "^" -> {
                open.push(name);
                yield LetterFields.LISTS.containsKey(name) ? null : "unknown list '" + name + "'";
            }
            case "/" -> {
                String expected = open.poll();
                yield name.equals(expected) ? null : "{{/" + name + "}} closes what is not open";
            }
            case "" -> {
                boolean known = LetterFields.FIELDS.contains(name)
                        || open.stream().anyMatch(list -> LetterFields.LISTS
                                .getOrDefault(list, Set.of())
                                .contains(name));
                yield known ? null : "unknown placeholder '" + name + "'";
            }
            default -> "'{{" + mark + name + "}}' is not allowed in a letter";
        };
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read template " + file + " (is it UTF-8?)", unreadable);
        }
    }
}
