package io.recoup.dunning.desk;

import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.plan.DebtorPlan.PlannedTask;
import io.recoup.dunning.plan.Reason;
import io.recoup.followup.NewTask;
import io.recoup.followup.Tasks;
import io.recoup.receivables.DebtorId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts what the planner asks of people on their list, once, and takes it off when its reason has gone. */
@Component
class DeskTasks {

    private static final String BY = "dunning";

    /** Tasks that stand for a fault: they close by themselves when it is mended. */
    private static final List<String> FAULTS = List.of("no-contact", "two-procedures", "no-rate");

    private final Tasks tasks;

    DeskTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** @return how many the planner asks for */
    int follow(List<DebtorPlan> plans, LocalDate today) {
        Map<DebtorId, Set<String>> open =
                tasks.openKeys(plans.stream().map(DebtorPlan::debtor).toList());
        int asked = 0;
        for (DebtorPlan plan : plans) {
            Set<String> known = open.getOrDefault(plan.debtor(), Set.of());
            asked += plan.tasks().isEmpty() && known.isEmpty() ? 0 : follow(plan, known, today);
        }
        return asked;
    }

    private int follow(DebtorPlan plan, Set<String> open, LocalDate today) {
        Set<String> asked = plan.tasks().stream().map(PlannedTask::key).collect(Collectors.toSet());
        for (String fault : FAULTS) {
            String key = key(fault, plan.debtor());
            if (!asked.contains(fault) && open.stream().anyMatch(each -> each.startsWith(key))) {
                tasks.closeByKey(key, BY, "settled by itself");
            }
        }
        for (PlannedTask task : plan.tasks()) {
            NewTask made = NewTask.byRule(
                    task.action() == null ? BY : task.action(),
                    code(task.text()),
                    task.text().args(),
                    plan.debtor(),
                    task.dueOn(),
                    today);
            String key = key(task.key(), plan.debtor());
            // a fault that nobody mends is asked about anew each month
            String once = FAULTS.contains(task.key()) ? key + ":" + YearMonth.from(today) : key;
            if (!open.contains(once)) {
                tasks.createOnce(once, made.at(task.dueAt()));
            }
        }
        return plan.tasks().size();
    }

    /** The console's message {@code task.code.<code>}: the reason's code without the room it comes from. */
    static String code(Reason what) {
        return what.code().substring(what.code().indexOf('.') + 1).replace('-', '_');
    }

    private static String key(String what, DebtorId debtor) {
        return what + ":" + debtor.value();
    }
}
