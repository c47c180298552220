package io.recoup.console.page;

import io.recoup.console.DemoControls;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves the demo's business date; where no demo runs there is nothing to move. */
@Controller
class DemoCommands {

    private static final int LONGEST = 366;

    private final ObjectProvider<DemoControls> demo;
    private final Answer answer;

    DemoCommands(ObjectProvider<DemoControls> demo, Answer answer) {
        this.demo = demo;
        this.answer = answer;
    }

    @PostMapping("/demo/advance")
    String advance(@RequestParam int days, HttpServletRequest request, RedirectAttributes redirect) {
        DemoControls controls = demo.getIfAvailable();
        if (controls == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return answer.to(request, redirect, "done.advance", () -> {
            if (days < 1 || days > LONGEST) {
                throw new RefusedForm(RefusedForm.Why.DEMO_DAYS, LONGEST, days);
            }
            controls.advance(days);
        });
    }
}
