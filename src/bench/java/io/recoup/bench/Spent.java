package io.recoup.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * What one piece of work took, in seconds.
 *
 * @param wall by the clock; says little on a machine that others use
 * @param thread CPU time of the thread that did it
 * @param backend CPU time of the database backend it spoke to, in steps of 10 ms
 */
record Spent(double wall, double thread, double backend) {

    private static final double TICKS_PER_SECOND = 100;

    static Spent on(long backendPid, Callable<?> work) throws Exception {
        double backendBegan = backendSeconds(backendPid);
        Spent here = here(work);
        return new Spent(here.wall, here.thread, backendSeconds(backendPid) - backendBegan);
    }

    /** As {@link #on}, without a database. */
    static Spent here(Callable<?> work) throws Exception {
        long threadBegan = threadNanos();
        long began = System.nanoTime();
        work.call();
        return new Spent((System.nanoTime() - began) / 1e9, (threadNanos() - threadBegan) / 1e9, 0);
    }

    double cpu() {
        return thread + backend;
    }

    static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** User and system time of a process: fields 14 and 15 of proc(5), counted behind the name in brackets. */
    private static double backendSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }
}
