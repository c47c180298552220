package io.recoup.reconciliation.desk;

import io.recoup.receivables.SentLetters.Letter;
import io.recoup.reconciliation.match.Book;
import io.recoup.reconciliation.match.MatchDebtor;
import io.recoup.reconciliation.match.MatchPayment;
import io.recoup.reconciliation.match.TextKeys;
import io.recoup.reconciliation.store.CandidateReader;
import io.recoup.reconciliation.store.Candidates;
import io.recoup.reconciliation.store.Candidates.Debtor;
import io.recoup.reconciliation.store.Candidates.Remembered;
import io.recoup.reconciliation.store.PendingReceipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of the ledger that some payments may mean, as the engine reads it. What is remembered of payers enters as
 * further accounts and names of their debtors. It never speaks against what the payer himself names: where a text names
 * documents of debtors for whom this account or name did not pay before, the payment is read without it.
 */
final class SmallBook {

    private final Candidates candidates;
    private final Map<Long, List<Remembered>> byDebtor = new HashMap<>();
    private final Map<String, Set<Long>> byPayer = new HashMap<>();
    private final Map<String, Set<Long>> owners = new HashMap<>();

    SmallBook(Candidates candidates) {
        this.candidates = candidates;
        for (Remembered one : candidates.remembered()) {
            byDebtor.computeIfAbsent(one.debtor(), id -> new ArrayList<>()).add(one);
            byPayer.computeIfAbsent(one.kind() + one.payer(), key -> new TreeSet<>())
                    .add(one.debtor());
        }
        for (Debtor debtor : candidates.debtors().values()) {
            debtor.ibans().forEach(iban -> owners.computeIfAbsent(TextKeys.squashed(iban), key -> new TreeSet<>())
                    .add(debtor.id()));
        }
    }

    /** A new one each time: the engine takes from it what it settles. */
    Book open() {
        Book book = new Book();
        book.isPartOf(candidates.whole());
        candidates.debtors().values().forEach(debtor -> book.add(debtor(debtor)));
        candidates.items().forEach(item -> book.add(item.match()));
        candidates.letters().forEach(letter -> remind(book, letter));
        return book;
    }

    /** It may be paid with what it charged, or without. */
    private void remind(Book book, Letter letter) {
        String debtor = candidates.debtors().get(letter.debtor().value()).key();
        book.remind(debtor, letter.sentOn(), letter.numbers());
        if (!letter.charges().isEmpty()) {
            List<String> all = new ArrayList<>(letter.numbers());
            all.addAll(letter.charges());
            book.remind(debtor, letter.sentOn(), all);
        }
    }

    private MatchDebtor debtor(Debtor debtor) {
        List<String> names = new ArrayList<>(List.of(debtor.name()));
        List<String> accounts = new ArrayList<>(debtor.ibans());
        for (Remembered one : byDebtor.getOrDefault(debtor.id(), List.of())) {
            (one.kind().equals("name") ? names : accounts).add(one.written());
        }
        return new MatchDebtor(debtor.key(), names, accounts, debtor.group(), debtor.taxId());
    }

    /** Debtors whose account it is by the master data. */
    Set<Long> ownersByMaster(PendingReceipt receipt) {
        return owners.getOrDefault(CandidateReader.account(receipt), Set.of());
    }

    MatchPayment payment(PendingReceipt receipt, NamedDocuments named) {
        if (named.isEmpty()) {
            return receipt.payment();
        }
        boolean account = ownersByMaster(receipt).isEmpty()
                && contradicts("account" + CandidateReader.account(receipt), named.debtors());
        boolean name = contradicts("name" + CandidateReader.name(receipt), named.debtors());
        return receipt.payment(name ? null : receipt.payerName(), account ? null : receipt.payerAccount());
    }

    private boolean contradicts(String payer, Set<Long> debtors) {
        Set<Long> before = byPayer.getOrDefault(payer, Set.of());
        return !before.isEmpty() && !before.containsAll(debtors);
    }
}
