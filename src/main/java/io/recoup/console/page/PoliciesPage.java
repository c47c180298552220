package io.recoup.console.page;

import io.recoup.dunning.Policies;
import io.recoup.dunning.PolicyStatus;
import io.recoup.dunning.Segments;
import io.recoup.dunning.policy.NoPolicy;
import io.recoup.dunning.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The policy in force as one reads it, what is wrong with its files, and what changed. */
@Controller
class PoliciesPage {

    private static final int VERSIONS = 15;
    private static final int MEMBERS = 500;

    private final Policies policies;
    private final Segments segments;
    private final ConsoleDay day;

    PoliciesPage(Policies policies, Segments segments, ConsoleDay day) {
        this.policies = policies;
        this.segments = segments;
        this.day = day;
    }

    /** @param changes from the version before; null where that is not known any more */
    record Change(String hash, String file, Instant at, List<LineDiff.Line> changes) {

        public long added() {
            return changes.stream().filter(line -> line.sign().equals("+")).count();
        }

        public long removed() {
            return changes.stream().filter(line -> line.sign().equals("-")).count();
        }
    }

    @GetMapping("/policies")
    String policies(Model model) {
        LocalDate today = day.today();
        List<PolicyStatus> status = policies.status();
        List<Policies.Version> versions = policies.versions(VERSIONS + 1);
        model.addAttribute(
                "faults", status.stream().filter(PolicyStatus::isBroken).toList());
        model.addAttribute("versions", changes(versions));
        model.addAttribute("today", today);
        try {
            Policy policy = policies.current();
            model.addAttribute("policy", policy);
            model.addAttribute("file", policy.file().getFileName().toString());
            model.addAttribute(
                    "since", versions.isEmpty() ? null : versions.get(0).inForce());
            model.addAttribute(
                    "content", versions.isEmpty() ? null : versions.get(0).content());
            model.addAttribute("creditor", PolicyWords.creditor(policy.creditor()));
            model.addAttribute("procedures", PolicyWords.procedures(policy));
            model.addAttribute("segments", PolicyWords.segments(policy));
            model.addAttribute("actions", PolicyWords.actions(policy, today));
        } catch (NoPolicy none) {
            model.addAttribute("policy", null);
        }
        return "policies";
    }

    /** The segments again with their sizes: counting looks at every debtor, so the page does not wait for it. */
    @GetMapping("/policies/segments")
    String sizes(Model model) {
        model.addAttribute("segments", PolicyWords.segments(policies.current()));
        model.addAttribute("sizes", segments.sizes(day.today()));
        return "policies :: segments";
    }

    @GetMapping("/segments/{name}")
    String segment(@PathVariable String name, Model model) {
        LocalDate today = day.today();
        Segments.Members members = segments.members(name, today, MEMBERS)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("name", name);
        model.addAttribute(
                "conditions",
                PolicyWords.conditions(policies.current().segment(name).orElseThrow()));
        model.addAttribute("members", members);
        return "segment";
    }

    private static List<Change> changes(List<Policies.Version> versions) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < Math.min(VERSIONS, versions.size()); i++) {
            Policies.Version version = versions.get(i);
            changes.add(new Change(
                    version.hash(),
                    version.file(),
                    version.inForce(),
                    i + 1 < versions.size()
                            ? LineDiff.between(versions.get(i + 1).content(), version.content())
                            : null));
        }
        return changes;
    }
}
