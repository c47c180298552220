package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.testing.AppTest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class TimersTest extends AppTest {

    @Autowired
    private CamelContext camel;

    @Autowired
    private DeadTimers deadTimers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_timer_ticks_from_the_database_and_goes_with_its_route() throws Exception {
        CountDownLatch ticked = new CountDownLatch(2);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("quartz:test/tick?trigger.repeatInterval=100&trigger.repeatCount=-1")
                        .routeId("tick")
                        .process(tick -> ticked.countDown());
            }
        });
        assertThat(ticked.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(camel.getComponent("quartz", QuartzComponent.class)
                        .getScheduler()
                        .getMetaData()
                        .isJobStoreClustered())
                .isTrue();
        assertThat(timersNamed("tick")).isEqualTo(1);

        camel.getRouteController().stopRoute("tick");
        camel.removeRoute("tick");
        assertThat(timersNamed("tick")).isZero();
    }

    @Test
    void a_timer_whose_route_is_gone_is_deleted_after_the_start() throws Exception {
        Scheduler scheduler =
                camel.getComponent("quartz", QuartzComponent.class).getScheduler();
        scheduler.scheduleJob(
                JobBuilder.newJob(Silent.class)
                        .withIdentity(JobKey.jobKey("forgotten", "test"))
                        .build(),
                TriggerBuilder.newTrigger()
                        .withIdentity("forgotten", "test")
                        .withSchedule(SimpleScheduleBuilder.repeatHourlyForever())
                        .build());
        assertThat(timersNamed("forgotten")).isEqualTo(1);
        deadTimers.sweep();
        assertThat(timersNamed("forgotten")).isZero();
    }

    private int timersNamed(String name) {
        return jdbc.sql("SELECT count(*) FROM qrtz_triggers WHERE trigger_name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    /** A job that does nothing. */
    public static final class Silent implements Job {

        @Override
        public void execute(JobExecutionContext tick) {}
    }
}
