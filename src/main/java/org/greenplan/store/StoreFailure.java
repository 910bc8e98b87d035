package org.greenplan.store;

/** The database does not do what it should: a fault of the machine or the program, not of the person at the map. */
public final class StoreFailure extends RuntimeException {
    public StoreFailure(String what, Throwable cause) {
        super(what, cause);
    }
}
