package io.recoup.dunning.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.dunning.Debts;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Procedure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events that contradict those before them are refused with a reason and change nothing. */
class ContradictionsTest {

    private static final String F1 =
            "{'on':'2025-02-01','invoice':{'number':'F-1','total':'100.00','currency':'EUR','dueOn':'2025-03-01','debtor':"
                    + "{'sourceId':'C-1','name':'Ana','type':'business','contacts':[{'email':'ana@c.example'}]}}}\n";

    private final List<String> refused = new ArrayList<>();
    private final List<String> letters = new ArrayList<>();

    @Test
    void what_names_something_unknown_is_refused() {
        play(F1 + """
                {'on':'2025-02-02','receipt':{'debtor':'C-9','amount':'1.00','currency':'EUR'}}
                {'on':'2025-02-02','receipt':{'amount':'1.00','currency':'EUR','items':['F-9']}}
                {'on':'2025-02-02','reversal':'R-9'}
                {'on':'2025-02-02','cancel':'F-9'}
                {'on':'2025-02-02','hold':{'item':'F-9'}}
                {'on':'2025-02-02','creditNote':{'number':'G-1','amount':'1.00','currency':'EUR','invoice':'F-9'}}
                {'on':'2025-02-02','deliveryFailed':{'debtor':'C-1'}}
                """);
        assertThat(refused)
                .containsExactly(
                        "no document of debtor 'C-9' came before",
                        "no document has the number 'F-9'",
                        "receipt 'R-9' is unknown",
                        "no document has the number 'F-9'",
                        "no document has the number 'F-9'",
                        "no document has the number 'F-9'",
                        "debtor 'C-1' had no letter that could have failed");
        assertThat(letters).containsExactly("2025-03-04 100.00");
    }

    @Test
    void twice_is_once() {
        String creditNote =
                "{'on':'2025-02-02','creditNote':{'number':'G-1','amount':'10.00','currency':'EUR','invoice':'F-1'}}\n";
        String receipt =
                "{'on':'2025-02-03','receipt':{'id':'R-1','debtor':'C-1','amount':'20.00','currency':'EUR','items':['F-1']}}\n";
        String reversal = "{'on':'2025-02-04','reversal':'R-1'}\n";
        play(F1 + F1 + creditNote + creditNote + receipt + receipt);
        assertThat(letters).containsExactly("2025-03-04 70.00");
        assertThat(refused).containsExactly("credit note 'G-1' was entered before", "receipt 'R-1' was booked before");
        refused.clear();
        letters.clear();
        play(F1 + receipt + reversal + reversal);
        assertThat(letters).containsExactly("2025-03-04 100.00");
        assertThat(refused).containsExactly("receipt 'R-1' was reversed");
    }

    @Test
    void another_currency_or_another_debtor_is_refused() {
        play(F1 + """
                {'on':'2025-02-02','creditNote':{'number':'G-1','amount':'10.00','currency':'USD','invoice':'F-1'}}
                {'on':'2025-02-02','invoice':{'number':'F-1','total':'90.00','currency':'USD','debtor':'C-1'}}
                {'on':'2025-02-02','invoice':{'number':'F-1','total':'90.00','currency':'EUR','debtor':'C-2'}}
                {'on':'2025-02-02','invoice':{'number':'F-2','total':'90.00','currency':'EUR','dueOn':'2025-12-01','debtor':'C-2'}}
                {'on':'2025-02-02','hold':{'debtor':'C-2','items':['F-1'],'kind':'pause'}}
                """);
        assertThat(refused)
                .containsExactly(
                        "document 'F-1' is in EUR, not in USD",
                        "document 'F-1' is in EUR, not in USD",
                        "document 'F-1' is debtor 'C-1's",
                        "[F-1] are not debtor 'C-2's");
        assertThat(letters).containsExactly("2025-03-04 100.00");
    }

    @Test
    void a_cancelled_document_stays_cancelled_when_its_payment_is_taken_back() {
        play(F1 + """
                {'on':'2025-02-02','receipt':{'id':'R-1','debtor':'C-1','amount':'100.00','currency':'EUR','items':['F-1']}}
                {'on':'2025-02-03','cancel':'F-1'}
                {'on':'2025-02-04','reversal':'R-1'}
                """);
        assertThat(refused).isEmpty();
        assertThat(letters).isEmpty();
    }

    @Test
    void a_document_that_names_its_debtor_by_id_alone_leaves_the_profile_as_it_was() throws IOException {
        Books books = new Books();
        for (Event event : events(F1
                + "{'on':'2025-02-02','invoice':{'number':'F-2','total':'1.00','currency':'EUR','debtor':'C-1'}}\n")) {
            books.enter((Event.Invoice) event);
        }
        assertThat(books.known("C-1").who.name()).isEqualTo("Ana");
        assertThat(books.known("C-1").who.type()).isEqualTo("business");
        assertThat(books.known("C-1").who.emails(List.of())).containsExactly("ana@c.example");
    }

    @Test
    void events_before_the_first_day_are_booked_and_those_after_the_last_are_not() {
        play(F1 + """
                {'on':'2025-02-02','receipt':{'id':'R-1','debtor':'C-1','amount':'60.00','currency':'EUR','items':['F-1']}}
                {'on':'2025-04-02','receipt':{'id':'R-2','debtor':'C-1','amount':'40.00','currency':'EUR','items':['F-1']}}
                """, "2025-03-10", "2025-03-31");
        assertThat(letters).containsExactly("2025-03-10 40.00");
    }

    private void play(String lines) {
        play(lines, "2025-02-01", "2025-03-31");
    }

    private void play(String lines, String from, String until) {
        try {
            new Simulation(
                            Debts.policy(Debts.CREDITOR, Procedure.of("p", 1, List.of(Level.once("a", 3, "t")), null)),
                            true,
                            action -> letters.addAll(
                                    action.action().equals("notice")
                                            ? List.of(action.on() + " "
                                                    + action.amounts().get(0).total())
                                            : List.of()),
                            null,
                            (event, why) -> refused.add(why))
                    .play(events(lines), LocalDate.parse(from), LocalDate.parse(until));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<Event> events(String lines) throws IOException {
        return new EventReader("e", 30, fault -> {
                    throw new AssertionError(fault);
                })
                .read(new BufferedReader(new StringReader(lines.replace('\'', '"'))));
    }
}
