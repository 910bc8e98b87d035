package org.greenplan.water.why;

import java.util.List;
import org.greenplan.problem.Words;

/**
 * A sentence and what it speaks of.
 *
 * @param ids of the links, lakes, sources, licences and demands to be lit
 */
public record Told(List<String> ids, Words words) {
    public Told {
        ids = List.copyOf(ids);
    }
}
