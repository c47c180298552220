package io.recoup.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.outbox.OutDoor;
import io.recoup.outbox.OutTask;
import io.recoup.receivables.Ledger.Forgiven;
import io.recoup.testing.ContractFields;
import io.recoup.testing.PostgresTest;
import io.recoup.testing.Rooms;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What leaves for the ERP is {@code settlement/1}, field by field. */
class SettlementContractStoreTest extends PostgresTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    @Test
    void payments_and_reversals_keep_the_contract_and_every_field_of_it_is_sent() {
        var rooms = Rooms.open(dataSource, new String[] {"receivables", "outbox"});
        Ledger ledger = rooms.getBean(Ledger.class);
        Accounts accounts = rooms.getBean(Accounts.class);
        OutDoor door = rooms.getBean(OutDoor.class);
        ledger.enter(
                Entries.inInstalments(
                        Entries.invoice("I-1", "100.00"),
                        null,
                        new InvoiceEntry.Instalment(1, LocalDate.parse("2026-03-03"), Entries.eur("60.00")),
                        new InvoiceEntry.Instalment(2, LocalDate.parse("2026-04-03"), Entries.eur("40.00"))),
                Cause.inbox(1),
                TODAY);
        ReceiptId money = ledger.receive(
                new ReceiptEntry(
                        "transfer",
                        "bank:1",
                        null,
                        null,
                        Entries.eur("60.00"),
                        TODAY,
                        "A payer",
                        null,
                        null,
                        "I-1, first part",
                        null,
                        null),
                Cause.bank("1", null),
                TODAY);
        ledger.allocate(
                money,
                List.of(new Ledger.Part(accounts.byNumber("I-1").get(0).id(), Entries.eur("60.00"))),
                Cause.rule("reference", "names I-1"),
                TODAY);
        ledger.reverse(money, "bank:1-return", Cause.bank("1-return", "returned"), TODAY);
        ledger.enter(Entries.invoice("I-2", "100.00"), Cause.inbox(1), TODAY);
        ledger.enter(Entries.creditNote("AB-1", "30.00", null), Cause.inbox(1), TODAY);
        ledger.allocate(
                ledger.receive(Entries.receipt("bank:2", "68.00"), Cause.bank("2", null), TODAY),
                List.of(
                        new Ledger.Part(
                                item(accounts, "I-2"), Entries.eur("98.00"), Entries.eur("2.00"), Forgiven.DISCOUNT),
                        new Ledger.Part(item(accounts, "AB-1"), Entries.eur("30.00"))),
                Cause.rule("reference", "names I-2 and AB-1"),
                TODAY);

        Set<String> sent = new TreeSet<>();
        List<OutTask> tasks = door.claim("erp", 10);
        for (OutTask task : tasks) {
            JsonNode body = ContractFields.json(task.json());
            ContractFields.assertKeeps("settlement/1", body);
            sent.addAll(ContractFields.in(body));
        }
        assertThat(tasks)
                .extracting(
                        task -> ContractFields.json(task.json()).path("kind").asText())
                .containsExactly("payment", "reversal", "credit", "payment", "discount");
        assertThat(sent).isEqualTo(ContractFields.of("settlement/1"));
    }

    private static ItemId item(Accounts accounts, String number) {
        return accounts.byNumber(number).get(0).id();
    }
}
