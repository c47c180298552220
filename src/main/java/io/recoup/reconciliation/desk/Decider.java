package io.recoup.reconciliation.desk;

import static java.util.stream.Collectors.toCollection;

import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.Match.Decision;
import io.recoup.reconciliation.match.MatchPayment;
import io.recoup.reconciliation.match.MatchPolicy;
import io.recoup.reconciliation.match.Matching;
import io.recoup.reconciliation.match.Reason;
import io.recoup.reconciliation.match.TextKeys;
import io.recoup.reconciliation.store.CandidateReader;
import io.recoup.reconciliation.store.Candidates;
import io.recoup.reconciliation.store.ItemKeys;
import io.recoup.reconciliation.store.PendingReceipt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides a batch of receipts together, by the thresholds in force and, beside them, by the shipped ones. */
@Component
class Decider {

    private final CandidateReader reader;

    Decider(CandidateReader reader) {
        this.reader = reader;
    }

    List<Verdict> decide(List<PendingReceipt> receipts, Rulebook rules, LocalDate today) {
        Candidates candidates = reader.read(receipts, today);
        SmallBook book = new SmallBook(candidates);
        Map<String, List<Candidates.Item>> byName = NamedDocuments.byName(candidates.items());
        Map<Long, NamedDocuments> named = new LinkedHashMap<>();
        List<MatchPayment> payments = new ArrayList<>();
        for (PendingReceipt receipt : receipts) {
            NamedDocuments names = NamedDocuments.in(receipt, byName);
            named.put(receipt.id(), names);
            payments.add(book.payment(receipt, names));
        }
        Map<Long, Match> matches = matches(book, payments, rules.booking());
        Map<Long, Match> shipped = matches(book, payments, rules.shipped());
        Set<Long> taken = new TreeSet<>();
        matches.values().stream()
                .filter(match -> match.decision() == Decision.AUTO)
                .forEach(match ->
                        match.parts().forEach(part -> taken.add(part.item().id())));
        List<Verdict> verdicts = new ArrayList<>();
        for (PendingReceipt receipt : receipts) {
            NamedDocuments names = named.get(receipt.id());
            Match match = checked(receipt, matches.get(receipt.id()), names, taken, book, rules);
            match = told(receipt, match, book, candidates);
            Set<Long> debtors = names.debtors();
            verdicts.add(new Verdict(
                    receipt,
                    match,
                    shipped.get(receipt.id()),
                    debtors.size() == 1 ? debtors.iterator().next() : null,
                    watch(receipt, candidates.thoughtOf().get(receipt.id()))));
        }
        return verdicts;
    }

    private static Map<Long, Match> matches(SmallBook book, List<MatchPayment> payments, MatchPolicy policy) {
        Map<Long, Match> matches = new LinkedHashMap<>();
        Matching.decide(book.open(), payments, policy)
                .matches()
                .forEach(match -> matches.put(Long.valueOf(match.payment().key()), match));
        return matches;
    }

    private static Match checked(
            PendingReceipt receipt,
            Match match,
            NamedDocuments named,
            Set<Long> taken,
            SmallBook book,
            Rulebook rules) {
        if (match.decision() == Decision.AUTO && rules.level(match.stratum()) == Level.STRICT) {
            Optional<Reason> objection = StrictRule.objection(receipt, match, named, book.ownersByMaster(receipt));
            return objection
                    .map(reason -> waiting(match, Decision.REVIEW, match.why(), reason))
                    .orElse(match);
        }
        if (match.decision() == Decision.REVIEW && named.isSettled(taken)) {
            List<Reason> why = new ArrayList<>(List.of(new Reason("none.settled", List.of(named.numbers()))));
            why.addAll(match.why());
            return waiting(match, Decision.REVIEW, why, match.against());
        }
        if (match.decision() == Decision.NONE && named.has(receipt.declined())) {
            return waiting(match, Decision.NONE, List.of(new Reason("declined", List.of(named.numbers()))), null);
        }
        return match;
    }

    /**
     * Says of whom not everything was looked at. What no text names may then be something else that was not read, and is
     * not booked unasked.
     */
    private static Match told(PendingReceipt receipt, Match match, SmallBook book, Candidates candidates) {
        if (candidates.cut().isEmpty()) {
            return match;
        }
        String currency = receipt.unapplied().currencyCode();
        Set<Long> owners = book.ownersByMaster(receipt);
        Set<Long> concerned = match.parts().isEmpty()
                ? owners.isEmpty() ? candidates.thoughtOf().get(receipt.id()) : owners
                : match.parts().stream()
                        .map(part -> candidates.debtorOf(part.item()))
                        .collect(toCollection(TreeSet::new));
        List<Reason> cut = concerned.stream()
                .filter(debtor -> candidates.cut().contains(new Candidates.Cut(debtor, currency)))
                .map(debtor -> new Reason(
                        "cut",
                        List.of(candidates.debtors().get(debtor).name(), String.valueOf(Candidates.MOST_OF_A_DEBTOR))))
                .toList();
        if (cut.isEmpty()
                || match.decision() == Decision.AUTO && match.stratum().naming().isInFull()) {
            return match;
        }
        List<Reason> why = new ArrayList<>(match.why());
        why.addAll(cut);
        Decision decision = match.decision() == Decision.AUTO ? Decision.REVIEW : match.decision();
        return waiting(
                match, decision, why, decision == match.decision() ? match.against() : new Reason("unsure", List.of()));
    }

    private static Match waiting(Match match, Decision decision, List<Reason> why, @Nullable Reason against) {
        return new Match(
                match.payment(),
                decision,
                match.stratum(),
                match.score(),
                match.parts(),
                match.residual(),
                why,
                against,
                match.runnerUp());
    }

    /** Whatever bears one of these may change the decision. */
    static Set<String> watch(PendingReceipt receipt, Set<Long> thoughtOf) {
        Set<String> keys = new TreeSet<>(TextKeys.in(receipt.payment()));
        keys.add(ItemKeys.ofAmount(
                receipt.unapplied().currencyCode(), receipt.unapplied().minor()));
        thoughtOf.forEach(debtor -> keys.add(ItemKeys.ofDebtor(debtor)));
        if (receipt.payerAccount() != null) {
            keys.add(ItemKeys.ofAccount(receipt.payerAccount()));
        }
        if (receipt.payerName() != null) {
            keys.add(ItemKeys.ofName(receipt.payerName()));
        }
        return keys;
    }
}
