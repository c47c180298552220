package io.recoup.dunning.desk;

import io.recoup.dunning.Policies;
import io.recoup.dunning.PolicyStatus;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says so when a policy or template has a fault, though the last good version goes on working. */
@Component
class PoliciesHealth implements HealthIndicator {

    private final Policies policies;

    PoliciesHealth(Policies policies) {
        this.policies = policies;
    }

    @Override
    public Health health() {
        List<PolicyStatus> statuses = policies.status();
        if (statuses.isEmpty()) {
            return Health.down()
                    .withDetail("policy", "there is none, so nobody is reminded")
                    .build();
        }
        Health.Builder health = Health.up();
        for (PolicyStatus status : statuses) {
            if (status.isBroken()) {
                health.down()
                        .withDetail(status.file().toString(), status.problems().toString());
            } else {
                health.withDetail(status.file().toString(), status.activeHash());
            }
        }
        return health.build();
    }
}
