package io.recoup.agency;

import io.recoup.agency.store.JdbcCaseMessages;
import io.recoup.agency.store.JdbcCasePolls;
import io.recoup.agency.store.JdbcFactProblems;
import io.recoup.agency.store.JdbcPlacedItems;
import io.recoup.agency.store.JdbcPlacements;
import io.recoup.agency.store.JdbcReferrals;
import io.recoup.agency.store.JdbcReportedPayments;
import io.recoup.agency.store.JdbcSubmissions;
import io.recoup.calendar.BusinessDay;
import io.recoup.dunning.DunningExhausted;
import io.recoup.outbox.OutDoor;
import io.recoup.outbox.Outbox;
import io.recoup.outbox.RecordedFact;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorEntry;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Entries;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.OpenItem;
import io.recoup.receivables.ReceiptId;
import io.recoup.testing.Rooms;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The agency's room on a real database, and a few words to bring debtors to it. */
final class AgencyRoom {

    static final String AGENCY = "strict";

    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Ledger ledger;
    final Accounts accounts;
    final Outbox outbox;
    final AgencyDesk desk;
    final FactDesk hearing;
    final FactProblems problems;
    final CaseDesk cases;
    final OutDoor placements;
    final OutDoor polls;
    final OutDoor payments;
    final OutDoor recalls;
    LocalDate today = LocalDate.parse("2026-05-01");

