package io.recoup.dunning.simulation;

import io.recoup.dunning.pack.Limits;
import io.recoup.dunning.policy.Charges;
import io.recoup.dunning.policy.Restrictions;
import io.recoup.dunning.simulation.OwnBooks.Debtor;
import io.recoup.dunning.simulation.OwnBooks.Doc;
import io.recoup.dunning.simulation.OwnBooks.Told;
import io.recoup.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a letter must ask for in one currency, worked out a second time; minor units. */
record OwnMoney(long total, long fee, long interest, long earlierFees, long earlierInterest, Set<Doc> sums) {

    private static final BigDecimal PERCENT_OF_YEAR = BigDecimal.valueOf(36_500);

    static OwnMoney of(Debtor debtor, List<Doc> docs, Charges charges, Restrictions law, LocalDate day) {
        String currency = docs.get(0).currency;
        long total = 0;
        long interest = 0;
        for (Doc doc : docs) {
            total += doc.open;
            interest += interest(doc, charges, day);
        }
        long fee = 0;
        Set<Doc> sums = new HashSet<>();
        if (mayCharge(docs, law, day)) {
            fee = fee(charges, currency, total, law.limits());
            for (Doc doc : docs) {
                boolean had = doc.told.stream().anyMatch(Told::sum);
                long sum = charges.fixedSumByPack() && !had && day.isAfter(doc.dueOn)
                        ? law.limits()
                                .fixedSum(Money.of(doc.original, currency))
                                .map(stated -> stated.value().minor())
                                .orElse(0L)
                        : 0;
                fee += sum;
                if (sum > 0) {
                    sums.add(doc);
                }
            }
        }
        return new OwnMoney(
                total, fee, interest, charged(debtor, "fee", currency), charged(debtor, "interest", currency), sums);
    }

    private static long charged(Debtor debtor, String kind, String currency) {
        long sum = 0;
        for (Doc doc : debtor.docs) {
            sum += doc.kind.equals(kind) && doc.currency.equals(currency) ? doc.open : 0;
        }
        return sum;
    }

    private static long interest(Doc doc, Charges charges, LocalDate day) {
        LocalDate from = doc.dueOn;
        for (Told told : doc.told) {
            from = told.interest() && told.on().isAfter(from) ? told.on() : from;
        }
        long days = ChronoUnit.DAYS.between(from, day);
        return charges.yearlyPercent() == null || days <= 0
                ? 0
                : charges.yearlyPercent()
                        .multiply(BigDecimal.valueOf(days))
                        .multiply(BigDecimal.valueOf(doc.open))
                        .divide(PERCENT_OF_YEAR, 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    private static long fee(Charges charges, String currency, long total, Limits limits) {
        Money fixed = charges.fee().get(currency);
        long fee = fixed == null ? 0 : fixed.minor();
        if (charges.feePercent() != null) {
            fee += charges.feePercent()
                    .multiply(BigDecimal.valueOf(total))
                    .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        long most = limits.feeCap(Money.of(total, currency))
                .map(cap -> cap.value().minor())
                .orElse(Long.MAX_VALUE);
        return Math.min(fee, most);
    }

    private static boolean mayCharge(List<Doc> docs, Restrictions law, LocalDate day) {
        long oldest = Long.MIN_VALUE;
        Set<LocalDate> letters = new HashSet<>();
        for (Doc doc : docs) {
            oldest = Math.max(oldest, ChronoUnit.DAYS.between(doc.dueOn, day));
            for (Told told : doc.told) {
                if (told.on().isAfter(doc.dueOn)) {
                    letters.add(told.on());
                }
            }
        }
        return oldest > law.feeAfterDays() && letters.size() >= law.freeNotices();
    }
}
