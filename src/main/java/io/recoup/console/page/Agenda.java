package io.recoup.console.page;

import io.recoup.console.store.NoticeRows;
import io.recoup.console.store.WaitingRows;
import io.recoup.dunning.Policies;
import io.recoup.dunning.Runs;
import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.plan.Sources;
import io.recoup.dunning.policy.NoPolicy;
import io.recoup.receivables.SourceDeliveries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is to be handled now, whoever comes first: each line leads to the place where it is done. */
@Component
class Agenda {

    /** Counting letters stops here. */
    private static final int LETTERS = 100;

    private final Runs runs;
    private final NoticeRows notices;
    private final TaskLines tasks;
    private final WaitingRows waits;
    private final Policies policies;
    private final SourceDeliveries deliveries;
    private final ConsoleDay day;

    Agenda(
            Runs runs,
            NoticeRows notices,
            TaskLines tasks,
            WaitingRows waits,
            Policies policies,
            SourceDeliveries deliveries,
            ConsoleDay day) {
        this.runs = runs;
        this.notices = notices;
        this.tasks = tasks;
        this.waits = waits;
        this.policies = policies;
        this.deliveries = deliveries;
        this.day = day;
    }

    /**
     * @param why more about it; may be null
     * @param tone bad where collecting stands still, else warn
     */
    record Line(Phrase what, Reason why, String link, String tone) {

        static Line of(String tone, String link, String key, Object... args) {
            return new Line(Phrase.of(key, args), null, link, tone);
        }
    }

    List<Line> lines() {
        LocalDate today = day.today();
        List<Line> lines = new ArrayList<>(faults());
        lines.addAll(policy(today));
        // drafts of earlier runs are withdrawn by the next one
        runs.latest(1).stream()
                .filter(run -> run.drafts() > 0 && !run.state().equals("planning"))
                .map(run -> new Line(
                        Phrase.of("agenda.run", run.drafts(), run.on()), run.waits(), "/runs/" + run.on(), "warn"))
                .forEach(lines::add);
        List<NoticeRows.Notice> waiting = notices.waiting(LETTERS);
        if (!waiting.isEmpty()) {
            String link = waiting.size() == 1 ? "/notices/" + waiting.get(0).id() : "/#waiting";
            lines.add(Line.of("warn", link, "agenda.letters", waiting.size()));
        }
        int bookings = waits.bookingCount();
        if (bookings > 0) {
            lines.add(Line.of("bad", "/review#bookings", "agenda.bookings", bookings));
        }
        int payments = waits.receiptCount();
        if (payments > 0) {
            lines.add(Line.of("warn", "/review", "agenda.review", payments));
        }
        int due = tasks.due(1).count();
        if (due > 0) {
            lines.add(Line.of("warn", "/tasks", "agenda.tasks", due));
        }
        return lines;
    }

    private List<Line> faults() {
        return policies.status().stream()
                .filter(status -> status.isBroken())
                .map(status -> Line.of(
                        "bad",
                        "/policies#faults",
                        "agenda.fault",
                        status.file().getFileName().toString(),
                        status.problems().size()))
                .toList();
    }

    private List<Line> policy(LocalDate today) {
        List<Line> lines = new ArrayList<>();
        try {
            var policy = policies.current();
            stale(policy.creditor(), today).stream()
                    .sorted(Comparator.comparing(Sources.Stale::name, Comparator.nullsFirst(Comparator.naturalOrder())))
                    .map(source -> source.name() == null
                            ? Line.of("bad", "/#received", "agenda.noBank")
                            : Line.of("bad", "/#received", "agenda.stale", source.name(), source.since()))
                    .forEach(lines::add);
            policy.packs().overdueForReview(today).stream()
                    .map(pack -> Line.of("warn", "/policies#packs", "agenda.pack", pack.name(), pack.reviewBy()))
                    .forEach(lines::add);
        } catch (NoPolicy none) {
            lines.add(Line.of("bad", "/policies", "agenda.noPolicy"));
        }
        return lines;
    }

    private List<Sources.Stale> stale(io.recoup.dunning.policy.Creditor creditor, LocalDate today) {
        return Sources.of(deliveries.newest(SourceDeliveries.Kind.BANK), deliveries.newest(SourceDeliveries.Kind.ERP))
                .stale(creditor, today);
    }
}
