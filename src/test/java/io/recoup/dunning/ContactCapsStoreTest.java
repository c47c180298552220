package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.followup.ContactKind;
import io.recoup.followup.ContactLog;
import io.recoup.followup.ContactOutcome;
import io.recoup.followup.NewContact;
import io.recoup.receivables.DebtorId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** How often a debtor is reached out to, by letters of ours and by people together. */
class ContactCapsStoreTest extends OwnPolicyTest {

    @Override
    protected String policy() {
        return """
            limits:
              maxContacts: {count: 2, withinDays: 7}
            procedures:
              - name: standard
                levels:
                  - {name: reminder, days: 3, template: reminder}
            """;
    }

    @Test
    void calls_and_visits_that_people_note_count_and_notes_do_not() {
        invoice(debtor("anna"), "A-1", "100.00");
        invoice(debtor("ben"), "B-1", "100.00");
        note("A-1", ContactKind.CALL, DUE.plusDays(1));
        note("A-1", ContactKind.VISIT, DUE.plusDays(2));
        note("B-1", ContactKind.CALL, DUE.plusDays(1));
        note("B-1", ContactKind.NOTE, DUE.plusDays(2));
        days(3, 7);
        assertThat(smtp.accepted).singleElement().asString().contains("B-1");
        assertThat(house.get(Explainer.class).explain("A-1", today).get(0).reason())
                .asString()
                .contains("2 contacts in 7 days", DUE.plusDays(8).toString());
        days(8, 8);
        assertThat(smtp.accepted).hasSize(2);
    }

    @Test
    void a_call_between_planning_and_sending_keeps_the_letter_back() {
        invoice(debtor("carl"), "C-1", "100.00");
        note("C-1", ContactKind.CALL, DUE.plusDays(2));
        house.today = today = DUE.plusDays(3);
        assertThat(dunning.plan(today).notices()).isEqualTo(1);
        note("C-1", ContactKind.CALL, today);
        dunning.sendDue();
        assertThat(smtp.accepted).isEmpty();
    }

    private void note(String number, ContactKind kind, LocalDate on) {
        DebtorId debtor = item(number).debtor();
        house.get(ContactLog.class).record(NewContact.of(debtor, on, kind, ContactOutcome.REACHED, "rosa"));
    }
}
