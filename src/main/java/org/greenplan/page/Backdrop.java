package org.greenplan.page;

import org.greenplan.backdrop.Basemaps;
import org.greenplan.relief.Relief;
import org.jspecify.annotations.Nullable;

/**
 * What lies behind every plan that is served, as the user configured it.
 *
 * @param basemaps background maps; none unless the user names some
 * @param relief the height of the ground, or null where nobody gave a model
 */
public record Backdrop(Basemaps basemaps, @Nullable Relief relief) {}
