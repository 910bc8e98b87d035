package org.greenplan.programme;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Where a line of the programme stands, in square metres, metres or pieces.
 *
 * @param planned what the plots of every status make together
 * @param byStatus the same by status code, most advanced first, and what has no status of the catalogue under {@link #UNKNOWN} where there
 *     is any: the parts sum to {@code planned}
 * @param missing what is still missing from the promised value, 0 where it is reached
 * @param fault why it cannot say where it stands, with all figures 0; null where it can
 */
public record TargetState(
        TargetLine line, double planned, Map<String, Double> byStatus, double missing, @Nullable Words fault) {
    /** The part of plots whose status the catalogue does not know, wherever a total is split by status. */
    public static final String UNKNOWN = "unknown";

    public TargetState {
        byStatus = Collections.unmodifiableMap(new LinkedHashMap<>(byStatus));
    }
}
