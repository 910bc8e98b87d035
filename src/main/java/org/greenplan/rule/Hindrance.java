package org.greenplan.rule;

import java.util.List;
import org.greenplan.catalogue.Code.Severity;
import org.greenplan.catalogue.LayerType;
import org.greenplan.count.Areas;

/**
 * What a plot meets of one layer of constraints, of one severity.
 *
 * @param names what is met, by name
 * @param area how much of the plot lies on it; ground under several features of the layer is told once
 */
public record Hindrance(LayerType layer, Severity severity, List<String> names, Areas area) {
    public Hindrance {
        names = List.copyOf(names);
    }
}
