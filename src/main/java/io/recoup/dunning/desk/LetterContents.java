package io.recoup.dunning.desk;

import io.recoup.dunning.pack.Sourced;
import io.recoup.dunning.plan.Claim;
import io.recoup.dunning.plan.Cover;
import io.recoup.dunning.policy.Action;
import io.recoup.dunning.policy.ByHand;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Trigger;
import io.recoup.mail.LetterContent;
import io.recoup.mail.LetterContent.Charge;
import io.recoup.mail.LetterContent.Credit;
import io.recoup.mail.LetterContent.Document;
import io.recoup.mail.LetterContent.Extras;
import io.recoup.mail.LetterContent.Kind;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What a letter tells, from what may be told and what it asks for. */
final class LetterContents {

    private LetterContents() {}

    /** @param documents names of the files beside it */
    static LetterContent of(RightToSend.Verdict verdict, String procedure, Policy policy, List<String> documents) {
        DebtorAccount account = verdict.account();
        return new LetterContent(
                kind(verdict, procedure),
                account.name(),
                account.language(),
                account.country(),
                verdict.today(),
                verdict.today().plusDays(verdict.level().replyWithinDays()),
                items(verdict.items()),
                charges(verdict.claims()),
                credits(account, verdict.claims()),
                new Extras("", "", List.of(), portal(verdict, policy), required(verdict, policy), documents)
                        .knowing(reader(account)));
    }

    /** What somebody who writes to a debtor can name: all that is open, and how the debtor is known. */
    static LetterContent known(DebtorAccount account, LocalDate today) {
        List<OpenItem> claims = debits(account);
        return new LetterContent(
                Kind.STATEMENT,
                account.name(),
                account.language(),
                account.country(),
                today,
                today.plusDays(7),
                items(claims),
                List.of(),
                credits(account, List.of()),
                Extras.NONE.knowing(reader(account)));
    }

    private static List<OpenItem> debits(DebtorAccount account) {
        return account.openItems().stream()
                .filter(item -> item.kind() != ItemKind.CREDIT_NOTE && !item.isSettled())
                .toList();
    }

    private static LetterContent.Reader reader(DebtorAccount account) {
        return new LetterContent.Reader(
                account.who().sourceId(),
                Objects.requireNonNullElse(account.taxId(), ""),
                account.emails().stream().findFirst().orElse(""),
                Objects.requireNonNullElse(account.country(), ""));
    }

    /** Everything open, as a statement of account tells it. */
    static LetterContent statement(RightToSend.Verdict verdict) {
        DebtorAccount account = verdict.account();
        return new LetterContent(
                Kind.STATEMENT,
                account.name(),
                account.language(),
                account.country(),
                verdict.today(),
                verdict.today(),
                items(debits(account)),
                charges(verdict.claims()).stream()
                        .filter(charge ->
                                charge.fee().isPositive() || charge.interest().isPositive())
                        .toList(),
                credits(account, List.of()),
                new Extras("", "", List.of(account.who().sourceId()), null, List.of(), List.of()));
    }

    private static Kind kind(RightToSend.Verdict verdict, String procedure) {
        if (ByHand.is(procedure)) {
            return Kind.MESSAGE;
        }
        if (procedure.equals(Action.PROCEDURE)) {
            return verdict.items().isEmpty() ? Kind.MESSAGE : Kind.STATEMENT;
        }
        Level level = verdict.level();
        OpenItem oldest = verdict.items().get(0);
        if (level.trigger() instanceof Trigger.FromIssue && level.isCourtesyFor(oldest.issuedOn(), oldest.dueOn())) {
            return Kind.ISSUED;
        }
        if (level.trigger() instanceof Trigger.OnSendDays) {
            return Kind.STATEMENT;
        }
        return verdict.today().isAfter(oldest.dueOn()) ? Kind.REMINDER : Kind.UPCOMING;
    }

    private static List<LetterContent.Item> items(List<OpenItem> items) {
        return items.stream()
                .map(item -> new LetterContent.Item(
                        document(item.kind()),
                        item.number(),
                        item.issuedOn(),
                        item.dueOn(),
                        item.original(),
                        item.open()))
                .toList();
    }

    private static Document document(ItemKind kind) {
        return switch (kind) {
            case INVOICE -> Document.INVOICE;
            case INSTALMENT -> Document.INSTALMENT;
            case DEBIT_NOTE -> Document.DEBIT_NOTE;
            case FEE -> Document.FEE;
            case CREDIT_NOTE, INTEREST -> Document.OTHER;
        };
    }

    private static List<Charge> charges(List<Claim> claims) {
        return claims.stream()
                .map(claim -> new Charge(claim.fees(), claim.interests()))
                .toList();
    }

    /** What a claim deducts is deducted; what is left is told beside it. */
    private static List<Credit> credits(DebtorAccount account, List<Claim> claims) {
        Map<String, Money> held = new TreeMap<>();
        Cover.credit(account).forEach((currency, credit) -> held.put(currency.getCurrencyCode(), credit));
        List<Credit> credits = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim.credit().isPositive()) {
                credits.add(new Credit(claim.credit(), true));
                held.merge(claim.credit().currencyCode(), claim.credit().negated(), Money::plus);
            }
        }
        held.values().stream().filter(Money::isPositive).forEach(rest -> credits.add(new Credit(rest, false)));
        return credits;
    }

    private static URI portal(RightToSend.Verdict verdict, Policy policy) {
        if (policy.creditor().portal().isEmpty() || verdict.level().wording().hidePortal()) {
            return null;
        }
        String id = URLEncoder.encode(verdict.account().who().sourceId(), StandardCharsets.UTF_8);
        return URI.create(policy.creditor().portal().replace("{debtor}", id));
    }

    private static List<String> required(RightToSend.Verdict verdict, Policy policy) {
        DebtorAccount account = verdict.account();
        String language = account.language() == null ? policy.letterhead().language() : account.language();
        return policy
                .restrictionsFor(account.country(), account.who().type(), verdict.today())
                .limits()
                .requiredTexts(language)
                .stream()
                .map(Sourced::value)
                .toList();
    }
}
