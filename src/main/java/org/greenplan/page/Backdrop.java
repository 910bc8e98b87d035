package org.greenplan.page;

import java.util.List;
import org.greenplan.relief.Relief;
import org.jspecify.annotations.Nullable;

/**
 * What lies behind every plan that is served, as the user configured it.
 *
 * @param basemaps background maps; none unless the user names some
 * @param relief the height of the ground, or null where nobody gave a model
 */
public record Backdrop(List<Basemap> basemaps, @Nullable Relief relief) {
    public Backdrop {
        basemaps = List.copyOf(basemaps);
    }
}
