package io.recoup.reconciliation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.reconciliation.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {

    @Test
    void one_error_alone_never_alarms_and_two_soon_after_each_other_do() {
        assertThat(Drift.isAlarming(answers(0, 1, 0), 0.001)).isFalse();
        assertThat(Drift.isAlarming(answers(0, 2), 0.001)).isTrue();
        assertThat(Drift.isAlarming(answers(0, 1, 60, 1), 0.001)).isTrue();
        assertThat(Drift.isAlarming(answers(0, 1, 80, 1), 0.001)).isFalse();
    }

    @Test
    void the_bound_falls_with_every_right_answer_and_needs_three_thousand_for_a_tenth_of_a_percent() {
        assertThat(Evidence.of(0, 0).bound()).isEqualTo(1);
        assertThat(Evidence.of(2_994, 0).bound()).isGreaterThan(0.001);
        assertThat(Evidence.of(2_995, 0).bound()).isLessThan(0.001);
        assertThat(Evidence.of(2_995, 1).bound()).isGreaterThan(0.001);
    }

    @Test
    void a_share_of_receipts_is_drawn_and_always_the_same_ones() {
        ReconciliationSettings settings = ReconciliationSettings.defaults();
        List<Long> drawn = new ArrayList<>();
        for (long receipt = 1; receipt <= 50_000; receipt++) {
            if (AuditDraw.isDrawn(receipt, settings)) {
                drawn.add(receipt);
            }
        }
        assertThat(drawn.size()).isBetween(850, 1_150);
        assertThat(drawn).allMatch(receipt -> AuditDraw.isDrawn(receipt, settings));
        assertThat(drawn).as("spread over the ids").anyMatch(id -> id < 1_000).anyMatch(id -> id > 49_000);
    }

    /** Wrong ones and right ones by turns, as many as said. */
    private static List<Boolean> answers(int... counts) {
        List<Boolean> answers = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            answers.addAll(Collections.nCopies(counts[i], i % 2 == 0));
        }
        return answers;
    }
}
