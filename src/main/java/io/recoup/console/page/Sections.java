package io.recoup.console.page;

import io.recoup.console.store.ArrivalRows;
import io.recoup.console.store.CaseRows;
import io.recoup.console.store.MatchedRows;
import io.recoup.console.store.NoticeRows;
import io.recoup.console.store.QuarantineRows;
import io.recoup.console.store.StatementRows;
import io.recoup.console.store.WaitingRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The parts of the first page. Each is one template of its own name and is looked up anew every few seconds. */
@Component
class Sections {

    /** Rows shown per list; what is longer has its own count. */
    private static final int ROWS = 8;

    private static final int STATEMENTS = 4;

    private final Map<String, Supplier<Object>> sections = new LinkedHashMap<>();

    Sections(
            ArrivalRows arrivals,
            StatementRows statements,
            MatchedRows matched,
            WaitingRows waiting,
            NoticeRows notices,
            CaseRows cases,
            QuarantineRows quarantine,
            HealthParts health,
            RouteLines routes,
            TaskLines tasks,
            Agenda agenda) {
        sections.put("health", health::parts);
        sections.put("agenda", agenda::lines);
        sections.put(
                "waiting",
                () -> new Waiting(
                        waiting.receipts(ROWS),
                        waiting.receiptCount(),
                        cases.proposed(ROWS),
                        notices.waiting(ROWS),
                        waiting.refusedWriteBacks(ROWS)));
        sections.put("tasks", () -> tasks.due(ROWS));
        sections.put("received", () -> new Received(arrivals.latest(ROWS), statements.latest(STATEMENTS)));
        sections.put("sent", () -> notices.latest(ROWS));
        sections.put("routes", routes::lines);
        sections.put("matched", () -> matched.latest(ROWS));
        sections.put("cases", () -> cases.latest(ROWS));
        sections.put("quarantine", () -> new Quarantine(quarantine.open(ROWS), quarantine.openCount()));
    }

    record Received(List<ArrivalRows.Delivery> deliveries, List<StatementRows.Statement> statements) {}

    record Waiting(
            List<WaitingRows.Receipt> receipts,
            int receiptCount,
            List<CaseRows.Referral> referrals,
            List<NoticeRows.Notice> notices,
            List<WaitingRows.RefusedWriteBack> writeBacks) {

        public boolean isEmpty() {
            return receipts.isEmpty() && referrals.isEmpty() && notices.isEmpty() && writeBacks.isEmpty();
        }
    }

    record Quarantine(List<QuarantineRows.Rejected> rows, int count) {}

    Set<String> names() {
        return sections.keySet();
    }

    boolean has(String name) {
        return sections.containsKey(name);
    }

    Object look(String name) {
        return sections.get(name).get();
    }
}
