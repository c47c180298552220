package io.recoup.dunning.simulation;

import static java.util.Comparator.comparing;

import io.recoup.dunning.plan.DunningDecision.Notice;
import io.recoup.dunning.plan.DunningHistory;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorProfile;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One debtor's account as the events make it, and what it was sent. */
final class SimulatedDebtor {

    DebtorProfile who;
    final Map<String, List<OpenItem>> documents = new LinkedHashMap<>();
    final Map<ItemId, LocalDate> reopened = new HashMap<>();
    final List<NamedHold> holds = new ArrayList<>();
    final Map<String, Money> unapplied = new TreeMap<>();
    final Set<String> openTasks = new HashSet<>();
    private final List<Sent> letters = new ArrayList<>();
    private DunningHistory history = DunningHistory.NONE;
    private DebtorAccount account;
    private boolean wasToldSinceClear;

    /** @param id as the events name it; null = it has none */
    record NamedHold(String id, DebtorAccount.Hold hold) {}

    /**
     * @param before the history as it was before the letter
     * @param charges numbers of the fees and interest that it charged
     */
    private record Sent(DunningHistory before, List<String> charges) {}

    SimulatedDebtor(DebtorProfile who) {
        this.who = who;
    }

    void changed() {
        account = null;
    }

    DunningHistory history() {
        return history;
    }

    /** By due date and id, settled items left out. */
    DebtorAccount account() {
        if (account == null) {
            List<OpenItem> open = new ArrayList<>();
            documents
                    .values()
                    .forEach(parts -> parts.forEach(part -> {
                        if (!part.isSettled()) {
                            open.add(part);
                        }
                    }));
            open.sort(comparing(OpenItem::dueOn).thenComparing(item -> item.id().value()));
            account = new DebtorAccount(
                    who,
                    List.copyOf(open),
                    holds.stream().map(NamedHold::hold).toList(),
                    unapplied.values().stream().filter(Money::isPositive).toList(),
                    Map.copyOf(reopened));
        }
        return account;
    }

    boolean owesNothing() {
        return account().openItems().stream().allMatch(OpenItem::isOwnCharge);
    }

    /** True once after the debtor that was reminded has become clear. */
    boolean hasBecomeClear() {
        boolean clear = wasToldSinceClear && owesNothing();
        wasToldSinceClear &= !clear;
        return clear;
    }

    void sent(Notice notice, LocalDate day) {
        letters.add(new Sent(history, new ArrayList<>()));
        history = history.afterSending(notice, day);
        wasToldSinceClear = true;
    }

    /** Something that the newest letter charges. */
    void charged(String number) {
        letters.get(letters.size() - 1).charges().add(number);
    }

    /** The newest letter did not arrive: as if it had not been sent. @return its charges; null = there was none */
    List<String> takeBackLast() {
        if (letters.isEmpty()) {
            return null;
        }
        Sent last = letters.remove(letters.size() - 1);
        history = last.before().atRest(history.referred());
        return last.charges();
    }

    /** Its addresses do not work any more. */
    void loseContact() {
        who = who.reachedBy(List.of());
        changed();
    }

    void referred(List<ItemId> items, LocalDate day) {
        Map<ItemId, LocalDate> all = new HashMap<>(history.referred());
        items.forEach(item -> all.put(item, day));
        history = history.atRest(all);
    }
}
