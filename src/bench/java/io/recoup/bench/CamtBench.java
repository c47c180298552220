package io.recoup.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import io.recoup.banking.BankStatement;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.RejectedEntry;
import io.recoup.banking.StatementFiles;
import io.recoup.banking.StatementSink;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;

/**
 * How much more than a bare scan of its XML it costs to read a camt.053 file, and how much memory a large one needs.
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=CamtBench}; about 2.5 GB go to {@code target/bench} and are
 * deleted again. Arguments: {@code ratio}, {@code memory} or none for both.
 */
public final class CamtBench {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final long SEED = 20_260_309L;
    private static final long MB = 1_000_000L;
    private static final int PAIRS = 7;

    private CamtBench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("read")) {
            readAlone(Path.of(arguments[1]));
            return;
        }
        String what = arguments.length == 0 ? "all" : arguments[0];
        if (!what.equals("memory")) {
            ratio();
        }
        if (!what.equals("ratio")) {
            memory();
        }
    }

    private static void ratio() throws Exception {
        Path file = FOLDER.resolve("200mb.xml");
        long transactions = CamtFiles.write(file, SEED, 200 * MB, 5_000);
        try {
            scan(file);
            count(file);
            double[] ratios = new double[PAIRS];
            System.out.printf(Locale.ROOT, "%,d bytes, %,d transactions%n", Files.size(file), transactions);
            System.out.println("pair | bare scan CPU ms | recoup CPU ms | ratio");
            for (int pair = 0; pair < PAIRS; pair++) {
                long began = cpu();
                scan(file);
                long scanned = cpu();
                Counts counts = count(file);
                long read = cpu();
                if (counts.transactions != transactions || counts.rejected > 0) {
                    throw new IllegalStateException("read " + counts.transactions + " of " + transactions);
                }
                ratios[pair] = (double) (read - scanned) / (scanned - began);
                System.out.printf(
                        Locale.ROOT,
                        "%d | %d | %d | %.3f%n",
                        pair + 1,
                        (scanned - began) / 1_000_000,
                        (read - scanned) / 1_000_000,
                        ratios[pair]);
            }
            Arrays.sort(ratios);
            System.out.printf(
                    Locale.ROOT, "median ratio %.3f (%.3f-%.3f)%n", ratios[PAIRS / 2], ratios[0], ratios[PAIRS - 1]);
        } finally {
            Files.delete(file);
        }
    }

    private static void memory() throws Exception {
        System.out.println("-Xmx64m, whole process | bytes | transactions | seconds | peak RSS kB (VmHWM)");
        for (long size : new long[] {200 * MB, 2_000 * MB}) {
            Path file = FOLDER.resolve("memory.xml");
            CamtFiles.write(file, SEED, size, 5_000);
            try {
                System.out.print(alone(file));
            } finally {
                Files.delete(file);
            }
        }
    }

    private static String alone(Path file) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CamtBench.class.getName(),
                "read",
                file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("failed with " + process.exitValue() + " on " + file);
        }
        return said;
    }

    private static void readAlone(Path file) throws IOException {
        long began = System.nanoTime();
        Counts counts = count(file);
        String peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("VmHWM: unknown");
        System.out.printf(
                Locale.ROOT,
                " | %,d | %,d | %.1f | %s%n",
                Files.size(file),
                counts.transactions,
                (System.nanoTime() - began) / 1e9,
                peak.replaceAll("\\D+", ""));
    }

    /** Every event, nothing read: what any reader over this parser pays at least. */
    private static int scan(Path file) throws Exception {
        WstxInputFactory xml = new WstxInputFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        int events = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            XMLStreamReader reader = xml.createXMLStreamReader(in);
            while (reader.hasNext()) {
                reader.next();
                events++;
            }
            reader.close();
        }
        return events;
    }

    private static Counts count(Path file) throws IOException {
        Counts counts = new Counts();
        StatementFiles.read(file, counts);
        return counts;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Looks at each transaction enough that none can be optimised away. */
    private static final class Counts implements StatementSink {
        private long transactions;
        private long rejected;
        private long sum;

        @Override
        public void transaction(BankTransaction transaction) {
            transactions++;
            sum += transaction.amount().minor();
        }

        @Override
        public void statement(BankStatement statement) {
            sum += statement.entries();
        }

        @Override
        public void rejected(RejectedEntry entry) {
            rejected++;
        }
    }
}
