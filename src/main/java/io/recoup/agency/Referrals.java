package io.recoup.agency;

import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The book of referrals. Every call joins the caller's transaction. */
public interface Referrals {

    long propose(DebtorId debtor, String currency, LocalDate on, String reason, List<Referral.Part> items);

    /** Reads one and keeps others from deciding on it until the transaction ends. */
    Optional<Referral> lock(long id);

    /**
     * @param by the person or the rule
     * @param rule null when a person decided
     * @param decision why; may be null
     */
    void decide(long id, Referral.State state, String by, String rule, String decision);

    /** The agency's answer, or a case's end, moved the referral on; who approved it stays. */
    void become(long id, Referral.State state, String why);

    /** Those of the items that a referral still waiting for a decision, or a live case, already has. */
    Set<ItemId> taken(Collection<ItemId> items);

    /** Those of the items that were in a case before, live or ended. */
    Set<ItemId> placedBefore(Collection<ItemId> items);

    /** Referrals waiting for a decision that contain one of the items. */
    List<Long> proposedWith(Collection<ItemId> items);
}
