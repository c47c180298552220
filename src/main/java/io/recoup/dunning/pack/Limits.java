package io.recoup.dunning.pack;

import io.recoup.calendar.ContactWindow;
import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds for one kind of debtor: everything that the packs and the policy state, of which the strictest counts.
 * Each answer names where it comes from; an empty one means that nobody says anything.
 *
 * @param statements none twice
 */
public record Limits(List<Statement> statements) {

    public static final Limits NONE = new Limits(List.of());

    public Limits {
        statements = statements.stream().distinct().toList();
    }

    /** Both together: of each value the strictest counts. */
    public Limits strictest(Limits other) {
        return new Limits(
                Stream.concat(statements.stream(), other.statements.stream()).toList());
    }

    /** One more statement, such as a policy's own. */
    public Limits and(Limit limit, Object value, String source) {
        return strictest(new Limits(List.of(new Statement(limit, value, source))));
    }

    /**
     * With those values set aside; what other packs state of the same field stays. Entries for packs that do not apply
     * here change nothing.
     *
     * @throws IllegalArgumentException if an applicable pack does not state the field
     */
    public Limits loosened(List<Loosening> loosenings) {
        List<Statement> remaining = new ArrayList<>(statements);
        for (Loosening loosening : loosenings) {
            boolean applies =
                    statements.stream().anyMatch(stated -> stated.pack().equals(loosening.pack()));
            boolean states = remaining.removeIf(
                    stated -> stated.pack().equals(loosening.pack()) && stated.limit() == loosening.limit());
            if (applies && !states) {
                throw new IllegalArgumentException(
                        "pack '" + loosening.pack() + "' states no '" + loosening.field() + "' to loosen");
            }
            if (states && !loosening.drops()) {
                remaining.add(
                        new Statement(loosening.limit(), loosening.limit().read(loosening.value()), loosening.pack()));
            }
        }
        return new Limits(remaining);
    }

    /** When contact is allowed, by the debtor's clock: what all of them allow. */
    public Optional<Sourced<ContactWindow>> contactWindow() {
        List<Sourced<ContactWindow>> windows =
                stated(ContactWindow.class, Limit.CONTACT_HOURS, Limit.CONTACT_DAYS, Limit.EXCLUDE_HOLIDAYS);
        ContactWindow window = common(windows);
        List<Sourced<ContactWindow>> decisive = windows.stream()
                .filter(one -> !common(windows.stream()
                                .filter(other -> !other.pack().equals(one.pack()))
                                .toList())
                        .equals(window))
                .toList();
        String packs = (decisive.isEmpty() ? windows : decisive)
                .stream().map(Sourced::pack).distinct().collect(Collectors.joining(", "));
        return windows.isEmpty() ? Optional.empty() : Optional.of(new Sourced<>(window, packs));
    }

    /** All caps but those that another one makes needless; every one must be kept. */
    public List<Sourced<ContactCap>> maxContacts() {
        List<Sourced<ContactCap>> caps = new ArrayList<>();
        for (Sourced<ContactCap> cap : stated(ContactCap.class, Limit.MAX_CONTACTS)) {
            if (caps.stream().noneMatch(other -> other.value().isAtLeastAsStrictAs(cap.value()))) {
                caps.removeIf(other -> cap.value().isAtLeastAsStrictAs(other.value()));
                caps.add(cap);
            }
        }
        return caps;
    }

    /** Days from one contact to the next, at least: 2 = the day after tomorrow. */
    public Optional<Sourced<Integer>> minGapDays() {
        return largest(Limit.MIN_GAP_DAYS);
    }

    /** Days past due before which no overdue notice may be sent. */
    public Optional<Sourced<Integer>> minDaysBeforeFirst() {
        return largest(Limit.MIN_DAYS_BEFORE_FIRST);
    }

    /** How many notices without a fee come first. */
    public Optional<Sourced<Integer>> freeNotices() {
        return largest(Limit.FREE_NOTICES);
    }

