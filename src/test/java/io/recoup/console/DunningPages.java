package io.recoup.console;

import io.recoup.calendar.BusinessDay;
import io.recoup.dunning.Dunning;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorEntry;
import io.recoup.receivables.Entries;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.SourceDeliveries;
import io.recoup.testing.RecoupTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** A policy of its own with segments, actions and packs, and debtors under it whose run was made. */
abstract class DunningPages extends RecoupTest {

    private static final Path POLICIES = Path.of("target/console/policies");
    static final Path POLICY = POLICIES.resolve("bakers.yaml");

    static final String WRITTEN = """
            # Bakers <b>owe</b>.
            creditor:
              code: default
              name: Molino Verde S.L.
              address: Camí del Molí 12
              payment: IBAN ES91 2100 0418 4502 0005 1332
              from: cobros@molinoverde.example
              replyTo: cobros@molinoverde.example
              language: es
              country: ES
              zone: Europe/Madrid
              termDays: 30
              tolerance: 1.00 EUR
              freshness:
                bank: "off"
                erp: 3
            packs: [eu-business, de-business, es-business]
            limits:
              minGapDays: 2
              maxContacts:
                count: 2
                withinDays: 7
            segments:
              - name: large debtors
                overdueAtLeast: 400.00 EUR
              - name: Brazilians
                country: [BR]
                inDebt: true
            procedures:
              - name: standard
                minimumGapDays: 2
                levels:
                  - name: upcoming
                    days: -3
                    template: before-due
                  - name: reminder
                    days: 3
                    template: reminder
                    fee: 5.00 EUR
                    attach: [statement]
                  - name: second reminder
                    days: 15
                    template: second
                    interest: pack
                    approve: person
                  - name: final notice
                    days: 30
                    template: final
                    repeatEveryDays: 15
                    times: 2
                referral:
                  afterDays: 10
                  approve: person
              - name: careful
                segment: large debtors
                minimumGapDays: 3
                levels:
                  - name: reminder
                    days: 3
                    template: reminder
                    approve: person
                  - name: final notice
                    days: 40
                    template: final
            actions:
              - name: month's statement
                type: debt-notice
                segment: Brazilians
                sendDays: [20, last]
              - name: call the large
                type: task
                segment: large debtors
                on: 2099-01-05
                task: Call them about the year
            """;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Dunning dunning;

    @Autowired
    private SourceDeliveries deliveries;

    @Autowired
    private BusinessDay day;

    LocalDate today;

    @DynamicPropertySource
    static void usePolicy(DynamicPropertyRegistry properties) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("routes/policies/packs"), POLICIES.resolve("packs"));
        Files.writeString(POLICY, WRITTEN);
        properties.add("recoup.dunning.policies", POLICIES::toString);
    }

    /** @param series keeps the numbers of several stories in one database apart */
    void writeStory(String series) {
        today = day.today(ZoneId.of("Europe/Madrid"));
        deliveries.delivered(SourceDeliveries.Kind.ERP, "erp", today);
        deliveries.delivered(SourceDeliveries.Kind.ERP, "old-shop", today.minusDays(30));
        owes("Bäckerei Fuchs GmbH", "R-1" + series, "480.00", 6);
        owes("Bäckerei Fuchs GmbH", "R-2" + series, "1250.50", 4);
        owes("Caffè <b>Rossi</b> S.r.l.", "R-3" + series, "99.90", 5);
        owes("Mühle Nord KG", "R-4" + series, "600.00", 20);
        owes("Panadería Sol", "R-5" + series, "712.30", 9);
        owes("Forno Aurora", "R-6" + series, "5210.00", 12);
        dunning.plan(today);
    }

    @AfterAll
    void leave_nothing_for_others() throws IOException {
        Files.writeString(POLICY, WRITTEN);
        for (String table : List.of(
                "notice_event",
                "written_letter",
                "notice_claim",
                "notice_item",
                "notice",
                "dunning_run",
                "debtor_decision",
                "debtor_look")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
    }

    private void owes(String name, String number, String total, int daysLate) {
        String id = name.replaceAll("[^A-Za-z]", "") + number.substring(3);
        DebtorEntry who = new DebtorEntry(
                "erp",
                id,
                name,
                null,
                "en",
                "DE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new DebtorEntry.ContactEntry("billing", null, id.toLowerCase() + "@debtor.example", null)));
        ledger.enter(
                Entries.of(Entries.invoice(number, total), who, null, today.minusDays(daysLate)),
                Cause.inbox(1),
                today);
    }

    long debtor(String number) {
        return one("SELECT debtor_id FROM item WHERE number = '" + number + "'");
    }

    /** The newest letter to the debtor of a document. */
    long notice(String number) {
        return one("SELECT max(id) FROM notice WHERE debtor_id = " + debtor(number));
    }

    String state(long notice) {
        return jdbc.sql("SELECT state FROM notice WHERE id = :id")
                .param("id", notice)
                .query(String.class)
                .single();
    }

    long one(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
