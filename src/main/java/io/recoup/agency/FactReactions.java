package io.recoup.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.recoup.dunning.DunningExhausted;
import io.recoup.outbox.RecordedFact;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Facts;
import io.recoup.receivables.ItemId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What each fact means for referrals and cases. Runs in the caller's transaction. */
@Component
class FactReactions {

    static final List<String> HEARD = List.of("DunningExhausted", "ItemPaid", "ItemReopened");

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private final ReferralDesk referralDesk;
    private final CaseNotices notices;
    private final Referrals referrals;
    private final PlacedItems placed;

    FactReactions(ReferralDesk referralDesk, CaseNotices notices, Referrals referrals, PlacedItems placed) {
        this.referralDesk = referralDesk;
        this.notices = notices;
        this.referrals = referrals;
        this.placed = placed;
    }

    /** @throws IllegalArgumentException if the fact cannot be read */
    void to(RecordedFact fact, LocalDate today) {
        switch (fact.type()) {
            case "DunningExhausted" -> exhausted(read(fact, DunningExhausted.class), today);
            case "ItemPaid" -> paid(read(fact, Facts.ItemPaid.class), today);
            case "ItemReopened" -> reopened(read(fact, Facts.ItemReopened.class));
            default -> throw new IllegalArgumentException("the agency's desk does not hear " + fact.type());
        }
    }

    private void exhausted(DunningExhausted exhausted, LocalDate today) {
        if (exhausted.items() == null || exhausted.on() == null) {
            throw new IllegalArgumentException("it names no items or no day");
        }
        List<ItemId> items =
                exhausted.items().stream().map(item -> new ItemId(item.item())).toList();
        String reason = "procedure " + exhausted.procedure() + " was exhausted on " + exhausted.on();
        String rule = "automatic".equals(exhausted.approval()) ? "policy: " + exhausted.approvalRule() : null;
        referralDesk.propose(new DebtorId(exhausted.debtor()), items, reason, rule, today);
    }

    private void paid(Facts.ItemPaid paid, LocalDate today) {
        List<ItemId> item = List.of(new ItemId(paid.item()));
        if (paid.openMinor() == 0) {
            referrals.proposedWith(item).forEach(referralDesk::withdrawIfPaid);
        }
        placed.newestWith(item).forEach(in -> notices.paid(in.placement(), paid, today));
    }

    private void reopened(Facts.ItemReopened reopened) {
        placed.newestWith(List.of(new ItemId(reopened.item())))
                .forEach(in -> notices.reopened(in.placement(), reopened));
    }

    private static <T> T read(RecordedFact fact, Class<T> type) {
        try {
            return JSON.readValue(fact.json(), type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("it cannot be read: " + unreadable.getOriginalMessage(), unreadable);
        }
    }
}
