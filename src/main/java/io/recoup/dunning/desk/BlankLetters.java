package io.recoup.dunning.desk;

import io.recoup.calendar.BusinessDay;
import io.recoup.dunning.Correspondence.Blank;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.policy.Policy;
import io.recoup.mail.BrokenFile;
import io.recoup.mail.LetterContent;
import io.recoup.mail.LetterWriter;
import io.recoup.mail.Preset;
import io.recoup.receivables.DebtorId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Fills in what somebody begins with who writes to a debtor. */
@Component
class BlankLetters {

    private final SituationReader situations;
    private final HandDelivery deliveries;
    private final LetterWriter writer;
    private final BusinessDay day;

    BlankLetters(SituationReader situations, HandDelivery deliveries, LetterWriter writer, BusinessDay day) {
        this.situations = situations;
        this.deliveries = deliveries;
        this.writer = writer;
        this.day = day;
    }

    /** @param preset empty = the first there is */
    Blank of(DebtorId debtor, String preset, Policy policy) {
        LocalDate today = day.today(policy.zone());
        Situation situation = situations.of(debtor, 0);
        LetterContent content = LetterContents.known(situation.account(), today);
        List<String> names = writer.presets(content, policy.letterhead());
        String chosen = names.contains(preset) ? preset : names.isEmpty() ? "" : names.get(0);
        Preset words = new Preset("", language(content, policy), "", "");
        String fault = null;
        try {
            words = chosen.isEmpty() ? words : writer.preset(chosen, content, policy.letterhead());
        } catch (BrokenFile broken) {
            fault = broken.getMessage();
        }
        return new Blank(
                names,
                chosen,
                words.language(),
                words.subject(),
                words.text(),
                fault,
                Seen.of(situation.account()).written(),
                deliveries.of(situation, policy, today, null));
    }

    private static String language(LetterContent content, Policy policy) {
        return content.language() != null && content.language().matches("[a-z]{2}")
                ? content.language()
                : policy.letterhead().language();
    }
}
