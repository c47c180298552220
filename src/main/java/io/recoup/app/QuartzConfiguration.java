package io.recoup.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Quartz in the database, so that of several replicas exactly one ticks. */
@Configuration(proxyBeanMethods = false)
class QuartzConfiguration {

    /** A command must not take part in the ticking: it has no routes. */
    @Bean("quartz-component")
    @Profile(CommandContext.PROFILE)
    QuartzComponent silentQuartz() {
        QuartzComponent quartz = new QuartzComponent();
        quartz.setEnableJmx(false);
        quartz.setAutoStartScheduler(false);
        return quartz;
    }

    /** Camel looks its components up by this bean name before it makes its own. */
    @Bean("quartz-component")
    @DependsOnDatabaseInitialization
    @Profile("!" + CommandContext.PROFILE)
    QuartzComponent quartz(DataSource dataSource, QuartzSettings settings) {
        // Quartz keeps them for the whole process: a second recoup in it, as in tests, must not take the first one's
        String connections = "recoup-" + System.identityHashCode(dataSource);
        DBConnectionManager.getInstance().addConnectionProvider(connections, new Pool(dataSource));
        Map<String, String> properties = new HashMap<>();
        properties.put("org.quartz.scheduler.instanceName", "recoup");
        properties.put("org.quartz.scheduler.instanceId", "AUTO");
        properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.put("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
        properties.put("org.quartz.threadPool.threadCount", Integer.toString(settings.threads()));
        properties.put("org.quartz.jobStore.class", JobStoreTX.class.getName());
        properties.put("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
        properties.put("org.quartz.jobStore.dataSource", connections);
        properties.put("org.quartz.jobStore.isClustered", "true");
        properties.put(
                "org.quartz.jobStore.clusterCheckinInterval",
                Long.toString(settings.checkIn().toMillis()));
        properties.put(
                "org.quartz.jobStore.misfireThreshold",
                Long.toString(settings.misfire().toMillis()));
        QuartzComponent quartz = new QuartzComponent();
        quartz.setEnableJmx(false);
        quartz.setProperties(new HashMap<>(properties));
        return quartz;
    }

    private record Pool(DataSource dataSource) implements ConnectionProvider {

        @Override
        public Connection getConnection() throws SQLException {
            return dataSource.getConnection();
        }

        @Override
        public void initialize() {}

        @Override
        public void shutdown() {}
    }
}
