package io.recoup.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * What one piece of work took, in seconds.
 *
 * @param wall by the clock; says little on a machine that others use
 * @param thread CPU time of the thread that did it
 * @param backend CPU time of the database backend (or of all of them; of those that ended meanwhile in steps of 10 ms)
 */
public record Spent(double wall, double thread, double backend) {

    private static final double TICKS_PER_SECOND = 100;

    static Spent on(long backendPid, Callable<?> work) throws Exception {
        double backendBegan = backendSeconds(backendPid);
        Spent here = here(work);
        return new Spent(here.wall, here.thread, backendSeconds(backendPid) - backendBegan);
    }

    /** As {@link #on}, with everything a whole database server does meanwhile, whichever backends come and go. */
    public static Spent with(long postmasterPid, Callable<?> work) throws Exception {
        double serverBegan = serverSeconds(postmasterPid);
        Spent here = here(work);
        return new Spent(here.wall, here.thread, serverSeconds(postmasterPid) - serverBegan);
    }

    /** As {@link #on}, without a database. */
    static Spent here(Callable<?> work) throws Exception {
        long threadBegan = threadNanos();
        long began = System.nanoTime();
        work.call();
        return new Spent((System.nanoTime() - began) / 1e9, (threadNanos() - threadBegan) / 1e9, 0);
    }

    public double cpu() {
        return thread + backend;
    }

    public Spent plus(Spent more) {
        return new Spent(wall + more.wall, thread + more.thread, backend + more.backend);
    }

    public Spent less(Spent part) {
        return new Spent(wall - part.wall, thread - part.thread, backend - part.backend);
    }

    static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What a process of one thread has run, in nanoseconds: the first field of its schedstat. */
    private static double backendSeconds(long pid) throws IOException {
        String spent = Files.readString(Path.of("/proc", Long.toString(pid), "schedstat"));
        return Long.parseLong(spent.substring(0, spent.indexOf(' '))) / 1e9;
    }

    /** What the children that have ended used (fields 16 and 17), and what those that live have used. */
    private static double serverSeconds(long postmasterPid) throws IOException {
        double sum = endedSeconds(postmasterPid);
        Path children =
                Path.of("/proc", Long.toString(postmasterPid), "task", Long.toString(postmasterPid), "children");
        for (String child : Files.readString(children).strip().split(" ")) {
            try {
                sum += backendSeconds(Long.parseLong(child));
            } catch (NoSuchFileException ended) {
                // told by the parent from now on
            }
        }
        return sum;
    }

    /** User and system time of the children that ended: fields 16 and 17 of proc(5), counted behind the name in brackets. */
    private static double endedSeconds(long postmasterPid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(postmasterPid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
    }
}
