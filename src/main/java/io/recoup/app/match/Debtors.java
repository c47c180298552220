package io.recoup.app.match;

import io.recoup.receivables.DebtorEntry;
import io.recoup.reconciliation.match.MatchDebtor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all records together say of each debtor. */
final class Debtors {

    private final Map<List<String>, Known> known = new LinkedHashMap<>();
    private final Map<String, Set<String>> sources = new HashMap<>();

    private static final class Known {
        private final Set<String> names = new LinkedHashSet<>();
        private final Set<String> ibans = new LinkedHashSet<>();
        private @Nullable String group;
        private @Nullable String taxId;
    }

    void add(DebtorEntry entry) {
        sources.computeIfAbsent(entry.sourceId(), id -> new LinkedHashSet<>()).add(entry.source());
        Known debtor = known.computeIfAbsent(List.of(entry.source(), entry.sourceId()), id -> new Known());
        debtor.names.add(entry.name());
        if (entry.ibans() != null) {
            entry.ibans().forEach(iban -> debtor.ibans.add(iban.replace(" ", "")));
        }
        debtor.group = entry.group() == null ? debtor.group : entry.group();
        debtor.taxId = entry.taxId() == null ? debtor.taxId : entry.taxId();
    }

    /** The customer number; with its source before it where two sources have the same. */
    String key(DebtorEntry entry) {
        return key(entry.source(), entry.sourceId());
    }

    private String key(String source, String sourceId) {
        return sources.get(sourceId).size() > 1 ? source + ":" + sourceId : sourceId;
    }

    List<MatchDebtor> all() {
        List<MatchDebtor> all = new ArrayList<>(known.size());
        known.forEach((id, debtor) -> all.add(new MatchDebtor(
                key(id.get(0), id.get(1)),
                List.copyOf(debtor.names),
                List.copyOf(debtor.ibans),
                debtor.group,
                debtor.taxId)));
        return all;
    }
}
