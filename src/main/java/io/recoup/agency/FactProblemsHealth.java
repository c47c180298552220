package io.recoup.agency;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down while a fact is set aside, because a payment may be untold or a referral missing until somebody looks. It does
 * not belong to the liveness or readiness groups: a restart repairs nothing.
 */
@Component("agencyFactsHealthIndicator")
class FactProblemsHealth implements HealthIndicator {

    private static final int SHOWN = 20;

    private final FactProblems problems;

    FactProblemsHealth(FactProblems problems) {
        this.problems = problems;
    }

    @Override
    public Health health() {
        List<FactProblem> open = problems.open();
        if (open.isEmpty()) {
            return Health.up().build();
        }
        // reasons may quote a fact; its id leads to the row that has them
        List<String> shown = open.stream()
                .limit(SHOWN)
                .map(problem -> "fact " + problem.fact() + " (" + problem.type() + ", " + problem.subject()
                        + "), tried " + problem.tries() + " times")
                .toList();
        return Health.down()
                .withDetail("waiting", open.size())
                .withDetail("facts", shown)
                .withDetail("remedy", "see the reasons in agency_fact_problem; each is tried again every hour")
                .build();
    }
}
