package io.recoup.dunning.policy;

import io.recoup.dunning.file.YamlFields;
import io.recoup.dunning.pack.LimitFields;
import io.recoup.dunning.pack.Limits;
import io.recoup.dunning.pack.Loosening;
import io.recoup.dunning.pack.Pack;
import io.recoup.dunning.pack.Packs;
import io.recoup.mail.BrokenFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The parts of a policy file that name policy packs, add limits of its own, and loosen single values. */
final class PolicyPacks {

    private PolicyPacks() {}

    /** The packs that {@code packs:} names; a fault in the folder is one of the policy, for it cannot be applied. */
    static Packs read(YamlFields root, Path folder) {
        List<String> names = root.words("packs");
        if (names.isEmpty()) {
            return Packs.NONE;
        }
        try {
            Packs all = Packs.read(folder);
            List<Pack> chosen = new ArrayList<>();
            for (String name : names) {
                all.pack(name)
                        .ifPresentOrElse(
                                chosen::add,
                                () -> root.problem(
                                        "packs",
                                        "there is no pack '" + name + "'",
                                        "name some of "
                                                + all.all().stream()
                                                        .map(Pack::name)
                                                        .toList()));
            }
            return new Packs(chosen, all.rates());
        } catch (BrokenFile broken) {
            broken.problems().forEach(root::problem);
            return Packs.NONE;
        }
    }

    static Limits own(YamlFields root) {
        return root.has("limits") ? LimitFields.read(root.block("limits"), "policy") : Limits.NONE;
    }

    static List<Loosening> loosened(YamlFields root, Packs packs) {
        List<Loosening> loosened = new ArrayList<>();
        for (YamlFields entry : root.list("loosen")) {
            LimitFields.loosening(entry).ifPresent(loosening -> {
                if (packs.pack(loosening.pack()).isEmpty()) {
                    entry.problem("pack", "the policy uses no pack '" + loosening.pack() + "'", "correct the name");
                } else {
                    loosened.add(loosening);
                }
            });
        }
        return loosened;
    }
}