    AgencyRoom(
            DataSource dataSource,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            AgencySettings.Repeat repeat,
            boolean repeatMessages) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        var rooms = Rooms.open(dataSource, new String[] {"receivables", "outbox"});
        ledger = rooms.getBean(Ledger.class);
        accounts = rooms.getBean(Accounts.class);
        outbox = rooms.getBean(Outbox.class);
        AgencySettings settings = settings(repeat, repeatMessages);
        BusinessDay day = zone -> today;
        var referrals = new JdbcReferrals(jdbc);
        var book = new JdbcPlacements(jdbc);
        var items = new JdbcPlacedItems(jdbc);
        var submissions = new JdbcSubmissions(jdbc);
        var reported = new JdbcReportedPayments(jdbc);
        var messages = new JdbcCaseMessages(jdbc);
        problems = new JdbcFactProblems(jdbc);
        var ends = new CaseEnds(book, items, referrals, messages, ledger, accounts, outbox);
        var notices = new CaseNotices(book, items, reported, messages, ends, accounts);
        var booking = new CasePayments(book, items, reported, ledger, accounts, outbox);
        var proposals = new ReferralDesk(referrals, book, items, ledger, accounts, settings);
        var handOver = new HandOver(book, items, submissions, notices, ledger, accounts);
        var failures = new FailedAttempts(book, submissions, ends, settings);
        cases = new CaseDesk(book, submissions, messages, ends, booking, outbox, settings, transaction);
        desk = new AgencyDesk(proposals, ends, cases, referrals, book, submissions, messages, settings, transaction);
        hearing = new FactDesk(outbox, new FactReactions(proposals, notices, referrals, items), problems, transaction);
        placements = new PlacementsDoor(book, submissions, handOver, failures, cases, settings, day, transaction);
        polls = new CasePollsDoor(book, new JdbcCasePolls(jdbc), cases, settings, day, transaction);
        AgencyDoors doors = new AgencyDoors();
        payments = doors.directPayments(messages, book, cases, settings, day, transaction);
        recalls = doors.recalls(messages, book, cases, settings, day, transaction);
    }

    private static AgencySettings settings(AgencySettings.Repeat repeat, boolean repeatMessages) {
        return new AgencySettings(
                AGENCY,
                Map.of("EUR", new BigDecimal("500")),
                Map.of("EUR", new BigDecimal("20")),
                "RC",
                Duration.ofMinutes(5),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                ZoneId.of("UTC"),
                Map.of(AGENCY, new AgencySettings.Agency(repeat, repeatMessages)));
    }

    /** Invoices of a debtor, exhausted by dunning and worked off by the desk; the procedure asks a person. */
    void exhausted(String debtor, String... invoices) {
        exhaust(debtor, invoices);
        hearing.react(today);
    }

    void exhaust(String debtor, String... invoices) {
        exhaustBy("person", "procedure 'usual' asks a person", debtor, invoices);
    }

    /** The fact as dunning records it. @param approval person or automatic */
    void exhaustBy(String approval, String rule, String debtor, String... invoices) {
        transaction.executeWithoutResult(open -> outbox.record(new DunningExhausted(
                debtor(debtor).value(),
                "usual",
                approval,
                rule,
                Arrays.stream(invoices)
                        .map(this::item)
                        .map(item -> new DunningExhausted.ExhaustedItem(
                                item.id().value(),
                                item.number(),
                                item.open().minor(),
                                item.open().currencyCode(),
                                item.dueOn()))
                        .toList(),
                "0f".repeat(32),
                today)));
    }

    void owes(String debtor, String number, String amount) {
        DebtorEntry entry = Entries.debtor(debtor);
        InvoiceEntry invoice = Entries.of(Entries.invoice(number, amount), entry, null, LocalDate.parse("2026-03-03"));
        ledger.enter(invoice, Cause.inbox(1), today);
    }

    /** Money of the bank for one invoice. */
    ReceiptId pays(String key, String number, String amount) {
        ReceiptId money = ledger.receive(Entries.receipt(key, amount), Cause.bank(key, null), today);
        ledger.allocate(
                money,
                List.of(new Ledger.Part(item(number).id(), Entries.eur(amount))),
                Cause.rule("reference", "names " + number),
                today);
        return money;
    }

    OpenItem item(String number) {
        return accounts.byNumber(number).get(0);
    }

    DebtorId debtor(String sourceId) {
        return accounts.debtorOf("erp", sourceId).orElseThrow();
    }

    boolean isHeld(String number) {
        OpenItem item = item(number);
        return accounts.account(item.debtor()).holds().stream()
                .anyMatch(hold -> hold.kind().equals("agency") && item.id().equals(hold.item()));
    }

    /** The newest placement that has the invoice. */
    long placementOf(String number) {
        ItemId item = item(number).id();
        return jdbc.sql("SELECT max(placement_id) FROM placement_item WHERE item_id = :item")
                .param("item", item.value())
                .query(Long.class)
                .single();
    }

    long referralOf(String number) {
        return jdbc.sql("SELECT max(referral_id) FROM referral_item WHERE item_id = :item")
                .param("item", item(number).id().value())
                .query(Long.class)
                .single();
    }

    /** A column of the newest placement of the invoice, as text; null when it has none. */
    String of(String number, String column) {
        return jdbc.sql("SELECT " + column + "::text FROM placement WHERE id = :id")
                .param("id", placementOf(number))
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    String referral(String number, String column) {
        return jdbc.sql("SELECT " + column + "::text FROM referral WHERE id = :id")
                .param("id", referralOf(number))
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    /** The states a case went through. */
    List<String> lifeOf(String number) {
        return jdbc.sql("""
                SELECT to_state FROM case_event
                WHERE placement_id = :id AND from_state IS DISTINCT FROM to_state ORDER BY id
                """)
                .param("id", placementOf(number))
                .query(String.class)
                .list();
    }

    /** What the doors lease is overdue at once: the replica that had it is gone. */
    void theReplicaDies() {
        jdbc.sql("UPDATE placement SET lease_until = now() - interval '1 second' WHERE lease_until IS NOT NULL")
                .update();
        jdbc.sql("UPDATE case_message SET lease_until = now() - interval '1 second' WHERE lease_until IS NOT NULL")
                .update();
    }

    List<RecordedFact> facts(String type) {
        return jdbc.sql("""
                SELECT id, type, subject, payload::text AS json, recorded_at FROM fact WHERE type = :type ORDER BY id
                """).param("type", type).query(RecordedFact.class).list();
    }
}
