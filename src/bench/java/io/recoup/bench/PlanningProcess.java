package io.recoup.bench;

import com.sun.management.OperatingSystemMXBean;
import io.recoup.calendar.BusinessDay;
import io.recoup.dunning.Dunning;
import io.recoup.dunning.Dunning.RunReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The dunning room with its real beans in a small process of its own: plans each date it is told of the books it is told. */
final class PlanningProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;

    @EnableTransactionManagement
    static class Transactions {}

    /**
     * @param cpu of the whole process: with the compiler and the collector
     * @param heap megabytes: the most that each part of the heap held, added up
     */
    record Planned(double wall, double thread, double cpu, int heap, int debtors, int items, int letters) {

        static Planned read(String line) {
            String[] fields = line.split(" ");
            return new Planned(
                    Double.parseDouble(fields[0]),
                    Double.parseDouble(fields[1]),
                    Double.parseDouble(fields[2]),
                    Integer.parseInt(fields[3]),
                    Integer.parseInt(fields[4]),
                    Integer.parseInt(fields[5]),
                    Integer.parseInt(fields[6]));
        }

        @Override
        public String toString() {
            return String.join(
                    " ",
                    List.of(
                            Double.toString(wall),
                            Double.toString(thread),
                            Double.toString(cpu),
                            Integer.toString(heap),
                            Integer.toString(debtors),
                            Integer.toString(items),
                            Integer.toString(letters)));
        }
    }

    PlanningProcess(Path policies) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlanningProcess.class.getName(),
                        policies.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** @param port of the server on this machine whose books are planned from now on */
    void open(int port) throws IOException {
        ask("open " + port, "opened");
    }

    Planned plan(LocalDate day) throws IOException {
        return Planned.read(ask("plan " + day, "planned "));
    }

    private String ask(String question, String answer) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(question + "\n").flush();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(answer)) {
                return line.substring(answer.length());
            }
        }
        throw new IllegalStateException("the planning process ended");
    }

    @Override
    public void close() {
        process.destroy();
    }

    public static void main(String[] arguments) throws Exception {
        AtomicReference<LocalDate> today = new AtomicReference<>();
        AnnotationConfigApplicationContext context = null;
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] asked = line.split(" ");
                if (asked[0].equals("open")) {
                    if (context != null) {
                        context.close();
                    }
                    context = context(Integer.parseInt(asked[1]), arguments[0], today);
                    System.out.println("opened");
                } else {
                    today.set(LocalDate.parse(asked[1]));
                    System.out.println("planned " + measured(context.getBean(Dunning.class), today.get()));
                }
            }
        }
    }

    private static AnnotationConfigApplicationContext context(
            int port, String policies, AtomicReference<LocalDate> today) throws SQLException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setServerNames(new String[] {"127.0.0.1"});
        server.setPortNumbers(new int[] {port});
        server.setDatabaseName("postgres");
        server.setUser("recoup");
        server.setPassword("bench");
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        var dataSource = new SingleConnectionDataSource(server.getConnection(), true); // as a pool keeps it
        Map<String, Object> settings = new HashMap<>();
        settings.put("recoup.mail.host", "127.0.0.1");
        settings.put("recoup.mail.templates", "routes/templates");
        settings.put("recoup.dunning.policies", policies);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench", settings));
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        context.getBeanFactory().registerSingleton("dataSource", dataSource);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean("transactionManager", JdbcTransactionManager.class, () -> transactions);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(BusinessDay.class, () -> zone -> today.get());
        context.registerBean("camel", DefaultCamelContext.class, () -> new DefaultCamelContext(false));
        context.registerBean(ProducerTemplate.class, () -> context.getBean(DefaultCamelContext.class)
                .createProducerTemplate());
        context.register(Transactions.class);
        context.scan(
                "io.recoup.dunning",
                "io.recoup.mail",
                "io.recoup.followup",
                "io.recoup.receivables.store",
                "io.recoup.outbox.store");
        context.refresh();
        return context;
    }

    private static Planned measured(Dunning dunning, LocalDate day) throws Exception {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .toList();
        pools.forEach(pool -> pool.resetPeakUsage());
        long cpu = machine.getProcessCpuTime();
        AtomicReference<RunReport> report = new AtomicReference<>();
        Spent spent = Spent.here(() -> {
            report.set(dunning.plan(day));
            return null;
        });
        long heap =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
        return new Planned(
                spent.wall(),
                spent.thread(),
                (machine.getProcessCpuTime() - cpu) / 1e9,
                (int) heap,
                report.get().debtors(),
                report.get().items(),
                report.get().notices());
    }

    static Path policies(Path folder) throws IOException {
        Path policies = Files.createDirectories(folder.resolve("policies"));
        Files.writeString(policies.resolve("mill.yaml"), PlanningBooks.POLICY);
        return policies;
    }
}
