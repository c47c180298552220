package io.recoup.dunning.desk;

import io.recoup.dunning.Policies;
import io.recoup.dunning.PolicyStatus;
import io.recoup.dunning.policy.NoPolicy;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.PolicyFile;
import io.recoup.mail.BrokenFile;
import io.recoup.mail.LetterWriter;
import io.recoup.mail.Problem;
import io.recoup.receivables.Ledger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;

/** Keeps the last good version of the policy: the first file by name. */
@Service
class PolicyShelf implements Policies, SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyShelf.class);

    private final DunningSettings settings;
    private final LetterWriter letters;
    private final Ledger ledger;
    private final Map<Path, List<Problem>> faults = new TreeMap<>();
    private Policy inForce;

    PolicyShelf(DunningSettings settings, LetterWriter letters, Ledger ledger) {
        this.settings = settings;
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

    /** Reads what is new; what cannot be read leaves the version before it in force. */
    private synchronized void refresh() {
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
        if (inForce == null || !inForce.hash().equals(read.hash())) {
            ledger.describe(read.letterhead().name(), read.termDays(), read.zone());
            LOG.info("policy {} in force, hash {}", read.file(), read.hash());
        }
        inForce = read;
    }
}
