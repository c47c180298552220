package io.recoup.console.page;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The first page, and each of its sections alone for refreshing. */
@Controller
class TodayPage {

    private final Sections sections;

    TodayPage(Sections sections) {
        this.sections = sections;
    }

    @GetMapping("/")
    String today(Model model) {
        sections.names().forEach(name -> model.addAttribute(name, sections.look(name)));
        return "today";
    }

    @GetMapping("/sections/{name}")
    String section(@PathVariable String name, Model model) {
        if (!sections.has(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute(name, sections.look(name));
        return "sections/" + name + " :: section";
    }
}
