package io.recoup.dunning.policy;

import io.recoup.dunning.file.YamlFields;
import io.recoup.dunning.pack.Limits;
import io.recoup.dunning.pack.Loosening;
import io.recoup.dunning.pack.Packs;
import io.recoup.mail.BrokenFile;
import io.recoup.mail.FileText;
import io.recoup.mail.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Path folder = file.toAbsolutePath().getParent();
        Creditor creditor = PolicyCreditor.read(root.block("creditor"), folder);
        List<Segment> segments = new ArrayList<>();
        root.list("segments").forEach(block -> PolicySegment.read(block).ifPresent(segments::add));
        WordingReader wordings = new WordingReader(
                folder, name -> hasTemplate.test(name, creditor.letterhead().language()), creditor.archive() != null);
        List<Procedure> procedures = procedures(root, wordings, creditor, segments);
        List<Action> actions = new ArrayList<>();
        for (YamlFields block : root.list("actions")) {
            PolicyAction.read(block, wordings).ifPresent(action -> {
                unique(block, action.name(), actions.stream().map(Action::name).toList(), "actions");
                known(block, action.segment(), segments);
                actions.add(action);
            });
        }
        unique(root, segments);
        Packs packs = PolicyPacks.read(root, folder.resolve("packs"));
        Limits own = PolicyPacks.own(root);
        List<Loosening> loosened = PolicyPacks.loosened(root, packs);
        root.refuseUnknown();
        root.throwProblems();
        return new Policy(
                file, hash(source, packs, folder), creditor, segments, procedures, actions, packs, own, loosened);
    }

    /** A policy that uses packs changes with them, to the letter: the same files have the same hash everywhere. */
    private static String hash(FileText source, Packs packs, Path folder) {
        if (packs.all().isEmpty()) {
            return source.hash();
        }
        StringBuilder hashes = new StringBuilder(source.hash());
        packs.all().forEach(pack -> hashes.append(FileText.read(pack.file()).hash()));
        Path rates = folder.resolve("packs").resolve("rates.yaml");
        if (Files.exists(rates)) {
            hashes.append(FileText.read(rates).hash());
        }
        return FileText.sha256(hashes.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Procedure> procedures(
            YamlFields root, WordingReader wordings, Creditor creditor, List<Segment> segments) {
        List<Procedure> procedures = new ArrayList<>();
        List<YamlFields> stated = root.list("procedures");
        Map<String, String> claimed = new HashMap<>();
        int general = 0;
        for (YamlFields block : stated) {
            Procedure procedure =
                    PolicyProcedure.read(block, wordings, creditor.start()).orElse(null);
            if (procedure == null) {
                general += block.has("segment") || block.has("debtors") ? 0 : 1;
                continue;
            }
            unique(
                    block,
                    procedure.name(),
                    procedures.stream().map(Procedure::name).toList(),
                    "procedures");
            known(block, procedure.segment(), segments);
            for (String debtor : procedure.debtors()) {
                String other = claimed.putIfAbsent(debtor, procedure.name());
                if (other != null) {
                    block.problem(
                            "debtors",
                            "two procedures for debtor '" + debtor + "': '" + other + "' and '" + procedure.name()
                                    + "'",
                            "name the debtor in one of them");
                }
            }
            if (procedure.segment() == null && procedure.debtors().isEmpty() && ++general == 2) {
                block.problem(
                        "name",
                        "two procedures for everybody: '" + procedure.name() + "' would never apply",
                        "state 'segment' or 'debtors' in all but one");
            }
            procedures.add(procedure);
        }
        if (stated.isEmpty()) {
            root.problem("procedures", "there is no procedure", "add at least one, with its levels");
        } else if (general == 0) {
            root.problem(
                    "procedures",
                    "no procedure is for debtors outside the segments",
                    "add one without 'segment' and 'debtors', with 'levels: []' should they be left alone");
        }
        return procedures;
    }

    private static void known(YamlFields block, String segment, List<Segment> segments) {
        List<String> names = segments.stream().map(Segment::name).toList();
        if (segment != null && !names.contains(segment)) {
            block.problem("segment", "there is no segment '" + segment + "'", "name one of " + names);
        }
    }

    private static void unique(YamlFields root, List<Segment> segments) {
        if (segments.stream().map(Segment::name).distinct().count() < segments.size()) {
            root.problem("segments", "two segments have the same name", "give each its own");
        }
    }

    private static void unique(YamlFields block, String name, List<String> others, String what) {
        if (others.contains(name)) {
            block.problem("name", "two " + what + " are called '" + name + "'", "give each its own name");
        }
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
}
