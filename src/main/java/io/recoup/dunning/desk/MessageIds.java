package io.recoup.dunning.desk;

import io.recoup.dunning.plan.DunningDecision.Notice;
import io.recoup.dunning.policy.Policy;
import io.recoup.receivables.DebtorId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** A letter's Message-ID follows from what it is about, so that every attempt carries the same one. */
final class MessageIds {

    private MessageIds() {}

    static String of(DebtorId debtor, Notice notice, LocalDate plannedOn, Policy policy) {
        String key = policy.creditor().code()
                + '\n'
                + debtor.value()
                + '\n'
                + notice.procedure()
                + '\n'
                + notice.level().name()
                + '\n'
                + plannedOn;
        String from = policy.letterhead().from();
        String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        return "<notice." + debtor.value() + "." + DateTimeFormatter.BASIC_ISO_DATE.format(plannedOn) + "."
                + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "@" + domain + ">";
    }
}
