package org.greenplan.format;

import java.io.IOException;

/** The features of a layer, read from the plan while they are written. */
public interface TargetRows {
    /** Takes one feature. */
    interface Sink {
        void row(TargetRow row) throws IOException;
    }

    /** Gives every feature of the layer in the order of their numbers and tells how many there were. */
    long each(TargetLayer layer, Sink to) throws IOException;
}
