package org.greenplan.works;

import java.time.Instant;
import java.util.function.Supplier;
import org.greenplan.problem.Problem;
import org.greenplan.sql.Wanted;
import org.greenplan.waters.PlannedWater;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A search that somebody has begun at the page: how far it is, and what it has found. */
final class OpenSearch {
    private static final Logger LOG = LoggerFactory.getLogger(OpenSearch.class);

    /**
     * What is known at this moment.
     *
     * @param working whether it goes on
     * @param phase see {@link WorksSearch.Heard}; {@code waiting} before it begins
     * @param done choices that were replayed
     * @param answer what was found; without its trade-off while the search works on it
     */
    record State(
            boolean working,
            String phase,
            int done,
            @Nullable WorksAnswer answer,
            @Nullable RuntimeException failure) {}

    private final String page;
    private final Wanted wanted = new Wanted();
    private volatile State state = new State(true, "waiting", 0, null, null);
    private volatile Instant touched = Instant.now();

    /** @param page id of the page it belongs to, empty where the page gave none */
    OpenSearch(String page) {
        this.page = page;
    }

    String page() {
        return page;
    }

    State state() {
        touched = Instant.now();
        return state;
    }

    boolean isWorking() {
        return state.working();
    }

    boolean isForgotten(Instant limit) {
        return !state.working() && touched.isBefore(limit);
    }

    /** Searches on a thread of its own. */
    void begin(Supplier<PlannedWater> plan, WorksQuestion question) {
        var thread = new Thread(() -> run(plan, question), "greenplan-works");
        thread.setDaemon(true);
        thread.start();
    }

    void cancel() {
        wanted.callOff();
    }

    private void run(Supplier<PlannedWater> plan, WorksQuestion question) {
        try {
            WorksAnswer answer = wanted.during(() -> WorksSearch.of(plan.get(), question, new Hearing()));
            state = new State(false, "idle", state.done(), answer, null);
        } catch (Problem e) {
            state = new State(false, "idle", state.done(), state.answer(), e);
        } catch (RuntimeException | Error e) {
            state = new State(
                    false,
                    "idle",
                    state.done(),
                    state.answer(),
                    e instanceof RuntimeException fault ? fault : new IllegalStateException(e));
            LOG.error("search for works failed", e);
        }
    }

    /** Each thing that is told is one thread's: that of the search. */
    private final class Hearing implements WorksSearch.Heard {
        @Override
        public void at(String phase, int done) {
            wanted.require();
            state = new State(true, phase, done, state.answer(), null);
        }

        @Override
        public void found(WorksAnswer first) {
            state = new State(true, state.phase(), state.done(), first, null);
        }
    }
}
