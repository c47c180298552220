package io.recoup.console.page;

import io.recoup.console.store.NoticeRows;
import io.recoup.dunning.Runs;
import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What each day's run planned, and how a letter of it would look. */
@Controller
class RunsPage {

    private static final int RUNS = 60;

    /** More than these are approved together or not at all: nobody has seen the others. */
    static final int LETTERS = 200;

    private final Runs runs;
    private final NoticeRows notices;

    RunsPage(Runs runs, NoticeRows notices) {
        this.runs = runs;
        this.notices = notices;
    }

    /** @param total one per currency */
    record Line(Runs.Draft letter, List<Money> total) {

        static Line of(Runs.Draft letter) {
            return new Line(
                    letter,
                    Stream.of(letter.total().split(" [+] "))
                            .filter(amount -> !amount.isBlank())
                            .map(amount -> amount.split(" "))
                            .map(parts -> Money.parse(parts[0], parts[1]))
                            .toList());
        }

        public boolean isDraft() {
            return letter.state().equals("draft");
        }

        /** Whether it is still to be written: then it can be looked at as it would leave now. */
        public boolean isToCome() {
            return List.of("draft", "due", "sending").contains(letter.state());
        }

        public String tone() {
            return switch (letter.state()) {
                case "sent" -> "ok";
                case "draft", "unknown" -> "warn";
                case "rejected" -> "bad";
                default -> "plain";
            };
        }
    }

    @GetMapping("/runs")
    String runs(Model model) {
        model.addAttribute("runs", runs.latest(RUNS));
        return "runs";
    }

    @GetMapping("/runs/{on}")
    String run(@PathVariable LocalDate on, @ModelAttribute("filter") RunFilter filter, Model model) {
        model.addAttribute("run", known(on));
        Runs.Choices choices = runs.choices(on);
        Runs.Letters letters = new Runs.Letters(List.of(), 0);
        try {
            letters = runs.letters(on, filter.wanted(choices.currencies()), LETTERS);
        } catch (RefusedForm misread) {
            model.addAttribute("misread", Phrase.of(misread));
        }
        List<Line> lines = letters.shown().stream().map(Line::of).toList();
        model.addAttribute("letters", lines);
        model.addAttribute("found", letters.found());
        model.addAttribute(
                "drafts",
                lines.stream()
                        .filter(Line::isDraft)
                        .map(line -> line.letter().id())
                        .toList());
        model.addAttribute("levels", offered(choices.levels(), filter.level()));
        model.addAttribute("states", offered(choices.states(), filter.state()));
        model.addAttribute("currencies", choices.currencies());
        model.addAttribute("currency", filter.currencyOf(choices.currencies()));
        model.addAttribute("listed", filter.address(on));
        return "run";
    }

    /** What is chosen stays on offer, though no letter has it any more. */
    private static List<String> offered(List<String> present, String chosen) {
        return chosen.isEmpty() || present.contains(chosen)
                ? present
                : Stream.concat(present.stream(), Stream.of(chosen)).toList();
    }

    @GetMapping("/runs/{on}/letters/{id}")
    String letter(@PathVariable LocalDate on, @PathVariable long id, Model model) {
        model.addAttribute("run", known(on));
        model.addAttribute(
                "notice",
                notices.find(id).filter(letter -> letter.plannedOn().equals(on)).orElseThrow(RunsPage::missing));
        model.addAttribute("items", notices.items(id));
        model.addAttribute("preview", LetterFrame.preview(runs, id));
        return "draft";
    }

    @GetMapping("/runs/{on}/letters/{id}/letter")
    ResponseEntity<byte[]> frame(@PathVariable LocalDate on, @PathVariable long id) {
        Runs.Preview preview = LetterFrame.preview(runs, id);
        if (preview.html() == null && preview.text() == null) {
            throw missing();
        }
        return LetterFrame.of(preview.html(), preview.text());
    }

    private Runs.Run known(LocalDate on) {
        return runs.of(on).orElseThrow(RunsPage::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
