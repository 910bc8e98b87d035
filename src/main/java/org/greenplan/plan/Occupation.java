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
            "writing", Words.of("正在写入", "writing"),
            "counting", Words.of("正在计量", "counting"),
            "recording", Words.of("正在记录", "recording"));

    private final AtomicReference<@Nullable Work> now = new AtomicReference<>();

    private record Work(String author, String phase, long count, Thread thread) {}

    /** The same write, whose milestones are known to those who wait. */
    WriteDoor.Entry watched(WriteDoor.Entry entry) {
        return new WriteDoor.Entry(entry.heading(), (phase, count) -> {
            now.set(new Work(entry.heading().author(), phase, count, Thread.currentThread()));
            entry.milestones().reached(phase, count);
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
                        "“" + work.author() + "”" + phase.zh() + " " + work.count() + " 处修改,请稍候再保存;没有任何改动。",
                        "\"" + work.author() + "\" is " + phase.en() + " " + work.count()
                                + " changes. Save again in a moment; nothing was changed."),
                RETRY_AFTER_S,
                Map.of("busy", Map.of("author", work.author(), "phase", work.phase(), "count", work.count())));
    }
}
