package org.greenplan.target;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.greenplan.catalogue.TargetLine;

/**
 * Where a line of the programme stands, in square metres, metres or pieces.
 *
 * @param planned what the plots of every status make together
 * @param byStatus the same by status code, most advanced first
 * @param missing what is still missing from the promised value, 0 where it is reached
 */
public record TargetState(TargetLine line, double planned, Map<String, Double> byStatus, double missing) {
    public TargetState {
        byStatus = Collections.unmodifiableMap(new LinkedHashMap<>(byStatus));
    }
}
