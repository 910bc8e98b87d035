package org.greenplan.intake;

import java.util.List;
import org.greenplan.compare.Prepared;
import org.greenplan.plan.Forecast;

/** What an import would write, layer by layer, and what all of it would do to the plan. */
public record Preview(List<Prepared> layers, Forecast forecast) {
    public Preview {
        layers = List.copyOf(layers);
    }
}
