package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.followup.Tasks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The three actions of a policy on their days: statement, message with a file, task. */
class ActionsStoreTest extends OwnPolicyTest {

    @Override
    protected String policy() {
        return """
            procedures:
              - name: silent
                levels: []
            actions:
              - name: monthly statement
                type: debt-notice
                sendDays: [10, last]
                attach: statement
              - name: holidays
                type: message
                on: 2026-03-12
                text:
                  en: {subject: "We are closed", body: "Dear {{debtorName}}, we are closed next week."}
              - name: call them
                type: task
                on: 2026-03-13
                task: Ask when they will pay
                dueAfterDays: 2
                dueAt: "10:30"
                onlyInDebt: true
            """;
    }

    @Test
    void a_statement_leaves_on_its_days_to_whoever_is_overdue_then_with_the_account_as_pdf() {
        invoice(debtor("anna"), "A-1", "100.00");
        invoice(debtor("ben"), "B-1", "100.00");
        days(0, 8);
        assertThat(smtp.accepted).isEmpty();
        pay("B-1");
        days(9, 9);
        assertThat(smtp.accepted)
                .singleElement()
                .asString()
                .contains("A-1", "application/pdf", "statement-2026-03-10.pdf");
        days(10, 10);
        assertThat(smtp.accepted).as("the day after").hasSize(1);
        days(11, 29);
        assertThat(smtp.accepted).as("a message to both, in between").hasSize(3);
        days(30, 30);
        assertThat(smtp.accepted).as("31 March, the last day").hasSize(4);
    }

    @Test
    void a_message_goes_to_everybody_also_to_those_who_owe_nothing_and_once() {
        invoice(debtor("carl"), "C-1", "100.00");
        debtor("dora");
        pay("C-1");
        days(11, 13);
        assertThat(smtp.accepted).hasSize(2).allMatch(mail -> mail.contains("Subject: We are closed"));
        assertThat(house.get(Notices.class).latest(5))
                .allMatch(notice -> notice.state().equals("sent"));
    }

    @Test
    void a_task_is_made_once_for_each_debtor_in_debt_due_on_its_day_and_hour() {
        invoice(debtor("emma"), "E-1", "100.00");
        debtor("fred");
        days(12, 13);
        assertThat(house.get(Tasks.class).open(null, 10)).singleElement().satisfies(task -> {
            assertThat(task.dueOn()).hasToString("2026-03-15");
            assertThat(task.dueAt()).hasToString("10:30");
            assertThat(task.args()).containsExactly("Ask when they will pay");
        });
    }

    @Test
    void a_debtor_without_a_usable_contact_is_a_task_that_closes_when_one_is_there() throws Exception {
        Files.writeString(
                routes.resolve("policies/p.yaml"),
                Files.readString(routes.resolve("policies/p.yaml"))
                        .replace("levels: []", "levels: [{name: first, days: 3, template: reminder}]"),
                StandardCharsets.UTF_8);
        invoice(debtor(), "G-1", "100.00");
        days(3, 5);
        assertThat(house.get(Tasks.class).open(null, 10)).singleElement().satisfies(task -> assertThat(task.code())
                .isEqualTo("no_contact"));
        jdbc.sql("INSERT INTO contact (debtor_id, email) SELECT id, 'gina@debtor.example' FROM debtor")
                .update();
        days(6, 6);
        assertThat(smtp.accepted).hasSize(1);
        assertThat(house.get(Tasks.class).open(null, 10)).isEmpty();
        invoice(debtor(), "H-1", "100.00");
        days(7, 7);
        assertThat(house.get(Tasks.class).open(null, 10)).hasSize(1);
        pay("H-1");
        days(8, 8);
        assertThat(house.get(Tasks.class).open(null, 10))
                .as("paid, so nobody need be found")
                .isEmpty();
    }
}
