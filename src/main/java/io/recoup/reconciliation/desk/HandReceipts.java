package io.recoup.reconciliation.desk;

import io.recoup.money.Money;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Cause;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.OpenItem;
import io.recoup.receivables.ReceiptEntry;
import io.recoup.receivables.ReceiptId;
import io.recoup.reconciliation.HandReceipt;
import io.recoup.reconciliation.RefusedReview;
import io.recoup.reconciliation.RefusedReview.Why;
import io.recoup.reconciliation.store.ReviewRows;
import io.recoup.refusal.Refused.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Receipts that persons enter, and the life of a cheque: deposited, cleared, bounced. Joins the caller's transaction. */
@Component
class HandReceipts {

    private static final String DEPOSITED = "deposited";
    private static final String CLEARED = "cleared";
    private static final String BOUNCED = "bounced";
    private static final Set<String> RETURNABLE = Set.of("cheque", "direct_debit", "card");

    private final Ledger ledger;
    private final Accounts accounts;
    private final ReviewRows rows;

    HandReceipts(Ledger ledger, Accounts accounts, ReviewRows rows) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.rows = rows;
    }

    ReceiptId enter(HandReceipt entered, String by, LocalDate day) {
        String key = "hand:" + entered.key();
        // whoever enters the same key at the same moment waits here, and then finds it
        ledger.lock(entered.debtor());
        var known = rows.receiptWithKey(key);
        if (known.isPresent()) {
            return new ReceiptId(known.get());
        }
        ReceiptId receipt = ledger.receive(
                new ReceiptEntry(
                        entered.means(),
                        key,
                        null,
                        entered.debtor(),
                        entered.amount(),
                        entered.receivedOn(),
                        null,
                        null,
                        null,
                        entered.note(),
                        null,
                        "entered by " + by),
                Cause.user(by, entered.note()),
                day);
        List<Part> parts = entered.parts().isEmpty() ? dueFirst(entered) : entered.parts();
        if (!parts.isEmpty()) {
            ledger.allocate(receipt, parts, Cause.user(by, "entered by hand"), day);
        }
        if (entered.means().equals("cheque")) {
            rows.cheque(receipt.value(), DEPOSITED, day, by, entered.note());
        }
        return receipt;
    }

    private List<Part> dueFirst(HandReceipt entered) {
        List<Part> parts = new ArrayList<>();
        Money left = entered.amount();
        for (OpenItem item : accounts.account(entered.debtor()).openItems()) {
            boolean payable = item.kind() != ItemKind.CREDIT_NOTE
                    && item.open().currency().equals(left.currency());
            if (payable && left.isPositive()) {
                Money given = item.open().exceeds(left) ? left : item.open();
                parts.add(new Part(item.id(), given));
                left = left.minus(given);
            }
        }
        return parts;
    }

    void clear(ReceiptId cheque, String by, LocalDate day) {
        refuseUnless(DEPOSITED, cheque);
        rows.cheque(cheque.value(), CLEARED, day, by, null);
    }

    void bounce(ReceiptId receipt, String by, String why, LocalDate day) {
        ReviewRows.Receipt money = rows.receipts(List.of(receipt.value())).stream()
                .findFirst()
                .orElseThrow(() -> new RefusedReview(Why.NO_RECEIPT));
        if (!RETURNABLE.contains(money.means())) {
            throw new RefusedReview(Why.DOES_NOT_BOUNCE, Word.of("means.", money.means()));
        }
        if (money.reversed()) {
            throw new RefusedReview(Why.TAKEN_BACK);
        }
        ledger.reverse(receipt, "user:" + by, Cause.user(by, why), day);
        if (money.means().equals("cheque")) {
            rows.cheque(receipt.value(), BOUNCED, day, by, why);
        }
    }

    private void refuseUnless(String state, ReceiptId cheque) {
        String now = rows.stateOfCheque(cheque.value()).orElseThrow(() -> new RefusedReview(Why.NO_CHEQUE));
        if (!now.equals(state)) {
            throw new RefusedReview(Why.CHEQUE_IS, Word.of("cheque.", now), Word.of("cheque.", state));
        }
    }
}
