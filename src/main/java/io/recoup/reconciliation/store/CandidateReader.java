package io.recoup.reconciliation.store;

import static java.util.stream.Collectors.toCollection;

import io.recoup.receivables.DebtorId;
import io.recoup.receivables.SentLetters;
import io.recoup.receivables.SentLetters.Letter;
import io.recoup.reconciliation.match.MatchPayment;
import io.recoup.reconciliation.match.TextKeys;
import io.recoup.reconciliation.store.WholeLedger.Printed;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;

/** Reads what a batch of payments may mean, in a few queries for all of them together. */
@Repository
public class CandidateReader {

    /** Debtors that one payment makes us think of, by each kind of evidence. */
    private static final int MOST_DEBTORS = 12;

    /** What somebody pays is no answer to a letter that is older. */
    private static final int DAYS_REMINDED = 60;

    private final CandidateItems items;
    private final CandidateDebtors debtors;
    private final PayerMemory memory;
    private final MisspeltItems misspelt;
    private final WholeLedger whole;
    private final ObjectProvider<SentLetters> letters;

    CandidateReader(
            CandidateItems items,
            CandidateDebtors debtors,
            PayerMemory memory,
            MisspeltItems misspelt,
            WholeLedger whole,
            ObjectProvider<SentLetters> letters) {
        this.items = items;
        this.debtors = debtors;
        this.memory = memory;
        this.misspelt = misspelt;
        this.whole = whole;
        this.letters = letters;
    }

    public Candidates read(List<PendingReceipt> receipts, LocalDate today) {
        Map<Long, Set<String>> keys = new HashMap<>();
        Set<String> allKeys = new TreeSet<>();
        receipts.forEach(receipt -> keys.put(receipt.id(), TextKeys.in(receipt.payment())));
        keys.values().forEach(allKeys::addAll);
        Map<Long, Candidates.Item> found = new TreeMap<>();
        items.named(allKeys).forEach(item -> found.put(item.match().id(), item));
        Map<String, Set<Long>> namedBy = CandidateItems.debtorsByKey(found.values());
        debtors.byNumber(allKeys).forEach((key, ids) -> namedBy.computeIfAbsent(key, k -> new LinkedHashSet<>())
                .addAll(ids));
        Map<String, Set<Long>> owners = debtors.byAccount(accounts(receipts));
        List<Candidates.Remembered> remembered = memory.of(accounts(receipts), names(receipts), today);
        remembered.stream().filter(one -> one.kind().equals("account")).forEach(one -> owners.computeIfAbsent(
                        one.payer(), k -> new LinkedHashSet<>())
                .add(one.debtor()));
        Printed printed = whole.printed();
        MisspeltItems.Near near =
                misspelt.of(strangers(receipts, keys, found.values(), owners), namedBy.keySet(), printed);
        CandidateDebtors.Bearers bearers = debtors.byWords(words(receipts));
        Map<Long, Set<Long>> groups = debtors.groups(owners.values());
        Map<Long, Set<Long>> thoughtOf = new LinkedHashMap<>();
        for (PendingReceipt receipt : receipts) {
            Set<Long> one = new LinkedHashSet<>();
            if (receipt.debtor() != null) {
                one.add(receipt.debtor());
            }
            for (Long owner : owners.getOrDefault(account(receipt), Set.of())) {
                one.add(owner);
                add(one, groups.getOrDefault(owner, Set.of()));
            }
            keys.get(receipt.id()).forEach(key -> add(one, namedBy.getOrDefault(key, Set.of())));
            add(one, bearers.likest(wordsOf(receipt)));
            remembered.stream()
                    .filter(name -> name.kind().equals("name") && name.payer().equals(name(receipt)))
                    .forEach(name -> one.add(name.debtor()));
            thoughtOf.put(receipt.id(), one);
        }
        Set<Long> all = thoughtOf.values().stream().flatMap(Set::stream).collect(toCollection(TreeSet::new));
        Set<Candidates.Cut> cut = items.cut(all, receipts);
        items.open(all, cut, receipts)
                .forEach(item -> found.putIfAbsent(item.match().id(), item));
        items.open(near.items()).forEach(item -> found.putIfAbsent(item.match().id(), item));
        found.values().forEach(item -> all.add(item.debtor()));
        Map<Long, Candidates.Debtor> who = debtors.read(all);
        return new Candidates(
                who,
                items.keyed(found.values(), who),
                thoughtOf,
                cut,
                letters(who.keySet(), receipts),
                remembered,
                whole.of(receipts, bearers.counts(), printed.numbers(), near.documents()));
    }

    /** Payments from an account that nobody knows, or from none, that name nothing in full. */
    private static List<MatchPayment> strangers(
            List<PendingReceipt> receipts,
            Map<Long, Set<String>> keys,
            Collection<Candidates.Item> named,
            Map<String, Set<Long>> owners) {
        Set<String> names = CandidateItems.debtorsByKey(named).keySet();
        return receipts.stream()
                .filter(receipt -> !owners.containsKey(account(receipt)))
                .filter(receipt -> Collections.disjoint(keys.get(receipt.id()), names))
                .map(PendingReceipt::payment)
                .toList();
    }

    private List<Letter> letters(Set<Long> debtors, List<PendingReceipt> receipts) {
        Optional<LocalDate> first = receipts.stream().map(PendingReceipt::on).min(Comparator.naturalOrder());
        return letters.stream()
                .filter(sent -> first.isPresent())
                .flatMap(
                        sent -> sent
                                .to(
                                        debtors.stream().map(DebtorId::new).toList(),
                                        first.get().minusDays(DAYS_REMINDED))
                                .stream())
                .toList();
    }

    private static void add(Set<Long> debtors, Collection<Long> more) {
        more.stream().limit(MOST_DEBTORS).forEach(debtors::add);
    }

    private static Set<String> accounts(List<PendingReceipt> receipts) {
        return receipts.stream()
                .map(CandidateReader::account)
                .filter(account -> !account.isEmpty())
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> names(List<PendingReceipt> receipts) {
        return receipts.stream()
                .map(CandidateReader::name)
                .filter(name -> !name.isEmpty())
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> words(List<PendingReceipt> receipts) {
        return receipts.stream().flatMap(receipt -> wordsOf(receipt).stream()).collect(toCollection(TreeSet::new));
    }

    private static Set<String> wordsOf(PendingReceipt receipt) {
        return receipt.payerName() == null ? Set.of() : TextKeys.wordsOf(receipt.payerName());
    }

    /** Letters and digits of the payer's account; empty when there is none. */
    public static String account(PendingReceipt receipt) {
        return receipt.payerAccount() == null ? "" : TextKeys.squashed(receipt.payerAccount());
    }

    /** The words of the payer's name in one order. */
    public static String name(PendingReceipt receipt) {
        return name(receipt.payerName());
    }

    static String name(String written) {
        return written == null ? "" : String.join(" ", new TreeSet<>(TextKeys.wordsOf(written)));
    }
}
