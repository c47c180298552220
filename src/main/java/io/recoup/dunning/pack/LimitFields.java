package io.recoup.dunning.pack;

import io.recoup.dunning.file.YamlFields;
import io.recoup.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The limits in a block of a file, be it a pack or a policy. Faults are noted in the block. */
public final class LimitFields {

    private static final String PERCENT = "a percentage such as 2.5";
    private static final String AMOUNT = "an amount with its currency such as 1000.00 EUR";

    private final YamlFields block;
    private final String source;
    private final List<Statement> statements = new ArrayList<>();

    private LimitFields(YamlFields block, String source) {
        this.block = block;
        this.source = source;
    }

    /** @param source name of the pack or policy, for explaining */
    public static Limits read(YamlFields block, String source) {
        LimitFields fields = new LimitFields(block, source);
        for (Limit limit : Limit.values()) {
            if (limit.isOneLine() && limit != Limit.MAX_CONTACTS) {
                block.optional(limit.field(), limit.expected(), limit::read)
                        .ifPresent(value -> fields.add(limit, value));
            }
        }
        fields.inBlock(Limit.MAX_CONTACTS, fields::contactCap);
        fields.inBlock(Limit.FEE_SCALE, fields::feeScale);
        fields.inBlock(Limit.INTEREST, fields::interest);
        fields.inBlock(Limit.FIXED_SUM, fields::fixedSum);
        fields.inBlock(Limit.REQUIRED_TEXT, fields::requiredText);
        fields.forbiddenPhrases();
        return new Limits(fields.statements);
    }

    /** One entry of a list of loosenings; empty when it has faults, which are then noted. */
    public static Optional<Loosening> loosening(YamlFields entry) {
        int before = entry.problems();
        String field = entry.required("field", "the pack's field");
        String value = entry.required("value", "what holds instead, or none");
        String pack = entry.required("pack", "the name of the pack");
        String by = entry.required("by", "who asks for it");
        String approvedBy = entry.required("approvedBy", "who agrees, another person");
        String reason = entry.required("reason", "why");
        if (entry.problems() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Loosening(field, value, pack, by, approvedBy, reason));
        } catch (IllegalArgumentException refused) {
            entry.problem("field", refused.getMessage(), "correct this entry");
            return Optional.empty();
        }
    }

    private void add(Limit limit, Object value) {
        statements.add(new Statement(limit, value, source));
    }

    private interface Part {
        Object read(YamlFields block);
    }

    private void inBlock(Limit limit, Part part) {
        if (!block.has(limit.field())) {
            return;
        }
        YamlFields inner = block.block(limit.field());
        int before = inner.problems();
        Object value = orFault(limit.field(), before, () -> part.read(inner));
        if (value != null) {
            add(limit, value);
        }
    }

    private <T> T orFault(String field, int before, Supplier<T> value) {
        try {
            T read = value.get();
            return block.problems() > before ? null : read;
        } catch (IllegalArgumentException wrong) {
            if (block.problems() == before) {
                block.problem(field, "'" + field + "': " + wrong.getMessage(), "correct the block below it");
            }
            return null;
        }
    }

    private Object contactCap(YamlFields inner) {
        return new ContactCap(inner.number("count", 1, 1000, null), inner.number("withinDays", 1, 366, null));
    }

    private Object feeScale(YamlFields inner) {
        List<FeeScale.Tier> tiers = new ArrayList<>();
        for (YamlFields tier : inner.list("tiers")) {
            Money upTo = tier.required("upTo", AMOUNT, WrittenLimits::amount, null);
            BigDecimal percent = tier.required("percent", PERCENT, WrittenLimits::decimal, null);
            if (upTo != null && percent != null) {
                tiers.add(new FeeScale.Tier(upTo, percent));
            }
        }
        return new FeeScale(tiers, inner.required("abovePercent", PERCENT, WrittenLimits::decimal, BigDecimal.ZERO));
    }

    private Object interest(YamlFields inner) {
        if (!inner.has("baseRate")) {
            return InterestRule.fixed(inner.required(
                    "yearlyPercent", PERCENT + ", or baseRate", WrittenLimits::decimal, BigDecimal.ZERO));
        }
        return new InterestRule(
                inner.required("baseRate", "the name of a table in rates.yaml"),
                inner.required("marginPercent", "percentage points such as 8", WrittenLimits::decimal, BigDecimal.ZERO),
                inner.matching("rateOf", "eachDay|firstDay", "eachDay or firstDay", "eachDay")
                        .equals("firstDay"));
    }

    private Object fixedSum(YamlFields inner) {
        boolean businessOnly = inner.required("businessOnly", "true or false", WrittenLimits::truth, true);
        List<FixedSum.Tier> tiers = new ArrayList<>();
        for (YamlFields tier : inner.list("tiers")) {
            Money below = tier.optional("below", AMOUNT, WrittenLimits::amount).orElse(null);
            Money amount = tier.required("amount", AMOUNT, WrittenLimits::amount, null);
            if (amount != null) {
                tiers.add(new FixedSum.Tier(below, amount));
            }
        }
        if (tiers.isEmpty()) {
            inner.problem("tiers", "the fixed sum has no tiers", "add at least one, with its amount");
        }
        return new FixedSum(businessOnly, tiers);
    }

    private Object requiredText(YamlFields inner) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : inner.names()) {
            if (!language.matches("[a-z]{2}")) {
                inner.problem(language, "'" + language + "' is no language", "state two letters such as es");
            }
            texts.put(language, inner.required(language, "the text"));
        }
        return new RequiredText(texts);
    }

    private void forbiddenPhrases() {
        String field = Limit.FORBIDDEN_PHRASES.field();
        for (String expression : block.texts(field)) {
            try {
                add(Limit.FORBIDDEN_PHRASES, new ForbiddenPhrase(expression));
            } catch (IllegalArgumentException unusable) {
                block.problem(field, "phrase '" + expression + "': " + unusable.getMessage(), "correct or remove it");
            }
        }
    }
}
