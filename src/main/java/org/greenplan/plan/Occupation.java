package org.greenplan.plan;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** Who writes at the moment and how far that is, for those who have to wait. */
final class Occupation {
    private static final int RETRY_AFTER_S = 5;
    private static final Map<String, Words> PHASES = Map.of(
            "writing", Words.of("正在写入修改", "writing changes"),
            "counting", Words.of("正在计量地块", "counting plots"),
            "recording", Words.of("正在记录修改", "recording changes"));

    private final AtomicReference<@Nullable Work> now = new AtomicReference<>();

    private record Work(String author, String phase, long done, long total, Thread thread) {}

    /** The same write, whose milestones are known to those who wait. */
    WriteDoor.Entry watched(WriteDoor.Entry entry) {
        // Others help to count, and only the writer itself says that it is over.
        Thread writer = Thread.currentThread();
        return new WriteDoor.Entry(entry.heading(), (phase, done, total) -> {
            now.set(new Work(entry.heading().author(), phase, done, total, writer));
            entry.milestones().reached(phase, done, total);
        });
    }

    /** This thread no longer writes. */
    void over() {
        now.updateAndGet(work -> work == null || work.thread() == Thread.currentThread() ? null : work);
    }

    /** Why the plan could not be written to: where somebody else is at it, who and how far. */
    Problem.Unavailable explained(Problem.Unavailable trouble) {
        Work work = now.get();
        if (work == null || work.thread() == Thread.currentThread()) {
            return trouble;
        }
        Words phase = PHASES.getOrDefault(work.phase(), Words.of("正在处理", "at work"));
        return Problem.Unavailable.of(
                Words.of(
                        "“" + work.author() + "”" + phase.zh() + "，已完成 " + work.done() + "/" + work.total()
                                + "，请稍候再保存；没有任何改动。",
                        "\"" + work.author() + "\" is " + phase.en() + ", " + work.done() + " of " + work.total()
                                + " done. Save again in a moment; nothing was changed."),
                RETRY_AFTER_S,
                Map.of(
                        "busy",
                        Map.of(
                                "author",
                                work.author(),
                                "phase",
                                work.phase(),
                                "done",
                                work.done(),
                                "count",
                                work.total())));
    }
}
