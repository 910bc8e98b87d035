package org.greenplan.sql;

import java.sql.SQLException;

/** The database does not do what it should: a fault of the machine or the program, not of the person at the map. */
public final class StoreFailure extends RuntimeException {
    public StoreFailure(String what, Throwable cause) {
        super(what, cause);
    }

    /** Whether a row was held by another program for longer than one waits. */
    public boolean isHeldElsewhere() {
        return hasState("55P03");
    }

    /** Whether another program came in between (a deadlock, a row changed since it was read): the same again may well succeed. */
    public boolean isCrossing() {
        return hasState("40001") || hasState("40P01");
    }

    private boolean hasState(String state) {
        for (Throwable cause = this; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && state.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
