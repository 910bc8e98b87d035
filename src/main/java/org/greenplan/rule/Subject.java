package org.greenplan.rule;

import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What is judged.
 *
 * @param area what it covers, polygonal, in the plan's plane; a line's belt
 * @param line its line in the plane, or null where it has none
 */
public record Subject(Feature feature, LayerType layer, Geometry area, @Nullable Geometry line) {}
