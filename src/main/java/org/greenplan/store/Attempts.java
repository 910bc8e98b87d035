package org.greenplan.store;

import java.sql.SQLException;
import java.time.Duration;
import org.greenplan.sql.StoreFailure;
import org.jspecify.annotations.Nullable;

/** Work of one transaction that another program may cross: it is done anew then, all of it, for what it saw may have changed. */
final class Attempts {
    /** So often is a write done that others keep crossing. */
    private static final int MANY = 10;

    private Attempts() {}

    /** Work on a connection of its own. */
    interface Work<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    /** Does the work once; trouble of the store is said in words. */
    static <T extends @Nullable Object> T once(Work<T> work, String plan) {
        return of(work, 1, Duration.ZERO, plan);
    }

    /** Does the work many times at most, and not again after the time that people wait; trouble of the store is said in words. */
    static <T extends @Nullable Object> T many(Work<T> work, Duration patience, String plan) {
        return of(work, MANY, patience, plan);
    }

    private static <T extends @Nullable Object> T of(Work<T> work, int most, Duration patience, String plan) {
        long since = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            StoreFailure failure;
            try {
                return work.run();
            } catch (SQLException e) {
                failure = new StoreFailure(plan, e);
            } catch (StoreFailure e) {
                failure = e;
            }
            boolean late = System.nanoTime() - since > patience.toNanos();
            if (attempt == most || late || !failure.isCrossing()) {
                throw OpeningTrouble.running(failure, plan);
            }
        }
    }
}
