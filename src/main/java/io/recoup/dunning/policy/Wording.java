package io.recoup.dunning.policy;

import io.recoup.mail.LetterText;
import java.nio.file.Path;
import java.util.List;

/**
 * In which words and with what beside them something is sent.
 *
 * @param text a template in {@code routes/templates/<language>}, or the policy's own words
 * @param to kinds of contact to write to, in order; empty = billing contacts, then any
 * @param cc kinds of contact that get a copy
 * @param ccAgent whether the debtor's sales agent gets a copy
 * @param statement whether the account statement is attached as PDF
 * @param invoices whether the invoices are attached as PDF, from the creditor's archive
 * @param file one file to attach; null = none
 * @param hidePortal whether the link to the portal is left out
 */
public record Wording(
        LetterText text,
        List<String> to,
        List<String> cc,
        boolean ccAgent,
        boolean statement,
        boolean invoices,
        Path file,
        boolean hidePortal) {

    public Wording {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
    }

    public static Wording of(String template) {
        return new Wording(LetterText.template(template), List.of(), List.of(), false, false, false, null, false);
    }
}
