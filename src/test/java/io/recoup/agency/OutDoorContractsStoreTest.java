package io.recoup.agency;

import static io.recoup.agency.AgencyRoom.AGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.outbox.Failure;
import io.recoup.outbox.OutDoor;
import io.recoup.outbox.OutTask;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorEntry;
import io.recoup.receivables.Entries;
import io.recoup.testing.ContractFields;
import io.recoup.testing.PostgresTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What leaves for an agency is what the contracts say, field by field. */
class OutDoorContractsStoreTest extends PostgresTest {

    @Test
    void every_body_for_an_agency_keeps_its_contract_and_every_field_of_it_is_sent() {
        AgencyRoom room = new AgencyRoom(dataSource, jdbc, transaction, AgencySettings.Repeat.LOOKUP, true);
        owesWithAllThatIsKnown(room, "D1", "C-1", "100.00");
        room.exhausted("D1", "C-1");

        OutTask first = one(room.placements);
        room.placements.failed(first, Failure.UNCERTAIN, "read timed out");
        OutTask second = one(room.placements);
        assertThat(ContractFields.json(second.json()).path("lookupFirst").asBoolean())
                .isTrue();
        room.placements.succeeded(second, "{\"agencyCaseId\": \"A-1\", \"state\": \"submitted\"}");
        OutTask poll = one(room.polls);
        assertSent("case/1", first, second, poll);

        var money = room.pays("bank:c1", "C-1", "40.00");
        room.ledger.reverse(money, "bank:c1-return", Cause.bank("c1-return", "returned"), room.today);
        room.hearing.react(room.today);
        OutTask paid = one(room.payments);
        room.payments.succeeded(paid, "{}");
        OutTask back = one(room.payments);
        assertSent("direct-payment/1", paid, back);

        room.desk.recall(room.placementOf("C-1"), "maria", "pays in instalments", room.today);
        assertSent("recall/1", one(room.recalls));
    }

    @Test
    void a_debtor_of_whom_little_is_known_makes_a_case_too() {
        AgencyRoom room = new AgencyRoom(dataSource, jdbc, transaction, AgencySettings.Repeat.LOOKUP, true);
        DebtorEntry bare = new DebtorEntry(
                "erp", "D2", "Bare", null, null, null, null, null, null, null, null, null, null, List.of());
        enter(room, bare, "C-2", "100.00");
        room.exhausted("D2", "C-2");

        ContractFields.assertKeeps(
                "case/1", ContractFields.json(one(room.placements).json()));
    }

    private static void owesWithAllThatIsKnown(AgencyRoom room, String debtor, String number, String amount) {
        DebtorEntry known = new DebtorEntry(
                "erp",
                debtor,
                "Debtor " + debtor,
                "B12345674",
                "es",
                "ES",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new DebtorEntry.ContactEntry("billing", null, "d@debtor.example", null)));
        enter(room, known, number, amount);
    }

    private static void enter(AgencyRoom room, DebtorEntry debtor, String number, String amount) {
        var invoice = Entries.of(Entries.invoice(number, amount), debtor, null, LocalDate.parse("2026-03-03"));
        room.ledger.enter(invoice, Cause.inbox(1), room.today);
    }

    private static OutTask one(OutDoor door) {
        return door.claim(AGENCY, 1).get(0);
    }

    private static void assertSent(String contract, OutTask... tasks) {
        Set<String> sent = new TreeSet<>();
        for (OutTask task : tasks) {
            JsonNode body = ContractFields.json(task.json());
            ContractFields.assertKeeps(contract, body);
            sent.addAll(ContractFields.in(body));
        }
        assertThat(sent).isEqualTo(ContractFields.of(contract));
    }
}
