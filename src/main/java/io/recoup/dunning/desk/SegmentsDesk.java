package io.recoup.dunning.desk;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.recoup.dunning.Policies;
import io.recoup.dunning.Segments;
import io.recoup.dunning.plan.SegmentFilter;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Segment;
import io.recoup.dunning.store.LookStore;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Asks the filter about every debtor, as a run would. */
@Service
class SegmentsDesk implements Segments {

    private static final int BATCH = 500;

    /** Counting looks at every debtor; readers of one moment share it. */
    private static final Duration AGE = Duration.ofMinutes(1);

    private final Policies policies;
    private final LookStore looks;
    private final SituationReader situations;
    private Counted counted = new Counted("", 0, Map.of());

    SegmentsDesk(Policies policies, LookStore looks, SituationReader situations) {
        this.policies = policies;
        this.looks = looks;
        this.situations = situations;
    }

    /** @param of policy and day */
    private record Counted(String of, long at, Map<String, Integer> sizes) {}

    @Override
    public synchronized Map<String, Integer> sizes(LocalDate today) {
        Policy policy = policies.current();
        String of = policy.hash() + today;
        if (!counted.of().equals(of) || System.nanoTime() - counted.at() > AGE.toNanos()) {
            Map<String, Integer> sizes = new LinkedHashMap<>();
            policy.segments().forEach(segment -> sizes.put(segment.name(), 0));
            if (!sizes.isEmpty()) {
                everybody(situation -> policy.segments().stream()
                        .filter(segment -> SegmentFilter.matches(segment, situation, today))
                        .forEach(segment -> sizes.merge(segment.name(), 1, Integer::sum)));
            }
            counted = new Counted(of, System.nanoTime(), sizes);
        }
        return counted.sizes();
    }

    @Override
    public Optional<Members> members(String name, LocalDate today, int limit) {
        Optional<Segment> segment = policies.current().segment(name);
        if (segment.isEmpty()) {
            return Optional.empty();
        }
        List<Member> members = new ArrayList<>();
        everybody(situation -> {
            if (SegmentFilter.matches(segment.get(), situation, today)) {
                members.add(member(situation, today));
            }
        });
        members.sort(byOverdue(members));
        return Optional.of(
                new Members(members.size(), List.copyOf(members.subList(0, Math.min(limit, members.size())))));
    }

    private void everybody(Consumer<Situation> look) {
        SituationReader.News news = situations.news();
        looks.everybody().inBatches(BATCH, some -> situations
                .of(some.stream().map(DebtorId::new).toList(), news)
                .forEach(look));
    }

    private static Member member(Situation situation, LocalDate today) {
        List<OpenItem> debts = situation.account().openItems().stream()
                .filter(item -> item.kind() != ItemKind.CREDIT_NOTE)
                .toList();
        Map<String, Money> overdue = new TreeMap<>();
        debts.stream()
                .filter(item -> item.daysPastDue(today) > 0)
                .forEach(item -> overdue.merge(item.open().currencyCode(), item.open(), Money::plus));
        return new Member(
                situation.account().debtor().value(),
                situation.account().name(),
                List.copyOf(overdue.values()),
                debts.stream()
                        .map(item -> item.daysPastDue(today))
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                situation.history().lastNoticeOn(),
                situation.history().lastCallOn());
    }

    /** Nothing is converted: the currency of most debtors goes first, the next decides among those who owe none of it. */
    private static Comparator<Member> byOverdue(List<Member> members) {
        Map<String, Long> debtors = members.stream()
                .flatMap(member -> member.overdue().stream())
                .collect(groupingBy(Money::currencyCode, TreeMap::new, counting()));
        Comparator<Member> order = (one, other) -> 0;
        for (String currency : debtors.keySet().stream()
                .sorted(Comparator.comparing(debtors::get).reversed())
                .toList()) {
            order = order.thenComparing(member -> member.overdueIn(currency), Comparator.reverseOrder());
        }
        return order.thenComparing(Member::name).thenComparing(Member::debtor);
    }
}
