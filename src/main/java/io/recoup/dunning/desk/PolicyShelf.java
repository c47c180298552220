package io.recoup.dunning.desk;

import static java.util.stream.Collectors.groupingBy;

import io.recoup.dunning.NoPolicy;
import io.recoup.dunning.Policies;
import io.recoup.dunning.Policy;
import io.recoup.dunning.PolicyFile;
import io.recoup.dunning.PolicyStatus;
import io.recoup.dunning.store.CreditorStore;
import io.recoup.mail.BrokenFile;
import io.recoup.mail.LetterWriter;
import io.recoup.mail.MailSettings;
import io.recoup.mail.Problem;
import io.recoup.mail.TemplateCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;

/** Keeps the last good version of every policy file. */
@Service
class PolicyShelf implements Policies, SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyShelf.class);

    private final DunningSettings settings;
    private final MailSettings mail;
    private final LetterWriter letters;
    private final CreditorStore creditors;
    private final Map<Path, Policy> active = new TreeMap<>();
    private final Map<Path, List<Problem>> faults = new TreeMap<>();

    PolicyShelf(DunningSettings settings, MailSettings mail, LetterWriter letters, CreditorStore creditors) {
        this.settings = settings;
        this.mail = mail;
        this.letters = letters;
        this.creditors = creditors;
    }

    @Override
    public void afterSingletonsInstantiated() {
        refresh();
    }

    @Override
    public synchronized Policy current() {
        refresh();
        return active.values().stream()
                .findFirst()
                .orElseThrow(() -> new NoPolicy("no usable policy in " + settings.policies() + ": "
                        + (faults.isEmpty() ? "add a .yaml file there" : faults.values())));
    }

    @Override
    public synchronized List<PolicyStatus> status() {
        refresh();
        List<PolicyStatus> statuses = new ArrayList<>();
        Map<Path, Policy> all = new TreeMap<>(active);
        faults.keySet().forEach(file -> all.putIfAbsent(file, null));
        all.forEach((file, policy) -> statuses.add(
                new PolicyStatus(file, policy == null ? null : policy.hash(), faults.getOrDefault(file, List.of()))));
        if (Files.isDirectory(mail.templates())) {
            TemplateCheck.check(mail.templates()).stream()
                    .collect(groupingBy(Problem::file, TreeMap::new, java.util.stream.Collectors.toList()))
                    .forEach((file, problems) -> statuses.add(new PolicyStatus(file, null, problems)));
        }
        return statuses;
    }

    /** Reads what is new; what cannot be read leaves the version before it in force. */
    private synchronized void refresh() {
        List<Path> files = PolicyFile.files(settings.policies());
        for (Path file : files) {
            try {
                Policy read = PolicyFile.read(file, letters::has);
                Policy before = active.put(file, read);
                faults.remove(file);
                if (before == null || !before.hash().equals(read.hash())) {
                    LOG.info("policy {} in force, hash {}", file, read.hash());
                    creditors.follow(read);
                }
            } catch (BrokenFile broken) {
                if (!broken.problems().equals(faults.put(file, broken.problems()))) {
                    LOG.error("policy refused, the last good version stays in force: {}", broken.getMessage());
                }
            }
        }
        List<Path> gone =
                active.keySet().stream().filter(file -> !files.contains(file)).toList();
        for (Path file : gone) {
            if (active.size() > 1) {
                active.remove(file);
                LOG.info("policy {} was removed", file);
            } else {
                faults.put(file, List.of(new Problem(file, 0, "the file is gone", "restore it or add another policy")));
            }
        }
    }
}
