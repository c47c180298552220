package io.recoup.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
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
            return files.filter(TemplateCheck::isTemplate)
                    .sorted()
                    .flatMap(file -> problems(file).stream())
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

    static boolean isTemplate(Path file) {
        return file.toString().endsWith(".md")
                && !file.getFileName().toString().equals("README.md")
                && Files.isRegularFile(file);
    }

    /** @throws BrokenFile with every fault found */
    static LetterTemplate checked(FileText source) {
        List<Problem> problems = placeholders(source.file(), 1, source.text());
        if (!problems.isEmpty()) {
            throw new BrokenFile(problems);
        }
        LetterTemplate template = LetterTemplate.of(source);
        tryOut(template);
        return template;
    }

    /**
     * Checks words that stand in another file, such as a policy; empty when all is well.
     *
     * @param line of the file on which the body begins; faults of the subject are reported there too
     */
    public static List<Problem> check(Path file, int line, String subject, String body) {
        List<Problem> problems = new ArrayList<>();
        if (subject.isBlank() || subject.strip().lines().count() > 1) {
            problems.add(new Problem(file, line, "the subject is not one line", "state a subject of one line"));
        }
        if (body.isBlank()) {
            problems.add(new Problem(file, line, "the text is empty", "state the text, or name a template instead"));
        }
        for (Problem problem : placeholders(file, line, subject)) {
            problems.add(new Problem(file, line, "in the subject: " + problem.message(), problem.remedy()));
        }
        problems.addAll(placeholders(file, line, body));
        if (!problems.isEmpty()) {
            return problems;
        }
        try {
            tryOut(LetterTemplate.of(file, "", subject, body));
            return List.of();
        } catch (BrokenFile broken) {
            return broken.problems().stream()
                    .map(problem -> new Problem(file, line, problem.message(), problem.remedy()))
                    .toList();
        }
    }

    private static void tryOut(LetterTemplate template) {
        LetterWriter.rendered(template, "en", SampleContent.letter(), SampleContent.HEAD, Locale.UK);
    }

    private static List<Problem> problems(Path file) {
        try {
            checked(FileText.read(file));
            return List.of();
        } catch (BrokenFile broken) {
            return broken.problems();
        }
    }

    private static List<Problem> placeholders(Path file, int firstLine, String text) {
        List<Problem> problems = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher tag = TAG.matcher(lines.get(i));
            while (tag.find()) {
                String fault = fault(tag.group(1), tag.group(2), open);
                if (fault != null) {
                    problems.add(new Problem(file, firstLine + i, fault, "known placeholders: " + knownPlaceholders()));
                }
            }
        }
        if (!open.isEmpty()) {
            problems.add(new Problem(
                    file,
                    firstLine + Math.max(0, lines.size() - 1),
                    "{{#" + open.peek() + "}} is never closed",
                    "add {{/" + open.peek() + "}}"));
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
}
