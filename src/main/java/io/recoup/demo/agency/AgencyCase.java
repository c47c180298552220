package io.recoup.demo.agency;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.recoup.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A case in the demo agency's own words, which are not ours.
 *
 * @param amount what was handed over
 * @param recalledOn null unless the client asked for it back
 * @param payments to the agency and, as the client told it, to the client; below zero = taken back
 */
public record AgencyCase(
        long number,
        String reference,
        String debtor,
        Money amount,
        LocalDate receivedOn,
        LocalDate recalledOn,
        List<Payment> payments) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param to {@code us} or {@code client} */
    public record Payment(String id, Money amount, LocalDate on, String to) {}

    public String id() {
        return "CAS-" + number;
    }

    /** Never below zero. */
    public Money outstanding() {
        Money left = payments.stream().map(Payment::amount).reduce(amount, Money::minus);
        return left.isNegative() ? Money.zero(left.currency()) : left;
    }

    /** received, checking, in_progress, settled, uncollectable or withdrawn. */
    public String status(LocalDate today) {
        long days = ChronoUnit.DAYS.between(receivedOn, today);
        if (outstanding().isZero()) {
            return "settled";
        }
        if (recalledOn != null) {
            return "withdrawn";
        }
        if (AgencyPlan.of(debtor).isHopelessAfter(days)) {
            return "uncollectable";
        }
        if (days >= 2) {
            return "in_progress";
        }
        return days >= 1 ? "checking" : "received";
    }

    String json(LocalDate today) {
        ObjectNode body = JSON.createObjectNode()
                .put("id", id())
                .put("creditorReference", reference)
                .put("status", status(today))
                .put("phase", "amicable")
                .put("currency", amount.currencyCode())
                .put("principal", amount.toDecimal())
                .put("outstanding", outstanding().toDecimal());
        var list = body.putArray("payments");
        payments.forEach(payment -> list.addObject()
                .put("id", payment.id())
                .put("amount", payment.amount().toDecimal())
                .put("date", payment.on().toString())
                .put("to", payment.to()));
        return body.toString();
    }
}
