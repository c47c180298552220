package io.recoup.reconciliation.match;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From accounts, names, customer and tax numbers to debtors. */
final class Payers {

    /** From this likeness on two names are one; below the other they have nothing to do with each other. */
    static final double SAME = 0.95;

    static final double ALIKE = 0.45;

    private static final int LEARNED = 1;
    private static final int SHORTEST_KEY = 4;

    private final KeyIndex accounts = new KeyIndex();
    private final KeyIndex customers = new KeyIndex();
    private final KeyShapes shapesOfCustomers = new KeyShapes();
    private final PayerNames names = new PayerNames();
    private final Set<String> payingOldest = new HashSet<>();

    void arePartOf(Whole ledger) {
        names.arePartOf(ledger);
    }

    void add(MatchDebtor debtor, int place) {
        debtor.ibans().forEach(iban -> accounts.add(Hash.of(Fold.squashed(iban)), place, 0));
        addCustomerKey(debtor.key(), place);
        if (debtor.taxId() != null) {
            addCustomerKey(debtor.taxId(), place);
        }
        names.add(debtor, place);
    }

    private void addCustomerKey(String key, int place) {
        String squashed = Fold.squashed(key);
        if (squashed.length() >= SHORTEST_KEY && !Numbers.digits(squashed).isEmpty()) {
            customers.add(Hash.of(squashed), place, 0);
            shapesOfCustomers.add(squashed);
        }
    }

    /** Debtors whose customer or tax number this is. */
    KeyIndex customers() {
        return customers;
    }

    KeyShapes shapesOfCustomers() {
        return shapesOfCustomers;
    }

    /** From the hashes of accounts to debtors that pay from them. */
    KeyIndex accounts() {
        return accounts;
    }

    /** An account from which a payment surely paid this debtor's items is his, or shared. */
    boolean learn(String account, int debtor) {
        if (owners(account).contains(debtor)) {
            return false;
        }
        accounts.add(Hash.of(Fold.squashed(account)), debtor, LEARNED);
        return true;
    }

    /** Who asked once that the oldest be paid means it as well where he says nothing. */
    void paysOldest(String account) {
        payingOldest.add(account);
    }

    boolean isPayingOldest(@Nullable String account) {
        return account != null && payingOldest.contains(account);
    }

    /** Debtors that pay from this account. */
    Ints owners(@Nullable String account) {
        Ints owners = new Ints();
        if (account != null) {
            for (int entry = accounts.first(Hash.of(Fold.squashed(account)));
                    entry >= 0;
                    entry = accounts.next(entry)) {
                if (!owners.contains(accounts.thing(entry))) {
                    owners.add(accounts.thing(entry));
                }
            }
        }
        return owners;
    }

    /** How much debtors' names are like the payer's, for those that have something of it. */
    Alike likeness(@Nullable String payer) {
        return names.likeness(payer);
    }
}
