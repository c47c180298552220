package io.recoup.connectors;

import io.recoup.intake.DoorReport;
import io.recoup.intake.InDoor;
import io.recoup.outbox.Failure;
import io.recoup.outbox.OutDoor;
import io.recoup.outbox.OutTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Doors whose inside is a list, so that a test sees what went through. */
public final class TestDoors {

    private TestDoors() {}

    /** A door that takes everything but bodies which begin with {@code bad}. */
    public static final class In implements InDoor {

        private final String name;
        public final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();

        public In(String name) {
            this.name = name;
        }

        public record Taken(String source, String name, String text, Map<String, String> options) {}

        @Override
        public String name() {
            return name;
        }

        @Override
        public DoorReport accept(Delivery delivery, Map<String, String> options) {
            try {
                String text = new String(delivery.body().readAllBytes(), StandardCharsets.UTF_8);
                taken.add(new Taken(delivery.source(), delivery.name(), text, options));
                return text.startsWith("bad")
                        ? new DoorReport(7, 0, 0, 0, "line 1: not a CSV")
                        : new DoorReport(7, 2, 1, 1, null);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        public Taken next() throws InterruptedException {
            return taken.poll(10, TimeUnit.SECONDS);
        }
    }

    /** A door that gives each task once and remembers what it is told. */
    public static final class Out implements OutDoor {

        private final String name;
        private final List<OutTask> waiting = new ArrayList<>();
        public final BlockingQueue<Told> told = new LinkedBlockingQueue<>();

        public Out(String name) {
            this.name = name;
        }

        /** @param failure null = succeeded; @param text the answer or the message */
        public record Told(long task, Failure failure, String text) {}

        public synchronized void add(OutTask task) {
            waiting.add(task);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public synchronized List<OutTask> claim(String target, int limit) {
            List<OutTask> claimed = List.copyOf(waiting.subList(0, Math.min(limit, waiting.size())));
            waiting.removeAll(claimed);
            return claimed;
        }

        @Override
        public void succeeded(OutTask task, String replyJson) {
            if (replyJson != null && replyJson.contains("not our contract")) {
                throw new IllegalArgumentException("state is missing");
            }
            told.add(new Told(task.id(), null, replyJson));
        }

        @Override
        public void failed(OutTask task, Failure failure, String message) {
            told.add(new Told(task.id(), failure, message));
        }

        public Told next() throws InterruptedException {
            return told.poll(20, TimeUnit.SECONDS);
        }
    }
}
