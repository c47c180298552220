package io.recoup.reconciliation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.OpenItem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The first rule of cash application, strict on purpose: an issued structured reference or a whole document number,
 * the exact amount, and only one document it can mean. Everything else waits for a person. Pure: the same payment and
 * the same items always give the same answer.
 */
public final class Matcher {

    /** Finds items, settled ones too, by normalised reference or number. */
    public interface Register {

        List<OpenItem> byReferences(Collection<String> references);

        List<OpenItem> byNumbers(Collection<String> numbers);
    }

    private static final String REFERENCE = "reference";
    private static final String NUMBER = "document-number";

    private Matcher() {}

    public static MatchDecision decide(Payment payment, Register register) {
        Set<String> keys = new LinkedHashSet<>();
        if (payment.reference() != null && !payment.reference().isBlank()) {
            keys.add(Keys.normalised(payment.reference()));
        }
        if (payment.remittance() != null) {
            keys.addAll(Keys.in(payment.remittance()));
        }
        if (keys.isEmpty()) {
            return new MatchDecision.Leave("the payer gave no reference and no document number");
        }
        List<Document> referred = documents(register.byReferences(keys));
        List<Document> named = documents(register.byNumbers(keys));
        if (referred.isEmpty() && named.isEmpty()) {
            return new MatchDecision.Leave("no document of ours is named in the payer's text");
        }
        Set<Document> meant = new LinkedHashSet<>(referred);
        meant.addAll(named);
        MatchDecision decision = meant.size() > 1
                ? new MatchDecision.Leave("the text names several documents: " + numbers(meant))
                : decide(payment, meant.iterator().next(), referred.isEmpty() ? NUMBER : REFERENCE);
        return decision instanceof MatchDecision.Leave leave
                ? new MatchDecision.Leave(leave.reason(), onlyDebtor(meant))
                : decision;
    }

    private static DebtorId onlyDebtor(Set<Document> meant) {
        List<Long> debtors = meant.stream().map(Document::debtor).distinct().toList();
        return debtors.size() == 1 ? new DebtorId(debtors.get(0)) : null;
    }

    private static MatchDecision decide(Payment payment, Document document, String rule) {
        if (document.parts().stream().anyMatch(part -> payment.declined().contains(part.id()))) {
            return new MatchDecision.Leave("names " + document.number() + ", but a person took it away from there");
        }
        OpenItem first = document.parts().get(0);
        if (first.kind() == ItemKind.CREDIT_NOTE) {
            return new MatchDecision.Leave("names credit note " + document.number() + ", which cannot be paid");
        }
        if (!first.open().currency().equals(payment.amount().currency())) {
            return new MatchDecision.Leave("names " + document.number() + ", which is in "
                    + first.open().currencyCode() + ", but the payment is in "
                    + payment.amount().currencyCode());
        }
        if (rule.equals(NUMBER) && payment.payer() != null && !payment.payer().equals(first.debtor())) {
            return new MatchDecision.Leave(
                    "names " + document.number() + ", but the paying account belongs to another debtor");
        }
        List<OpenItem> open =
                document.parts().stream().filter(part -> !part.isSettled()).toList();
        if (open.isEmpty()) {
            return new MatchDecision.Leave("names " + document.number() + ", which is settled already");
        }
        return byAmount(payment, document, open, rule);
    }

    private static MatchDecision byAmount(Payment payment, Document document, List<OpenItem> open, String rule) {
        Money all = open.stream().map(OpenItem::open).reduce(Money::plus).orElseThrow();
        if (all.equals(payment.amount())) {
            return allocate(open, document, rule);
        }
        // Instalments of equal amounts are due one after the other: the oldest is meant.
        return open.stream()
                .filter(part -> part.open().equals(payment.amount()))
                .findFirst()
                .map(part -> allocate(List.of(part), document, rule))
                .orElseGet(() -> new MatchDecision.Leave("names " + document.number() + ", of which " + all
                        + " is open, but the payment is " + payment.amount()));
    }

    private static MatchDecision allocate(List<OpenItem> parts, Document document, String rule) {
        String evidence = rule.equals(REFERENCE)
                ? "carries reference " + document.reference() + ", issued for " + document.number()
                : "names document " + document.number();
        return new MatchDecision.Allocate(
                parts.stream()
                        .map(part -> new Ledger.Part(part.id(), part.open()))
                        .toList(),
                rule,
                evidence + "; exact amount; no other document fits");
    }

    /** One document with all its parts: a single item, or its instalments. */
    private record Document(String source, long debtor, ItemKind kind, String number, List<OpenItem> parts) {

        String reference() {
            return parts.get(0).reference();
        }
    }

    private static List<Document> documents(List<OpenItem> items) {
        record Identity(String source, long debtor, ItemKind kind, String number) {}
        Function<OpenItem, Identity> identity =
                item -> new Identity(item.source(), item.debtor().value(), item.kind(), item.number());
        return items.stream()
                .collect(groupingBy(identity, LinkedHashMap::new, java.util.stream.Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new Document(
                        entry.getKey().source(),
                        entry.getKey().debtor(),
                        entry.getKey().kind(),
                        entry.getKey().number(),
                        entry.getValue()))
                .toList();
    }

    private static String numbers(Collection<Document> documents) {
        return documents.stream().map(Document::number).distinct().limit(5).collect(joining(", "));
    }
}
