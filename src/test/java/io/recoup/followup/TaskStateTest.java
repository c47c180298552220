package io.recoup.followup;

import static io.recoup.followup.TaskState.DISMISSED;
import static io.recoup.followup.TaskState.DONE;
import static io.recoup.followup.TaskState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskStateTest {

    @Test
    void an_open_task_is_closed_one_way_or_the_other_and_a_closed_one_only_opens_again() {
        List<String> ways = new ArrayList<>();
        for (TaskState from : TaskState.values()) {
            for (TaskState to : TaskState.values()) {
                if (from.mayBecome(to)) {
                    ways.add(from + " to " + to);
                }
            }
        }
        assertThat(ways)
                .containsExactlyInAnyOrder(
                        OPEN + " to " + DONE,
                        OPEN + " to " + DISMISSED,
                        DONE + " to " + OPEN,
                        DISMISSED + " to " + OPEN);
    }
}
