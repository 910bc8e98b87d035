package org.greenplan.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/** Prints how long steps took and how much heap they had in use at most. */
final class Stopwatch {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Stopwatch() {}

    /** Runs a step once. */
    static <T> T time(String name, Supplier<T> step) {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        T result = step.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak = heapPools().mapToLong(p -> p.getPeakUsage().getUsed()).sum();
        System.out.printf(Locale.ROOT, "  %-44s %10.3f s %8d MB heap at most%n", name, seconds, peak >> 20);
        return result;
    }

    /** Runs a step often, after a warm-up, and prints percentiles; seconds of the processor each. */
    static double often(String name, int times, Runnable step) {
        for (int i = 0; i < times / 5; i++) {
            step.run();
        }
        double[] ms = new double[times];
        long cpu = PROCESS.getProcessCpuTime();
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            step.run();
            ms[i] = (System.nanoTime() - start) / 1e6;
        }
        double cpuMs = (PROCESS.getProcessCpuTime() - cpu) / 1e6 / times;
        Arrays.sort(ms);
        System.out.printf(
                Locale.ROOT,
                "  %-44s %7.1f ms median %7.1f ms p90 %7.1f ms p99 %7.1f ms worst, %.1f ms cpu each%n",
                name,
                ms[times / 2],
                ms[times * 9 / 10],
                ms[times * 99 / 100],
                ms[times - 1],
                cpuMs);
        return cpuMs / 1000;
    }

    private static java.util.stream.Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP);
    }
}
