package org.greenplan.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work of one transaction that another program may cross: it is done anew then, all of it, for what it saw may have changed. */
final class Attempts {
    /** So often is a write done that others keep crossing. */
    static final int MANY = 10;

    private Attempts() {}

    /** Work on a connection of its own. */
    interface Work<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    /** Does the work so many times at most; trouble of the store is said in words. */
    static <T extends @Nullable Object> T of(Work<T> work, int most, String plan) {
        for (int attempt = 1; ; attempt++) {
            StoreFailure failure;
            try {
                return work.run();
            } catch (SQLException e) {
                failure = new StoreFailure(plan, e);
            } catch (StoreFailure e) {
                failure = e;
            }
            if (attempt == most || !failure.isCrossing()) {
                throw OpeningTrouble.running(failure, plan);
            }
        }
    }
}
