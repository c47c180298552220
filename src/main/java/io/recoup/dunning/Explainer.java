package io.recoup.dunning;

import io.recoup.dunning.plan.Outlook;
import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.policy.Restrictions;
import java.time.LocalDate;
import java.util.List;

/** Why a reminder was or was not sent, and what happens next: answered by the planner that decides. */
public interface Explainer {

    /** One answer for each item of that number (instalments share it); empty when the number is unknown. */
    List<Explanation> explain(String invoiceNumber, LocalDate today);

    /** Under which procedure a debtor is, why, and what may be done toward it. */
    Standing standing(long debtor, LocalDate today);

    /**
     * @param procedure null where two claim the debtor
     * @param chosenBy debtor, segment or creditor: who leads to the procedure; null where none was chosen
     * @param segment that leads to it; null unless one does
     * @param conflict why none could be chosen; null where one was
     * @param limits what the law and the company allow
     */
    record Standing(String procedure, String chosenBy, String segment, Reason conflict, Restrictions limits) {}

    /**
     * @param open decimal string with currency
     * @param policyHash of the policy that decides today
     * @param sent letters so far, oldest first, also those that did not leave
     * @param procedure the one the debtor is under; null = none could be chosen
     * @param decision notice, rest, wait, refer or settled
     * @param nextOn the day something changes by itself; null when only a new fact changes it
     * @param expected what comes next if nothing changes
     */
    record Explanation(
            String number,
            int instalment,
            long debtor,
            String open,
            LocalDate dueOn,
            long daysPastDue,
            String procedure,
            String policyHash,
            List<Letter> sent,
            LocalDate today,
            String decision,
            Reason reason,
            LocalDate nextOn,
            List<Outlook.Event> expected) {

        /** The same for a person to read. */
        public List<String> lines() {
            List<String> lines = new java.util.ArrayList<>();
            String part = instalment == 0 ? "" : " (instalment " + instalment + ")";
            lines.add("Invoice " + number + part + ": " + open + " open, due " + dueOn + ", "
                    + (daysPastDue < 0 ? -daysPastDue + " days to go" : daysPastDue + " days past due"));
            lines.add("Procedure " + (procedure == null ? "none" : procedure) + " (policy "
                    + policyHash.substring(0, 12) + ")");
            sent.forEach(letter -> lines.add("  " + letter.line()));
            lines.add(today + ": " + decision + " - " + reason);
            expected.forEach(event -> lines.add("  next, if unpaid: " + event.on() + " " + event.what()));
            if (expected.isEmpty()) {
                lines.add(nextOn == null ? "  nothing more without a new fact" : "  looked at again on " + nextOn);
            }
            return lines;
        }
    }

    /**
     * @param occurrence of its level; 0 = a person wrote it, about no item in particular
     * @param dropped why the item was not in it after all; null = it was
     */
    record Letter(
            String level,
            int occurrence,
            LocalDate planned,
            LocalDate sentOn,
            String state,
            int items,
            String dropped,
            String failure) {

        String line() {
            String when = sentOn == null ? "planned " + planned : "sent " + sentOn;
            String said = dropped != null ? dropped : failure;
            String why = said == null ? "" : ": " + Reason.read(said);
            if (occurrence == 0) {
                return level + " " + when + ", " + state + why;
            }
            return level + (occurrence > 1 ? " no. " + occurrence : "") + " " + when + ", " + state + ", with " + items
                    + (items == 1 ? " item" : " items") + why;
        }
    }
}
