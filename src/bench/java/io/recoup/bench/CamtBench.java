package io.recoup.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import io.recoup.banking.BankStatement;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.RejectedEntry;
import io.recoup.banking.StatementFiles;
import io.recoup.banking.StatementSink;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;

/**
 * How much more than a bare scan of its XML it costs to read a camt.053 file, and how much memory a large one needs.
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=CamtBench}; about 2.5 GB go to {@code target/bench} and are
 * deleted again. {@code -Dexec.args=ratio} or {@code memory}
 * runs one of the two.
 */
public final class CamtBench {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final long SEED = 20_260_309L;
    private static final long MB = 1_000_000L;
    private static final int WARM_UPS = 4;
    private static final int PAIRS = 9;

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
            for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
                scan(file);
                count(file);
            }
            System.out.printf(Locale.ROOT, "%,d bytes, %,d transactions%n", Files.size(file), transactions);
            System.out.println("pair | bare scan CPU ms (wall) | recoup CPU ms (wall) | ratio of CPU");
            List<Pair> pairs = new ArrayList<>();
            for (int number = 1; number <= PAIRS; number++) {
                Spent bare = Spent.here(() -> scan(file));
                Spent recoup = Spent.here(() -> wholly(file, transactions));
                Pair pair = new Pair(bare, recoup);
                pairs.add(pair);
                System.out.printf(Locale.ROOT, "%d | %s | %s | %.3f%n", number, shown(bare), shown(recoup), pair.cpu());
            }
            System.out.println(
                    "median ratio by CPU " + Spread.of(pairs, Pair::cpu) + ", by wall " + Spread.of(pairs, Pair::wall));
        } finally {
            Files.delete(file);
        }
    }

    private record Pair(Spent bare, Spent recoup) {
        double cpu() {
            return recoup.thread() / bare.thread();
        }

        double wall() {
            return recoup.wall() / bare.wall();
        }
    }

    private static String shown(Spent spent) {
        return String.format(Locale.ROOT, "%.0f (%.0f)", spent.thread() * 1_000, spent.wall() * 1_000);
    }

    private static Void wholly(Path file, long transactions) throws IOException {
        Counts counts = count(file);
        if (counts.transactions != transactions || counts.rejected > 0) {
            throw new IllegalStateException("read " + counts.transactions + " of " + transactions);
        }
        return null;
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
                classPath(),
                CamtBench.class.getName(),
                "read",
                file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("failed with " + process.exitValue() + " on " + file);
        }
        return said;
    }

    /** Maven runs this in a class loader of its own, of which the system property knows nothing. */
    private static String classPath() throws URISyntaxException {
        if (!(CamtBench.class.getClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path");
        }
        List<String> parts = new ArrayList<>();
        for (URL part : loader.getURLs()) {
            parts.add(Path.of(part.toURI()).toString());
        }
        return String.join(File.pathSeparator, parts);
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
