package io.recoup.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a new task and a new entry of the contact log may say. */
class NewEntriesTest {

    private static final DebtorId DEBTOR = new DebtorId(1);
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-09");
    private static final LocalDate SUNDAY = MONDAY.minusDays(1);

    @Test
    void a_task_is_due_on_the_day_it_was_created_or_later() {
        assertThat(NewTask.typed("call", DEBTOR, MONDAY, "anna", MONDAY).dueOn())
                .isEqualTo(MONDAY);
        assertThatThrownBy(() -> NewTask.typed("call", DEBTOR, SUNDAY, "anna", MONDAY))
                .hasMessageContaining("2026-03-08 lies before 2026-03-09");
    }

    @Test
    void a_task_has_words_and_not_too_many() {
        assertThatThrownBy(() -> NewTask.typed("  ", DEBTOR, MONDAY, "anna", MONDAY))
                .hasMessageContaining("say what is to be done");
        assertThatThrownBy(() -> NewTask.typed(null, DEBTOR, MONDAY, "anna", MONDAY))
                .hasMessageContaining("say what is to be done");
        assertThatCode(() -> NewTask.typed("x".repeat(500), DEBTOR, MONDAY, "anna", MONDAY))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> NewTask.typed("x".repeat(501), DEBTOR, MONDAY, "anna", MONDAY))
                .hasMessageContaining("501 characters");
    }

    @Test
    void a_rule_speaks_in_a_code_that_every_language_has_words_for() {
        assertThat(NewTask.byRule("dunning", "no_contact", List.of(), DEBTOR, MONDAY, MONDAY)
                        .code())
                .isEqualTo("no_contact");
        assertThatThrownBy(() -> NewTask.byRule("dunning", "No contact!", List.of(), DEBTOR, MONDAY, MONDAY))
                .hasMessageContaining("not a task's code");
    }

    @Test
    void the_next_action_is_today_or_later() {
        assertThat(entry(ContactOutcome.REACHED, MONDAY, null).nextOn()).isEqualTo(MONDAY);
        assertThatThrownBy(() -> entry(ContactOutcome.REACHED, SUNDAY, null)).hasMessageContaining("next action");
    }

    @Test
    void a_promise_is_until_today_or_later_and_goes_with_its_own_outcome() {
        PromiseToPay today = new PromiseToPay(MONDAY, null);
        assertThat(entry(ContactOutcome.PROMISED, null, today).promise()).isEqualTo(today);
        assertThatThrownBy(() -> entry(ContactOutcome.PROMISED, null, new PromiseToPay(SUNDAY, null)))
                .hasMessageContaining("lies before");
        assertThatThrownBy(() -> entry(ContactOutcome.REACHED, null, today))
                .hasMessageContaining("needs the outcome 'promised', not 'reached'");
    }

    @Test
    void a_promised_amount_is_above_zero() {
        assertThatCode(() -> new PromiseToPay(MONDAY, Money.of(1, "EUR"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> new PromiseToPay(MONDAY, Money.of(0, "EUR"))).hasMessageContaining("above zero");
    }

    private static NewContact entry(ContactOutcome outcome, LocalDate nextOn, PromiseToPay promise) {
        return new NewContact(null, DEBTOR, MONDAY, ContactKind.CALL, outcome, "anna", null, nextOn, promise);
    }
}
