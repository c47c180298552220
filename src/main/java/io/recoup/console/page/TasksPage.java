package io.recoup.console.page;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that is to be done, or was. */
@Controller
class TasksPage {

    /** Longer lists are worked off from their top. */
    private static final int SHOWN = 200;

    private final TaskLines tasks;
    private final ConsoleDay day;

    TasksPage(TaskLines tasks, ConsoleDay day) {
        this.tasks = tasks;
        this.day = day;
    }

    /**
     * @param who {@code mine} = those assigned to the reader; else everybody's and nobody's
     * @param state {@code closed} = the latest that were done or dismissed; else the open ones
     */
    @GetMapping("/tasks")
    String tasks(
            @RequestParam(defaultValue = "all") String who,
            @RequestParam(defaultValue = "open") String state,
            Principal user,
            Model model) {
        boolean mine = who.equals("mine");
        boolean closed = state.equals("closed");
        String assignee = mine ? Answer.actor(user) : null;
        List<TaskLines.Group> groups = closed ? tasks.closed(assignee, SHOWN) : tasks.open(assignee, SHOWN);
        model.addAttribute("groups", groups);
        model.addAttribute(
                "full", groups.stream().mapToInt(group -> group.lines().size()).sum() == SHOWN);
        model.addAttribute("shown", SHOWN);
        model.addAttribute("mine", mine);
        model.addAttribute("closed", closed);
        model.addAttribute("me", Answer.actor(user));
        model.addAttribute("today", day.today());
        model.addAttribute("once", Typed.once());
        model.addAttribute(
                "listed", "/tasks?who=" + (mine ? "mine" : "all") + "&state=" + (closed ? "closed" : "open"));
        return "tasks";
    }
}
