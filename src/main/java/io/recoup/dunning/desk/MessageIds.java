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
        return id("notice", debtor, key, plannedOn, policy);
    }

    /** @param formKey unique to the form in which the letter was written */
    static String byHand(DebtorId debtor, String formKey, LocalDate writtenOn, Policy policy) {
        return id("letter", debtor, policy.creditor().code() + '\n' + formKey, writtenOn, policy);
    }

    private static String id(String kind, DebtorId debtor, String key, LocalDate day, Policy policy) {
        String from = policy.letterhead().from();
        String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
        return "<" + kind + "." + debtor.value() + "." + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "."
                + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "@" + domain + ">";
    }
}
