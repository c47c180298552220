package io.recoup.connectors.files;

import io.recoup.connectors.RouteFileStatus;
import io.recoup.connectors.RouteFileStatus.State;
import io.recoup.intake.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One route file over time: what lies there, what was last looked at, what runs. */
final class LoadedFile {

    private byte[] seen;
    private byte[] examined;

    /** The version that runs; null if none does. */
    private ReadFile running;

    private byte[] runningBytes;
    private RouteFileStatus status;

    /** True if these bytes lay there at the look before, too: nobody is writing just now. */
    boolean isSettled(byte[] bytes) {
        boolean settled = Arrays.equals(seen, bytes);
        seen = bytes;
        return settled;
    }

    boolean isNew(byte[] bytes) {
        return !Arrays.equals(examined, bytes);
    }

    void examined(byte[] bytes) {
        examined = bytes;
    }

    /** To be looked at again although it has not changed: something around it has. */
    void reconsider() {
        examined = null;
    }

    void accepted(ReadFile file, byte[] bytes, Instant at) {
        running = file;
        runningBytes = bytes;
        status = new RouteFileStatus(
                file.name(),
                file.isOff() ? State.OFF : State.OK,
                List.copyOf(file.live()),
                at,
                List.of(),
                file.warnings);
    }

    /** Notes the rejection; false if it was rejected for the same reasons before. */
    boolean rejected(String name, List<Problem> problems, Instant at) {
        if (isRejected()
                && status.problems().equals(problems)
                && status.routes().equals(List.copyOf(routes()))) {
            return false;
        }
        status = new RouteFileStatus(name, State.REJECTED, List.copyOf(routes()), at, problems, List.of());
        return true;
    }

    void nothingRuns() {
        running = null;
        runningBytes = null;
    }

    boolean isRejected() {
        return status != null && status.state() == State.REJECTED;
    }

    ReadFile running() {
        return running;
    }

    byte[] runningBytes() {
        return runningBytes;
    }

    Set<String> routes() {
        return running == null ? Set.of() : running.live();
    }

    RouteFileStatus status() {
        return status;
    }
}
