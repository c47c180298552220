package io.recoup.receivables;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Letters that listed to debtors what they owe. Whoever sends them tells it here; a house without dunning has none. */
public interface SentLetters {

    /**
     * One letter as it left, or may have left.
     *
     * @param sentOn business date
     * @param numbers of the documents that it listed
     * @param charges numbers of the fee and the interest that it charged with them, as far as they are open
     */
    record Letter(DebtorId debtor, LocalDate sentOn, List<String> numbers, List<String> charges) {}

    /** Letters to these debtors from that day on, oldest first. */
    List<Letter> to(Collection<DebtorId> debtors, LocalDate since);
}
