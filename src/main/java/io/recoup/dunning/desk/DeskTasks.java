package io.recoup.dunning.desk;

import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.plan.DebtorPlan.PlannedTask;
import io.recoup.dunning.plan.Reason;
import io.recoup.followup.NewTask;
import io.recoup.followup.Task;
import io.recoup.followup.Tasks;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts what the planner asks of people on their list, once, and takes it off when its reason has gone. */
@Component
class DeskTasks {

    private static final String BY = "dunning";

    /** Tasks that stand for a fault: they close by themselves when it is mended. */
    private static final List<String> FAULTS = List.of("no-contact", "two-procedures", "no-rate");

    private static final int MANY = 10_000;

    private final Tasks tasks;
    private final Accounts accounts;

    DeskTasks(Tasks tasks, Accounts accounts) {
        this.tasks = tasks;
        this.accounts = accounts;
    }

    /** @return how many the planner asks for */
    int follow(List<DebtorPlan> plans, LocalDate today) {
        Set<String> open = tasks.openKeys(plans.stream().map(DebtorPlan::debtor).toList());
        return plans.stream().mapToInt(plan -> follow(plan, open, today)).sum();
    }

    private int follow(DebtorPlan plan, Set<String> open, LocalDate today) {
        Set<String> asked = plan.tasks().stream().map(PlannedTask::key).collect(Collectors.toSet());
        for (String fault : open.isEmpty() ? List.<String>of() : FAULTS) {
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

    /** Debtors that owe nothing any more are not looked at: what was amiss with them has settled itself. */
    void closeOfTheClear() {
        List<DebtorId> asked = tasks.open(null, MANY).stream()
                .filter(task -> task.debtor() != null
                        && FAULTS.contains(String.valueOf(task.code()).replace('_', '-')))
                .map(Task::debtor)
                .distinct()
                .toList();
        accounts.accounts(asked).stream()
                .filter(account -> account.openItems().isEmpty())
                .forEach(account -> FAULTS.forEach(
                        fault -> tasks.closeByKey(key(fault, account.debtor()), BY, "nothing is owed any more")));
    }

    /** The console's message {@code task.code.<code>}: the reason's code without the room it comes from. */
    static String code(Reason what) {
        return what.code().substring(what.code().indexOf('.') + 1).replace('-', '_');
    }

    private static String key(String what, DebtorId debtor) {
        return what + ":" + debtor.value();
    }
}
