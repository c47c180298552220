package io.recoup.app;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.LifecycleStrategySupport;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Timers outlive their routes in the database and would go on ticking with their old schedule: those without a route
 * are deleted when recoup has started, and a route that is taken away while it runs takes its timer along.
 */
@Component
@Profile("!" + CommandContext.PROFILE)
class DeadTimers implements CamelContextConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DeadTimers.class);

    private final CamelContext camel;

    DeadTimers(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onRoutesRemove(Collection<Route> routes) {
                // at shutdown routes go as well, but other replicas still need the timers
                if (context.getStatus().isStarted()) {
                    routes.forEach(DeadTimers.this::deleteTimerOf);
                }
            }
        });
    }

    @Override
    public void afterApplicationStart(CamelContext context) {}

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void whenReady(ApplicationReadyEvent ready) throws SchedulerException {
        sweep();
    }

    void sweep() throws SchedulerException {
        if (!camel.getStatus().isStarted()) {
            return;
        }
        Scheduler scheduler = scheduler();
        Set<TriggerKey> alive = new HashSet<>();
        for (Route route : camel.getRoutes()) {
            if (route.getEndpoint() instanceof QuartzEndpoint timer) {
                alive.add(timer.getTriggerKey());
            }
        }
        for (TriggerKey trigger : scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
            if (!alive.contains(trigger)) {
                JobKey job = scheduler.getTrigger(trigger).getJobKey();
                scheduler.deleteJob(job);
                log.info("deleted timer {}: it has no route any more", job);
            }
        }
    }

    /** Asking Camel for the component starts it, which hands out its scheduler. */
    private Scheduler scheduler() {
        return camel.getComponent("quartz", QuartzComponent.class).getScheduler();
    }

    private void deleteTimerOf(Route route) {
        if (!(route.getEndpoint() instanceof QuartzEndpoint timer)) {
            return;
        }
        try {
            scheduler().unscheduleJob(timer.getTriggerKey());
            log.info("deleted timer {} with route {}", timer.getTriggerKey(), route.getRouteId());
        } catch (SchedulerException failure) {
            log.error(
                    "timer {} of route {} stays in the database until the next start",
                    timer.getTriggerKey(),
                    route.getRouteId(),
                    failure);
        }
    }
}