    /** A fee may be asked when more than so many days have passed since the due date: 20 = from the 21st. */
    public Optional<Sourced<Integer>> feeAfterDays() {
        return largest(Limit.FEE_AFTER_DAYS);
    }

    /** Days past due before which nobody may be referred to an agency. */
    public Optional<Sourced<Integer>> minDaysBeforeReferral() {
        return largest(Limit.MIN_DAYS_BEFORE_REFERRAL);
    }

    /** Days for which the record of contacts must be kept. */
    public Optional<Sourced<Integer>> retentionDays() {
        return largest(Limit.RETENTION_DAYS);
    }

    /**
     * The highest fee on that principal. It is nothing where a pack limits fees in another currency only: nothing is
     * converted.
     */
    public Optional<Sourced<Money>> feeCap(Money principal) {
        Money nothing = Money.zero(principal.currency());
        Stream<Sourced<Money>> scales = stated(FeeScale.class, Limit.FEE_SCALE).stream()
                .map(scale -> new Sourced<>(
                        scale.value().covers(principal.currency())
                                ? scale.value().on(principal)
                                : nothing,
                        scale.pack()));
        Stream<Sourced<Money>> amounts = stated(Money.class, Limit.MAX_FEE).stream()
                .map(most -> most.value().currency().equals(principal.currency())
                        ? most
                        : new Sourced<>(nothing, most.pack()));
        return Stream.concat(scales, amounts).min(Comparator.comparing(Sourced::value));
    }

    /** The lump sum that may be claimed: the smallest of those stated for the principal's currency. */
    public Optional<Sourced<Money>> fixedSum(Money principal) {
        return stated(FixedSum.class, Limit.FIXED_SUM).stream()
                .flatMap(sum -> sum.value().on(principal).stream().map(amount -> new Sourced<>(amount, sum.pack())))
                .min(Comparator.comparing(Sourced::value));
    }

    /**
     * The interest that may be claimed from the day after {@code dueOn} to {@code until}: the smallest by those stated.
     *
     * @throws NoRate if a base rate of those days is not known
     * @throws IllegalArgumentException as {@link Interest#on}
     */
    public Optional<Sourced<Money>> interest(Money principal, LocalDate dueOn, LocalDate until, Rates rates) {
        return interestRules().stream()
                .map(rule -> new Sourced<>(Interest.on(principal, rule.value(), rates, dueOn, until), rule.pack()))
                .min(Comparator.comparing(Sourced::value));
    }

    public List<Sourced<InterestRule>> interestRules() {
        return stated(InterestRule.class, Limit.INTEREST);
    }

    /** Texts that each overdue notice must carry; where a pack does not state one in that language, in its first. */
    public List<Sourced<String>> requiredTexts(String language) {
        return stated(RequiredText.class, Limit.REQUIRED_TEXT).stream()
                .map(text -> new Sourced<>(text.value().in(language), text.pack()))
                .toList();
    }

    /** The forbidden phrases that stand in a letter's subject or text. */
    public List<Sourced<ForbiddenPhrase>> forbiddenIn(String subject, String text) {
        return stated(ForbiddenPhrase.class, Limit.FORBIDDEN_PHRASES).stream()
                .filter(phrase -> phrase.value().isIn(subject) || phrase.value().isIn(text))
                .toList();
    }

    private Optional<Sourced<Integer>> largest(Limit limit) {
        return stated(Integer.class, limit).stream()
                .reduce((first, next) -> next.value() > first.value() ? next : first);
    }

    private <T> List<Sourced<T>> stated(Class<T> type, Limit... limits) {
        List<Limit> asked = List.of(limits);
        Function<Statement, Sourced<T>> sourced =
                statement -> new Sourced<>(type.cast(statement.value()), statement.pack());
        return statements.stream()
                .filter(statement -> asked.contains(statement.limit()))
                .map(sourced)
                .toList();
    }

    private static ContactWindow common(List<Sourced<ContactWindow>> windows) {
        return windows.stream().map(Sourced::value).reduce(ContactWindow.ALWAYS, ContactWindow::intersect);
    }
}
