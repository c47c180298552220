package io.recoup.dunning.desk;

import io.recoup.dunning.Dunning.RunReport;
import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.policy.Action;
import io.recoup.dunning.store.RunStore.Counted;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one run has seen and done, by procedure. */
final class RunCounts {

    private final Map<String, int[]> byProcedure = new TreeMap<>();
    private int letters;

    void count(DebtorPlan plan) {
        int[] counts = of(plan);
        counts[0]++;
        counts[1] += plan.decisions().size();
    }

    void letters(int planned) {
        letters += planned;
    }

    /** @param referrals of each plan */
    void referrals(List<DebtorPlan> plans, List<Integer> referrals) {
        for (int i = 0; i < plans.size(); i++) {
            of(plans.get(i))[2] += referrals.get(i);
        }
    }

    void tasks(int tasks) {
        byProcedure.computeIfAbsent(Action.PROCEDURE, any -> new int[4])[3] += tasks;
    }

    int letters() {
        return letters;
    }

    private int[] of(DebtorPlan plan) {
        return byProcedure.computeIfAbsent(
                plan.procedure() == null ? Action.PROCEDURE : plan.procedure(), any -> new int[4]);
    }

    List<Counted> counted() {
        return byProcedure.entrySet().stream()
                .map(entry -> new Counted(
                        entry.getKey(),
                        entry.getValue()[0],
                        entry.getValue()[1],
                        entry.getValue()[2],
                        entry.getValue()[3]))
                .toList();
    }

    RunReport report(String procedure, LocalDate on) {
        int[] sums = new int[4];
        byProcedure.values().forEach(counts -> {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += counts[i];
            }
        });
        return new RunReport(procedure, on, sums[0], sums[1], letters, sums[2]);
    }

    @Override
    public String toString() {
        RunReport sums = report("", LocalDate.EPOCH);
        return sums.debtors() + " debtors looked at, " + sums.items() + " items, " + letters + " new letters, "
                + sums.referrals() + " referrals";
    }
}
