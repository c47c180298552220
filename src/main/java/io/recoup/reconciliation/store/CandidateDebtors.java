package io.recoup.reconciliation.store;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Debtors whom payments may come from. */
@Repository
class CandidateDebtors {

    /** A word that more debtors than this bear tells nobody apart. */
    private static final int MOST_OF_A_WORD = 300;

    private static final int MOST_OF_A_GROUP = 50;

    private final JdbcClient jdbc;

    CandidateDebtors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param byWord who bears each word, nobody where they are too many */
    record Bearers(Map<String, List<Long>> byWord, Map<String, Integer> counts) {

        /** Those who share the most with a name, rare words counting more. */
        List<Long> likest(Set<String> words) {
            Map<Long, Double> shared = new TreeMap<>();
            for (String word : words) {
                for (Long debtor : byWord.getOrDefault(word, List.of())) {
                    shared.merge(debtor, 1.0 / Math.log(1.5 + counts.get(word)), Double::sum);
                }
            }
            return shared.entrySet().stream()
                    .sorted(Map.Entry.<Long, Double>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    Bearers byWords(Set<String> words) {
        Map<String, List<Long>> bearers = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("""
            SELECT w.word, ARRAY(SELECT id FROM debtor WHERE name_words(name) @> ARRAY[w.word] LIMIT :most + 1) AS ids
            FROM unnest(:words::text[]) AS w (word)
            """)
                .param("most", MOST_OF_A_WORD)
                .param("words", words.toArray(String[]::new))
                .query((rs, row) -> {
                    List<Long> ids = ids(rs.getArray("ids"));
                    counts.put(rs.getString("word"), ids.size());
                    return bearers.put(rs.getString("word"), ids.size() > MOST_OF_A_WORD ? List.of() : ids);
                })
                .list();
        return new Bearers(bearers, counts);
    }

    /** By the letters and digits of an account. */
    Map<String, Set<Long>> byAccount(Set<String> accounts) {
        Map<String, Set<Long>> owners = new HashMap<>();
        jdbc.sql("""
            SELECT a.account, d.id FROM unnest(:accounts::text[]) AS a (account)
            JOIN debtor d ON d.ibans @> ARRAY[a.account] ORDER BY d.id
            """)
                .param("accounts", accounts.toArray(String[]::new))
                .query((rs, row) -> owners.computeIfAbsent(rs.getString("account"), k -> new LinkedHashSet<>())
                        .add(rs.getLong("id")))
                .list();
        return owners;
    }

    /** By customer or tax number. */
    Map<String, Set<Long>> byNumber(Set<String> keys) {
        Map<String, Set<Long>> named = new HashMap<>();
        jdbc.sql("""
            SELECT id, upper(regexp_replace(source_id, '[^A-Za-z0-9]', '', 'g')) AS key FROM debtor
            WHERE upper(regexp_replace(source_id, '[^A-Za-z0-9]', '', 'g')) = ANY (:keys)
            UNION ALL
            SELECT id, upper(regexp_replace(tax_id, '[^A-Za-z0-9]', '', 'g')) FROM debtor
            WHERE tax_id IS NOT NULL AND upper(regexp_replace(tax_id, '[^A-Za-z0-9]', '', 'g')) = ANY (:keys)
            """)
                .param("keys", keys.toArray(String[]::new))
                .query((rs, row) -> named.computeIfAbsent(rs.getString("key"), k -> new TreeSet<>())
                        .add(rs.getLong("id")))
                .list();
        return named;
    }

    /** The other companies of each debtor's group. */
    Map<Long, Set<Long>> groups(Collection<Set<Long>> debtors) {
        Map<Long, Set<Long>> groups = new HashMap<>();
        jdbc.sql("""
            SELECT d.id, other.id AS other FROM debtor d
            CROSS JOIN LATERAL (SELECT id FROM debtor WHERE group_key = d.group_key ORDER BY id LIMIT :most) other
            WHERE d.id = ANY (:ids) AND d.group_key IS NOT NULL
            """)
                .param("most", MOST_OF_A_GROUP)
                .param("ids", debtors.stream().flatMap(Set::stream).distinct().toArray(Long[]::new))
                .query((rs, row) -> groups.computeIfAbsent(rs.getLong("id"), k -> new LinkedHashSet<>())
                        .add(rs.getLong("other")))
                .list();
        return groups;
    }

    Map<Long, Candidates.Debtor> read(Set<Long> ids) {
        Map<Long, Candidates.Debtor> debtors = new LinkedHashMap<>();
        Set<String> keys = new TreeSet<>();
        jdbc.sql("SELECT id, source, source_id, name, ibans, group_key, tax_id FROM debtor WHERE id = ANY"
                        + " (:ids) ORDER BY id")
                .param("ids", ids.toArray(Long[]::new))
                .query((rs, row) -> {
                    String key = rs.getString("source_id");
                    if (!keys.add(key)) {
                        key = key + "\n" + rs.getString("source");
                    }
                    return debtors.put(
                            rs.getLong("id"),
                            new Candidates.Debtor(
                                    rs.getLong("id"),
                                    key,
                                    rs.getString("name"),
                                    Arrays.asList(
                                            (String[]) rs.getArray("ibans").getArray()),
                                    rs.getString("group_key"),
                                    rs.getString("tax_id")));
                })
                .list();
        return debtors;
    }

    private static List<Long> ids(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }
}
