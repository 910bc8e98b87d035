package org.greenplan.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.greenplan.problem.Problem;

/** Files as somebody would hand them in, made in the test, and what every reader has to stand. */
public final class GivenFiles {
    /** What a test takes is measured in its own time: the machine may be busy with other things. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private GivenFiles() {}

    public static SourceFiles of(String name, byte[] bytes) {
        try {
            Path path = folder().resolve(name);
            Files.write(path, bytes);
            return new SourceFiles(List.of(new SourceFile(name, path, bytes.length)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SourceFiles of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public static SourceFiles of(String name, String text, String charset) {
        return of(name, text.getBytes(Charset.forName(charset)));
    }

    public static SourceFiles of(Path path) {
        try {
            return new SourceFiles(List.of(new SourceFile(path.getFileName().toString(), path, Files.size(path))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<SourceRow> rows(SourceLayer layer) {
        List<SourceRow> rows = new ArrayList<>();
        layer.each(rows::add);
        return rows;
    }

    /** Every row of every layer. */
    public static List<SourceRow> rows(FormatReader reader, SourceFiles files) {
        List<SourceRow> rows = new ArrayList<>();
        reader.open(files, ReadOptions.DETECT).forEach(layer -> layer.each(rows::add));
        return rows;
    }

    /** Flips bytes and cuts the end, many times with a fixed seed: rows or a Problem come out, within a second, and nothing else. */
    public static void fuzz(FormatReader reader, String name, byte[] good, int times) {
        Random random = new Random(20190315);
        for (int i = 0; i < times; i++) {
            byte[] bad = good.clone();
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(3) == 0 ? random.nextInt(bad.length) : bad.length;
            long start = CPU.getCurrentThreadCpuTime();
            try {
                rows(reader, of(name, java.util.Arrays.copyOf(bad, length)));
            } catch (Problem e) {
                // Words for the planner: just what is wanted.
            } catch (RuntimeException e) {
                throw new AssertionError("round " + i + " of the fuzz test of " + name, e);
            }
            long tookMs = (CPU.getCurrentThreadCpuTime() - start) / 1_000_000;
            if (tookMs > 1000 && i > 0) {
                throw new AssertionError("round " + i + " took " + tookMs + " ms");
            }
        }
    }

    /** A new folder that goes when the tests end. */
    public static Path folder() {
        try {
            Path folder = Files.createTempDirectory("greenplan-format");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program of GDAL and gives its output; anything but exit code 0 is a failure that shows the output. */
    public static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + "\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + command[0] + ": install gdal-bin", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // A leftover in the temporary folder harms nobody.
        }
    }
}
