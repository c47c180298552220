package io.recoup.bench;

import io.recoup.app.Invariants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a finished demo left behind, in words that do not depend on the numbers the database gave: debtors by the
 * source's id, items by their document's number.
 *
 * @param parts section to its lines; a line that stands twice happened twice
 * @param notices debtor, level, occurrences and day of each letter, to what became of it
 * @param mailsOf letter, as in {@code notices}, to how many mails carry it
 * @param mailsTwice Message-IDs that one recipient has more than once, and letters that repeat an item's occurrence
 * @param strayMails mails that no letter knows
 * @param casesTwice case numbers that the agency has more than once
 * @param settlementsMissing settlements in the ledger of which no line reached the ERP's file
 * @param settlementLinesRepeated lines whose reference stood in the file before
 * @param invariantRows how many invariants do not hold
 */
record CrashBooks(
        Map<String, List<String>> parts,
        Map<String, String> notices,
        Map<String, Long> mailsOf,
        long mails,
        List<String> mailsTwice,
        List<String> strayMails,
        List<String> casesTwice,
        List<String> settlementsMissing,
        int settlementLinesRepeated,
        List<String> invariantRows) {

    private static final String HEADING = "on,kind,number,amount,currency,means,reference";

    private static final String[] ERPS = {"erp", "italy"};

    private static final Map<String, String> PARTS = sections();

    private static final String NOTICES = """
            SELECT concat_ws(' | ', d.source_id, n.procedure, n.level, n.planned_on, n.language,
                   (SELECT string_agg(concat_ws(' ', i.number, i.instalment, 'occurrence', ni.occurrence,
                                                ni.amount_minor, ni.currency), ', ' ORDER BY i.number, i.instalment)
                    FROM notice_item ni JOIN item i ON i.id = ni.item_id WHERE ni.notice_id = n.id)) AS letter,
                   n.state, (SELECT count(*) FROM demo_mail m WHERE m.message_id = n.message_id) AS mails
            FROM notice n JOIN debtor d ON d.id = n.debtor_id
            """;

    private record Notice(String letter, String state, long mails) {}

    static CrashBooks read(DataSource database, CrashSite site) throws IOException {
        JdbcClient jdbc = JdbcClient.create(database);
        Map<String, List<String>> parts = new LinkedHashMap<>();
        PARTS.forEach((name, sql) -> parts.put(name, lines(jdbc, sql)));
        Map<String, String> notices = new HashMap<>();
        Map<String, Long> mailsOf = new HashMap<>();
        for (Notice notice : jdbc.sql(NOTICES).query(Notice.class).list()) {
            notices.put(notice.letter(), notice.state());
            mailsOf.put(notice.letter(), notice.mails());
        }
        Map<String, String> told = new LinkedHashMap<>();
        int repeated = 0;
        for (String erp : ERPS) {
            for (String line : Files.readAllLines(site.settlements(erp), StandardCharsets.UTF_8)) {
                if (line.equals(HEADING)) {
                    continue;
                }
                int last = line.lastIndexOf(',');
                if (told.put(line.substring(last + 1), erp + ": " + line.substring(0, last)) != null) {
                    repeated++;
                }
            }
        }
        parts.put("settlements", told.values().stream().sorted().toList());
        List<String> missing = new ArrayList<>(lines(jdbc, "SELECT 'recoup:' || posting_id FROM write_back"));
        missing.removeAll(told.keySet());
        return new CrashBooks(
                parts,
                notices,
                mailsOf,
                jdbc.sql("SELECT count(*) FROM demo_mail").query(Long.class).single(),
                lines(jdbc, """
                        SELECT message_id FROM demo_mail GROUP BY message_id, recipient HAVING count(*) > 1
                        UNION ALL
                        SELECT concat_ws(' ', i.source_id, i.instalment, ni.level, ni.occurrence)
                        FROM notice_item ni JOIN notice n ON n.id = ni.notice_id JOIN item i ON i.id = ni.item_id
                        WHERE ni.dropped IS NULL AND EXISTS (SELECT FROM demo_mail m WHERE m.message_id = n.message_id)
                        GROUP BY i.source_id, i.instalment, ni.procedure, ni.level, ni.occurrence HAVING count(*) > 1
                        """),
                lines(jdbc, """
                        SELECT concat_ws(' ', m.id, m.message_id) FROM demo_mail m
                        WHERE NOT EXISTS (SELECT FROM notice n WHERE n.message_id = m.message_id
                                          AND n.state IN ('on_wire', 'sent', 'unknown'))
                        """),
                lines(jdbc, "SELECT reference FROM demo_agency_case GROUP BY reference HAVING count(*) > 1"),
                missing,
                repeated,
                new Invariants(jdbc)
                        .violations().stream()
                                .map(violation -> violation.file() + " " + violation.rows())
                                .toList());
    }

    /** What is still under way; the demo has come to rest when it is 0. */
    static long unfinished(DataSource database) {
        return JdbcClient.create(database).sql("""
                        SELECT (SELECT count(*) FROM demo_day WHERE completed_on IS DISTINCT FROM current_on)
                             + (SELECT count(*) FROM notice WHERE state IN ('due', 'sending', 'on_wire'))
                             + (SELECT count(*) FROM placement WHERE state IN ('prepared', 'submitting'))
                             + (SELECT count(*) FROM case_message WHERE state IN ('due', 'sending'))
                             + (SELECT count(*) FROM write_back WHERE state IN ('due', 'sending'))
                             + (SELECT count(*) FROM inbox WHERE state NOT IN ('applied', 'duplicate', 'rejected'))
                        """).query(Long.class).single();
    }

    private static List<String> lines(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list().stream().sorted().toList();
    }

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("cases at the agency", """
                SELECT concat_ws(' | ', debtor, currency, amount_minor, received_on, recalled_on) FROM demo_agency_case
                """);
        sections.put("payments at the agency", """
                SELECT concat_ws(' | ', c.debtor, p.amount_minor, p.paid_on, p.paid_to)
                FROM demo_agency_payment p JOIN demo_agency_case c ON c.id = p.case_id
                """);
        sections.put("payments told by the agency", """
                SELECT concat_ws(' | ', d.source_id, c.amount_minor, c.currency, c.paid_on, c.recipient, c.reversed)
                FROM case_payment c JOIN placement p ON p.id = c.placement_id JOIN debtor d ON d.id = p.debtor_id
                """);
        sections.put("receipts", """
                SELECT concat_ws(' | ', r.means, r.amount_minor, r.currency, r.received_on, r.payer_name, r.reference,
                                 r.remittance, u.why, r.reversed_by IS NOT NULL)
                FROM receipt r LEFT JOIN unapplied u ON u.receipt_id = r.id
                """);
        sections.put("money received", """
                SELECT concat_ws(' | ', means, currency, count(*), sum(amount_minor)) FROM receipt
                GROUP BY means, currency
                """);
        sections.put("allocations", """
                SELECT concat_ws(' | ', i.number, i.instalment, a.amount_minor, a.currency, a.business_date, r.means,
                                 r.received_on, r.amount_minor, a.cause_kind)
                FROM allocation a JOIN item i ON i.id = a.item_id JOIN receipt r ON r.id = a.receipt_id
                WHERE NOT a.reversed AND a.reverses IS NULL
                """);
        sections.put("postings", """
                SELECT concat_ws(' | ', p.kind, i.number, i.instalment, p.amount_minor, p.currency, p.business_date,
                                 p.cause_kind)
                FROM posting p LEFT JOIN item i ON i.id = p.item_id
                """);
        sections.put("open items", """
                SELECT concat_ws(' | ', i.source, i.number, i.instalment, o.kind, o.open_minor, o.currency, o.due_on)
                FROM open_item o JOIN item i ON i.id = o.item_id
                """);
        sections.put("bank transactions", """
                SELECT concat_ws(' | ', identity, amount_minor, direction, occurrence) FROM bank_transaction
                """);
        sections.put("referrals", """
                SELECT concat_ws(' | ', d.source_id, r.currency, r.state, r.proposed_on)
                FROM referral r JOIN debtor d ON d.id = r.debtor_id
                """);
        sections.put("cases", """
                SELECT concat_ws(' | ', d.source_id, p.currency, p.principal_minor, p.state, p.outcome, p.balance,
                                 p.outstanding_minor, p.created_on, p.closed_on, p.alert)
                FROM placement p JOIN debtor d ON d.id = p.debtor_id
                """);
        sections.put("messages to the agency", """
                SELECT concat_ws(' | ', d.source_id, m.kind, m.amount_minor, m.noted_on, m.reversed, m.state)
                FROM case_message m JOIN placement p ON p.id = m.placement_id JOIN debtor d ON d.id = p.debtor_id
                """);
        sections.put("holds", """
                SELECT concat_ws(' | ', d.source_id, i.number, h.kind, h.until_on)
                FROM hold h JOIN debtor d ON d.id = h.debtor_id LEFT JOIN item i ON i.id = h.item_id
                WHERE h.released_at IS NULL
                """);
        sections.put("quarantine", "SELECT concat_ws(' | ', state, reason) FROM quarantine");
        return sections;
    }
}
