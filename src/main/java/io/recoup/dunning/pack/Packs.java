package io.recoup.dunning.pack;

import io.recoup.mail.BrokenFile;
import io.recoup.mail.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packs of a folder and the base rates they name. */
public record Packs(List<Pack> all, Rates rates) {

    public static final Packs NONE = new Packs(List.of(), Rates.NONE);

    public Packs {
        all = List.copyOf(all);
    }

    /**
     * Everything in a folder; nothing where there is no such folder.
     *
     * @throws BrokenFile with every fault of every file
     */
    public static Packs read(Path folder) {
        List<Problem> problems = new ArrayList<>();
        List<Pack> packs = new ArrayList<>();
        Rates rates = Rates.NONE;
        for (Path file : files(folder)) {
            if (file.endsWith(RatesFile.NAME)) {
                rates = noting(problems, () -> RatesFile.read(file)).orElse(null);
            } else {
                noting(problems, () -> PackFile.read(file)).ifPresent(packs::add);
            }
        }
        if (problems.isEmpty()) {
            for (Pack pack : packs) {
                problems.addAll(loose(pack, packs, rates));
            }
        }
        if (!problems.isEmpty()) {
            throw new BrokenFile(problems);
        }
        return new Packs(packs, rates);
    }

    /** Every fault of every file, for checking without starting anything. */
    public static List<Problem> check(Path folder) {
        try {
            read(folder);
            return List.of();
        } catch (BrokenFile broken) {
            return broken.problems();
        }
    }

    public Optional<Pack> pack(String name) {
        return all.stream().filter(pack -> pack.name().equals(name)).findFirst();
    }

    /**
     * All that applies on a day, merged: the strictest of each value counts. A pack that is not valid yet says nothing.
     *
     * @param country the debtor's, ISO 3166
     * @param debtor {@code ANY} = not known: what protects either applies, and what businesses alone owe does not
     */
    public Limits limitsFor(String country, DebtorType debtor, LocalDate day) {
        List<Pack> applicable = all.stream()
                .filter(pack -> pack.isValidOn(day) && pack.appliesTo(country, debtor))
                .toList();
        Set<String> replaced =
                applicable.stream().flatMap(pack -> pack.replaces().stream()).collect(Collectors.toSet());
        return new Limits(applicable.stream()
                .filter(pack -> !replaced.contains(pack.name()))
                .flatMap(pack -> pack.limits().statements().stream())
                .filter(statement -> isOwedBy(debtor, statement))
                .toList());
    }

    /** How many are valid: as they only ever become so, days with the same number have the same limits. */
    public int validOn(LocalDate day) {
        int valid = 0;
        for (Pack pack : all) {
            valid += pack.isValidOn(day) ? 1 : 0;
        }
        return valid;
    }

    /** The packs whose review has not come in time. */
    public List<Pack> overdueForReview(LocalDate day) {
        return all.stream().filter(pack -> pack.reviewBy().isBefore(day)).toList();
    }

    private static boolean isOwedBy(DebtorType debtor, Statement statement) {
        return debtor == DebtorType.BUSINESS || !(statement.value() instanceof FixedSum sum && sum.businessOnly());
    }

    /** Names in a pack that lead nowhere. */
    private static List<Problem> loose(Pack pack, List<Pack> packs, Rates rates) {
        List<Problem> problems = new ArrayList<>();
        for (Sourced<InterestRule> rule : pack.limits().interestRules()) {
            String table = rule.value().baseRate();
            if (table != null && !rates.has(table)) {
                problems.add(
                        new Problem(pack.file(), 0, "no rate table '" + table + "'", "add it to " + RatesFile.NAME));
            }
        }
        for (String replaced : pack.replaces()) {
            if (packs.stream().noneMatch(other -> other.name().equals(replaced))) {
                problems.add(new Problem(
                        pack.file(), 0, "it replaces '" + replaced + "', which is no pack", "correct 'replaces'"));
            }
        }
        return problems;
    }

    private static <T> Optional<T> noting(List<Problem> problems, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (BrokenFile broken) {
            problems.addAll(broken.problems());
            return Optional.empty();
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(PackFile.ENDING))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
    }
}
