package io.recoup.dunning.desk;

import io.recoup.dunning.Policies;
import io.recoup.dunning.PolicyStatus;
import io.recoup.dunning.policy.NoPolicy;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.PolicyFile;
import io.recoup.dunning.store.PolicyVersionStore;
import io.recoup.mail.BrokenFile;
import io.recoup.mail.FileText;
import io.recoup.mail.LetterWriter;
import io.recoup.mail.Problem;
import io.recoup.receivables.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;

/** Keeps the last good version of the policy: the first file by name. */
@Service
class PolicyShelf implements Policies, SmartInitializingSingleton {

    /** A template that appears or goes makes no difference to the stamp; it is noticed after this. */
    private static final Duration AGE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(PolicyShelf.class);

    private final DunningSettings settings;
    private final LetterWriter letters;
    private final Ledger ledger;
    private final Map<Path, List<Problem>> faults = new TreeMap<>();
    private final PolicyVersionStore versions;
    private String read = "";
    private long readAt;
    private Policy inForce;

    PolicyShelf(DunningSettings settings, LetterWriter letters, Ledger ledger, PolicyVersionStore versions) {
        this.settings = settings;
        this.versions = versions;
        this.letters = letters;
        this.ledger = ledger;
    }

    @Override
    public void afterSingletonsInstantiated() {
        refresh();
    }

    @Override
    public synchronized Policy current() {
        refresh();
        if (inForce == null) {
            throw new NoPolicy("no usable policy in " + settings.policies() + ": "
                    + (faults.isEmpty() ? "add a .yaml file there" : faults.values()));
        }
        return inForce;
    }

    @Override
    public List<Version> versions(int limit) {
        return versions.latest(limit);
    }

    @Override
    public synchronized List<PolicyStatus> status() {
        refresh();
        Map<Path, List<Problem>> files = new TreeMap<>(faults);
        if (inForce != null) {
            files.putIfAbsent(inForce.file(), List.of());
        }
        List<PolicyStatus> statuses = new ArrayList<>();
        files.forEach((file, problems) -> statuses.add(new PolicyStatus(
                file, inForce != null && inForce.file().equals(file) ? inForce.hash() : null, problems)));
        letters.faults()
                .forEach((file, problems) -> statuses.add(
                        new PolicyStatus(file, letters.hashInUse(file).orElse(null), problems)));
        return statuses;
    }

    /** Changes with every edit: letters ask for the policy one by one, and it is read when there is something new. */
    private String stamp() {
        try (Stream<Path> files = Files.walk(settings.policies())) {
            StringBuilder stamp = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                stamp.append(file)
                        .append(Files.getLastModifiedTime(file))
                        .append(Files.size(file))
                        .append('\n');
            }
            return stamp.toString();
        } catch (IOException | UncheckedIOException vanishing) {
            return "being edited";
        }
    }

    /** Reads what is new; what cannot be read leaves the version before it in force. */
    private synchronized void refresh() {
        String now = stamp();
        if (now.equals(read) && System.nanoTime() - readAt < AGE.toNanos()) {
            return;
        }
        read = now;
        readAt = System.nanoTime();
        Map<Path, List<Problem>> found = new TreeMap<>();
        List<Path> files = PolicyFile.files(settings.policies());
        if (!files.isEmpty()) {
            try {
                follow(PolicyFile.read(files.get(0), letters::has));
            } catch (BrokenFile broken) {
                found.put(files.get(0), broken.problems());
            }
        } else if (inForce != null) {
            found.put(
                    inForce.file(),
                    List.of(new Problem(inForce.file(), 0, "the file is gone", "restore it or add another policy")));
        }
        files.stream().skip(1).forEach(file -> found.put(file, List.of(PolicyFile.surplus(file, files.get(0)))));
        found.forEach((file, problems) -> {
            if (!problems.equals(faults.get(file))) {
                LOG.error("policy refused, the last good version stays in force: {}", problems);
            }
        });
        faults.clear();
        faults.putAll(found);
    }

    /** The ledger's creditor follows: its term makes due dates, its zone says what a date is. */
    private void follow(Policy read) {
        if (inForce != null
                && inForce.hash().equals(read.hash())
                && inForce.file().equals(read.file())) {
            return;
        }
        ledger.describe(read.letterhead().name(), read.creditor().termDays(), read.zone());
        versions.inForce(
                read.hash(),
                read.file().getFileName().toString(),
                FileText.read(read.file()).text());
        LOG.info("policy {} in force, hash {}", read.file(), read.hash());
        inForce = read;
    }
}
