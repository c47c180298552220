package io.recoup.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The graph of a case, every pair of states: x is a direct step, o is seen by a report that missed some steps. */
class CaseStateTest {

    private static final String[] GRAPH = {
        //                  prep subg subd revw actv paus actn recl rejd clsd
        "prepared            .    x    .    .    .    .    .    .    .    x",
        "submitting          .    .    x    .    .    .    .    .    x    .",
        "submitted           .    .    .    x    o    o    o    r    x    x",
        "under_review        .    .    .    .    x    o    x    r    x    x",
        "active              .    .    .    .    .    x    x    r    .    x",
        "paused              .    .    .    .    x    .    o    r    .    x",
        "action_required     .    .    .    x    x    o    .    r    o    x",
        "recall_requested    .    .    .    .    .    .    .    .    .    x",
        "rejected            .    .    .    .    .    .    .    .    .    .",
        "closed              .    .    .    .    x    .    .    .    .    ."
    };

    @Test
    void every_pair_of_states_is_as_the_graph_says() {
        List<String> steps = new ArrayList<>();
        for (CaseState from : CaseState.values()) {
            StringBuilder row = new StringBuilder(String.format("%-16s", from.word()));
            for (CaseState to : CaseState.values()) {
                row.append("    ").append(mark(from, to));
            }
            steps.add(row.toString());
        }
        assertThat(steps).containsExactly(GRAPH);
    }

    private static char mark(CaseState from, CaseState to) {
        if (from.canBecome(to) && to == CaseState.RECALL_REQUESTED) {
            return 'r'; // only we ask for a recall: a report never finds a case so
        }
        if (from.canBecome(to)) {
            return 'x';
        }
        return from.canBeFoundIn(to) ? 'o' : '.';
    }

    @Test
    void a_report_may_find_every_step_that_an_agency_makes() {
        for (CaseState from : CaseState.values()) {
            for (CaseState to : from.next()) {
                boolean agencys = from.isWithAgency() || from == CaseState.CLOSED;
                assertThat(from.canBeFoundIn(to))
                        .as(from + " to " + to)
                        .isEqualTo(agencys && to != CaseState.RECALL_REQUESTED);
            }
        }
    }

    @Test
    void only_ended_cases_let_go_of_their_items() {
        for (CaseState state : CaseState.values()) {
            assertThat(state.isLive())
                    .as(state.word())
                    .isEqualTo(state != CaseState.REJECTED && state != CaseState.CLOSED);
        }
    }

    @Test
    void reminders_go_on_only_after_an_end_that_leaves_the_claim_with_us() {
        for (CaseOutcome outcome : CaseOutcome.values()) {
            assertThat(outcome.freesItems())
                    .as(outcome.name())
                    .isEqualTo(List.of(
                                    CaseOutcome.PAID,
                                    CaseOutcome.CREDITED,
                                    CaseOutcome.RECALLED,
                                    CaseOutcome.REJECTED,
                                    CaseOutcome.PAID_BEFORE_HANDOVER)
                            .contains(outcome));
        }
    }
}
