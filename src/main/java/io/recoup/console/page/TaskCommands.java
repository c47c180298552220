package io.recoup.console.page;

import io.recoup.followup.NewTask;
import io.recoup.followup.Tasks;
import io.recoup.receivables.DebtorId;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides about tasks. */
@Controller
class TaskCommands {

    private final Tasks tasks;
    private final ConsoleDay day;
    private final Answer answer;

    TaskCommands(Tasks tasks, ConsoleDay day, Answer answer) {
        this.tasks = tasks;
        this.day = day;
        this.answer = answer;
    }

    /** @param dueOn as a date field sends it; empty = today */
    @PostMapping("/tasks")
    String create(
            @RequestParam String text,
            @RequestParam(required = false) Long debtor,
            @RequestParam(defaultValue = "") String dueOn,
            @RequestParam(defaultValue = "") String dueAt,
            @RequestParam(defaultValue = "") String assignee,
            @RequestParam(defaultValue = "") String once,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.task.create", () -> {
            LocalDate today = day.today();
            LocalDate due = Typed.day(dueOn) == null ? today : Typed.day(dueOn);
            NewTask task = NewTask.typed(
                            Typed.text(text),
                            debtor == null ? null : new DebtorId(debtor),
                            due,
                            Answer.actor(user),
                            today)
                    .at(Typed.hour(dueAt))
                    .assignedTo(Typed.text(assignee));
            tasks.createOnce(Typed.key(once, task), task);
        });
    }

    @PostMapping("/tasks/{id}/done")
    String done(
            @PathVariable long id,
            @RequestParam(required = false) String remark,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(
                request, redirect, "done.task.done", () -> tasks.done(id, Answer.actor(user), Typed.text(remark)));
    }

    @PostMapping("/tasks/{id}/dismiss")
    String dismiss(
            @PathVariable long id,
            @RequestParam String reason,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.task.dismiss", () -> tasks.dismiss(id, Answer.actor(user), reason));
    }

    @PostMapping("/tasks/{id}/reopen")
    String reopen(@PathVariable long id, Principal user, HttpServletRequest request, RedirectAttributes redirect) {
        return answer.to(request, redirect, "done.task.reopen", () -> tasks.reopen(id, Answer.actor(user)));
    }

    /** The reader takes the task over. */
    @PostMapping("/tasks/{id}/take")
    String take(@PathVariable long id, Principal user, HttpServletRequest request, RedirectAttributes redirect) {
        return answer.to(
                request, redirect, "done.task.take", () -> tasks.assign(id, Answer.actor(user), Answer.actor(user)));
    }
}
