package org.greenplan.http;

import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.greenplan.page.PlanKey;
import org.greenplan.plan.PlanDesk;

/**
 * The one plan that is open, which another can take the place of. A request reads once which it is, and goes on with that one to its end: so
 * what is being written when another is opened is written where it was meant. A plan that was replaced is closed when its last request has
 * ended, and what was being imported into it is written.
 */
final class OpenPlan implements AutoCloseable {
    private static final long LONGEST_FAREWELL_MS = 10_000;

    private final PlanDesk given;
    private final Function<PlanDesk, PlanAnswers> answering;
    private final List<Thread> closing = new ArrayList<>();
    private volatile Lent current;

    /**
     * The plan that is open first; whoever gave it closes it, unless it is replaced.
     *
     * @param answering gives what answers for a plan
     */
    OpenPlan(PlanDesk given, Function<PlanDesk, PlanAnswers> answering) {
        this.given = given;
        this.answering = answering;
        this.current = new Lent(answering.apply(given));
    }

    /** Has a request answered by whatever the open plan has for it; one that a page means for another plan is refused. */
    Handler by(Function<PlanAnswers, Handler> which) {
        return byWhichever(plan -> ctx -> {
            plan.key().requireMeant(ctx.header(PlanKey.HEADER));
            which.apply(plan).handle(ctx);
        });
    }

    /** The same for what looks itself whether it is meant for another plan. */
    Handler byWhichever(Function<PlanAnswers, Handler> which) {
        return ctx -> {
            Lent lent = lend();
            try {
                which.apply(lent.answers).handle(ctx);
            } finally {
                giveBack(lent);
            }
        };
    }

    /** Whether a plan is the open one at this moment. */
    boolean isOpen(PlanDesk desk) {
        return current.answers.desk() == desk;
    }

    /** Puts a plan in the place of the open one; all pages are told. */
    synchronized void open(PlanDesk next) {
        PlanAnswers answers = answering.apply(next);
        Lent before = current;
        current = new Lent(answers);
        before.answers.events().replacedBy(answers.key());
        giveBack(before);
    }

    /** How many pages listen. */
    int pages() {
        return current.answers.events().count();
    }

    /** Nobody is listened to any more. */
    void end() {
        current.answers.events().close();
        current.answers.intakes().close();
        current.answers.works().close();
    }

    /** Closes what was opened here; plans that are being closed are waited for. */
    @Override
    public synchronized void close() {
        if (!isOpen(given)) {
            current.answers.desk().close();
        }
        List<Thread> left;
        synchronized (closing) {
            left = List.copyOf(closing);
        }
        try {
            for (Thread each : left) {
                each.join(LONGEST_FAREWELL_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Lent lend() {
        while (true) {
            Lent lent = current;
            if (lent.take()) {
                return lent;
            }
        }
    }

    private void giveBack(Lent lent) {
        if (!lent.giveBack()) {
            return;
        }
        var thread = new Thread(
                () -> {
                    lent.answers.events().closeWhenTold();
                    lent.answers.works().close();
                    lent.answers.intakes().closeWhenDone();
                    lent.answers.desk().close();
                },
                "greenplan-closing");
        thread.setDaemon(true);
        synchronized (closing) {
            closing.removeIf(each -> !each.isAlive() && each.getState() != Thread.State.NEW);
            closing.add(thread);
        }
        thread.start();
    }

    /** What answers for a plan, with how many are at it: its requests, and this holder while it is the open one. */
    private static final class Lent {
        private final PlanAnswers answers;
        private final AtomicInteger hands = new AtomicInteger(1);

        Lent(PlanAnswers answers) {
            this.answers = answers;
        }

        /** Whether it is still there to be taken. */
        boolean take() {
            return hands.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
        }

        /** Whether the last hand has let go. */
        boolean giveBack() {
            return hands.decrementAndGet() == 0;
        }
    }
}
