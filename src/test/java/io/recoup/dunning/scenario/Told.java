package io.recoup.dunning.scenario;

import io.recoup.dunning.simulation.SimulatedAction;
import io.recoup.dunning.simulation.SimulatedAction.Amount;
import java.util.List;
import java.util.stream.Collectors;

/** What a story came to, in one line an action. */
public record Told(List<SimulatedAction> done, List<SimulatedAction> rests, List<String> refused) {

    /** Everything that was done. */
    public List<String> actions() {
        return done.stream().map(Told::line).toList();
    }

    /** Letters alone. */
    public List<String> letters() {
        return done.stream()
                .filter(action -> action.action().equals("notice"))
                .map(Told::line)
                .toList();
    }

    /** Why nothing was done about that document on a day. */
    public List<String> why(String day, String number) {
        return rests.stream()
                .filter(rest -> rest.on().toString().equals(day) && rest.items().contains(number))
                .map(rest -> rest.action() + ": " + rest.reason())
                .toList();
    }

    private static String line(SimulatedAction action) {
        String what =
                switch (action.action()) {
                    case "notice" -> action.level();
                    case "task" -> "task for " + action.debtor() + ": " + action.reason();
                    case "fee", "interest" -> action.action() + " of " + action.level();
                    case "reset" -> "reset: " + action.reason();
                    default -> action.action();
                };
        String items = action.items().isEmpty()
                ? action.action().equals("notice") ? " to " + action.debtor() : ""
                : " " + String.join(", ", action.items());
        String amounts = action.amounts().stream()
                .map(amount -> told(action.action(), amount))
                .collect(Collectors.joining(" and "));
        return action.on() + " " + what + items + (amounts.isEmpty() ? "" : ": " + amounts);
    }

    private static String told(String action, Amount amount) {
        return switch (action) {
            case "fee" -> amount.fee() + " " + amount.currency();
            case "interest" -> amount.interest() + " " + amount.currency();
            default ->
                amount.total() + " " + amount.currency()
                        + (isNothing(amount.fee()) ? "" : " + fees " + amount.fee())
                        + (isNothing(amount.interest()) ? "" : " + interest " + amount.interest());
        };
    }

    private static boolean isNothing(String decimal) {
        return decimal.matches("[0.]+");
    }
}
