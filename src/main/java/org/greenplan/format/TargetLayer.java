package org.greenplan.format;

import java.util.List;
import org.greenplan.catalogue.LayerType;

/** One layer of the plan on its way out: the catalogue's attributes in their order, then what the plan adds. */
public record TargetLayer(LayerType type, List<TargetField> fields) {
    public TargetLayer {
        fields = List.copyOf(fields);
    }
}
