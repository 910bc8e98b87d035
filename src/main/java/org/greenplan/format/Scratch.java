package org.greenplan.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the program puts what it needs for a moment: one folder of each process, named by its number and its start, so that the next one
 * knows which folders nobody will ever clear.
 */
public final class Scratch {
    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);
    private static final Pattern NAME = Pattern.compile("greenplan-(\\d{1,18})-(\\d{1,18})");

    private Scratch() {}

    /** A new empty file, for this process alone. */
    public static Path newFile(String prefix, String suffix) throws IOException {
        return Files.createTempFile(mine(), prefix, suffix);
    }

    /** A new empty folder, for this process alone. */
    public static Path newFolder(String prefix) throws IOException {
        return Files.createTempDirectory(mine(), prefix);
    }

    /** Throws away a file, or a folder with all in it; what cannot be deleted is logged and stays. */
    public static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(path)) {
            for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("cannot clear {}", path, e);
        }
    }

    /** Throws away what processes have left that are no more. */
    public static void sweep() {
        sweep(root());
    }

    static void sweep(Path root) {
        try (Stream<Path> all = Files.list(root)) {
            List<Path> left = all.filter(Scratch::isLeft).toList();
            left.forEach(Scratch::delete);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("cannot sweep {}", root, e);
        }
    }

    /** Throws away what this process has put down, when it ends. */
    public static void clear() {
        delete(root().resolve(name(ProcessHandle.current())));
    }

    private static boolean isLeft(Path folder) {
        Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
        if (!name.matches()) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(name.group(1)));
        return process.isEmpty()
                || !name(process.get()).equals(String.valueOf(folder.getFileName()))
                || !process.get().isAlive();
    }

    private static Path mine() throws IOException {
        return Files.createDirectories(root().resolve(name(ProcessHandle.current())));
    }

    private static String name(ProcessHandle process) {
        long startMs = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return "greenplan-" + process.pid() + "-" + startMs;
    }

    private static Path root() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
