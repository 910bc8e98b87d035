package org.greenplan.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.compare.Prepared;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.Scratch;
import org.greenplan.format.SourceFile;
import org.greenplan.plan.Applied;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.recognise.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One import that somebody has begun at the page: its files, what was found, and the work that is going on. */
final class OpenIntake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIntake.class);
    private static final long MAX_BYTES = 2L << 30;
    private static final int MAX_FILES = 200;

    /** What is known at this moment. */
    record State(
            String work,
            Intake.@Nullable Found found,
            @Nullable Preview prepared,
            @Nullable Applied applied,
            @Nullable RuntimeException failure) {}

    private final Intake intake;
    private final String page;
    private final Runnable atEnd;
    private final Path folder;
    private final List<SourceFile> files = new ArrayList<>();
    private volatile int read;
    private volatile boolean closed;
    private @Nullable Path unpacked;
    private volatile Progress progress = new Progress();
    private volatile State state = new State("idle", null, null, null, null);
    private volatile Instant touched = Instant.now();

    /**
     * An import with no files yet.
     *
     * @param page id of the page it belongs to, empty where the page gave none
     * @param atEnd what goes with it
     */
    OpenIntake(Intake intake, String page, Runnable atEnd) {
        this.intake = intake;
        this.page = page;
        this.atEnd = atEnd;
        try {
            this.folder = Scratch.newFolder("intake");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String page() {
        return page;
    }

    Intake intake() {
        return intake;
    }

    State state() {
        touched = Instant.now();
        return state;
    }

    Progress.Step step() {
        return progress.step();
    }

    Instant touched() {
        return touched;
    }

    boolean isWorking() {
        return state.work().equals("working");
    }

    /** Takes a file as it arrives; its name is kept for people and never opened. */
    synchronized void add(String name, InputStream bytes) throws IOException {
        requireIdle();
        long already = files.stream().mapToLong(SourceFile::bytes).sum();
        if (files.size() >= MAX_FILES) {
            throw tooLarge();
        }
        Path to = Files.createTempFile(folder, "file", ".bin");
        try {
            files.add(new SourceFile(name, to, received(to, bytes, already)));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(to);
            throw e;
        }
        // What was found in the files before still lies there, should nobody have the new one read.
        state = new State("idle", state.found(), state.prepared(), null, null);
    }

    private static long received(Path to, InputStream bytes, long already) throws IOException {
        long written = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                written += n;
                if (already + written > MAX_BYTES) {
                    throw tooLarge();
                }
                out.write(buffer, 0, n);
            }
        }
        return written;
    }

    /** Reads all files; where that fails, those that were never read before are none of this import, so that others can take their place. */
    void survey(ReadOptions options) {
        work(() -> {
            Path into = newFolder();
            try {
                Intake.Found found = intake.survey(List.copyOf(files), options, into, progress);
                read = files.size();
                keepOnly(into);
                return new State("idle", found, null, null, null);
            } catch (RuntimeException | Error e) {
                Scratch.delete(into);
                dropUnread();
                throw e;
            }
        });
    }

    private Path newFolder() {
        try {
            return Files.createTempDirectory(folder, "unpacked");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was unpacked for an earlier reading is of no use any more. */
    private synchronized void keepOnly(Path into) {
        Path old = unpacked;
        unpacked = into;
        if (old != null) {
            Scratch.delete(old);
        }
    }

    private synchronized void dropUnread() {
        List<SourceFile> unread = files.subList(read, files.size());
        for (SourceFile file : unread) {
            try {
                Files.deleteIfExists(file.path());
            } catch (IOException e) {
                LOG.warn("cannot delete {}", file.path(), e);
            }
        }
        unread.clear();
    }

    void prepare(List<LayerChoice> choices) {
        Intake.Found found = found();
        work(() -> new State("idle", found, intake.prepare(found, choices, progress), null, null));
    }

    void apply(String author, String comment, List<LayerChoice> choices) {
        Intake.Found found = found();
        work(() -> {
            List<Prepared> prepared = intake.prepare(found, choices, progress).layers();
            return new State("idle", found, null, intake.apply(author, comment, prepared, progress), null);
        });
    }

    void cancel() {
        progress.cancel();
    }

    /** Ends the work and throws the files away, also those that the work is still writing. */
    @Override
    public void close() {
        closed = true;
        cancel();
        // Work that is still going on ends at its next step, and clears what it has put down by then.
        if (!isWorking()) {
            clear();
        }
    }

    private interface Work {
        State done();
    }

    private synchronized void work(Work work) {
        requireIdle();
        if (closed) {
            throw new Problem.Missing(Words.of("该导入已结束，请重新开始。", "This import has ended. Begin again."));
        }
        State before = state;
        progress = new Progress();
        state = new State("working", before.found(), before.prepared(), null, null);
        var thread = new Thread(() -> run(work, before), "greenplan-intake");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (Error e) {
            // There is no room for another thread: nothing has begun, and nobody must wait for it.
            state = before;
            throw e;
        }
    }

    /** Whatever ends the work, this import does not seem to go on with it; that comes before the log, for which there may be no room. */
    private void run(Work work, State before) {
        try {
            state = progress.wanted().during(work::done);
        } catch (Problem e) {
            failed(before, e);
        } catch (OutOfMemoryError e) {
            // What the work held is free again by now, and its transaction taken back: only this import has failed.
            failed(before, Problem.TooLarge.forTheMemory());
            LOG.error("import needs more memory", e);
        } catch (RuntimeException | Error e) {
            failed(before, e instanceof RuntimeException fault ? fault : new IllegalStateException(e));
            LOG.error("import failed", e);
        } finally {
            if (closed) {
                clear();
            }
        }
    }

    private void clear() {
        Scratch.delete(folder);
        atEnd.run();
    }

    private void failed(State before, RuntimeException why) {
        state = new State("idle", before.found(), before.prepared(), null, why);
    }

    private Intake.Found found() {
        Intake.Found found = state.found();
        if (found == null) {
            throw new Problem.Invalid(Words.of("请先读取文件。", "Have the files read first."), null);
        }
        return found;
    }

    private void requireIdle() {
        if (isWorking()) {
            throw new Problem.Conflict(
                    Words.of("上一步还在进行，请稍候或取消。", "The last step is still going on. Wait or call it off."),
                    null,
                    java.util.Map.of());
        }
    }

    private static Problem.TooLarge tooLarge() {
        return new Problem.TooLarge(Words.of(
                "一次最多导入 200 个文件、共 2 GB，请分批导入。", "An import takes 200 files and 2 GB at most. Import in parts."));
    }
}
