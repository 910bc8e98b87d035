package org.greenplan.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Belt;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.PlanCrs;
import org.greenplan.format.TargetLayer;
import org.greenplan.geo.BeltShape;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer on its way out: as it is in the plan, or the green belts of its lines as a layer of areas beside it, for formats and
 * people that want areas. Belts carry ids of their own ({@code corridors_belts.3}): they are made from the lines and never come back.
 *
 * @param source the layer of the plan that is read
 * @param target what the file gets
 * @param belts true where the file gets the belts and not the lines
 */
record Leaving(LayerType source, TargetLayer target, boolean belts) {
    private static final String ENDING = "_belts";

    /** The layers of an export in their order, each line layer with belts followed by these where they are asked for. */
    static List<Leaving> of(Iterable<LayerType> layers, boolean withBelts) {
        List<Leaving> leaving = new ArrayList<>();
        for (LayerType layer : layers) {
            leaving.add(new Leaving(layer, new TargetLayer(layer, TargetFields.of(layer)), false));
            if (withBelts && layer.belt() != null) {
                LayerType areas = beltLayer(layer);
                leaving.add(new Leaving(layer, new TargetLayer(areas, TargetFields.of(areas)), true));
            }
        }
        return leaving;
    }

    private static LayerType beltLayer(LayerType line) {
        return new LayerType(
                line.id() + ENDING,
                Words.of(line.title().zh() + "（绿带）", line.title().en() + " (belts)"),
                GeometryKind.POLYGON,
                line.role(),
                line.order(),
                line.attributes(),
                line.label(),
                line.style(),
                line.belt(),
                List.of());
    }

    /** A feature's shape in this layer, lon/lat degrees; empty where a line has no belt. */
    Geometry shape(Geometry lonLat, Map<String, @Nullable Object> attributes, PlanCrs plane) {
        Belt belt = source.belt();
        if (!belts || belt == null) {
            return lonLat;
        }
        return plane.toLonLat(BeltShape.of(
                plane.toPlane(lonLat), width(attributes, belt.leftWidth()), width(attributes, belt.rightWidth())));
    }

    private static double width(Map<String, @Nullable Object> attributes, String name) {
        return attributes.get(name) instanceof Number number ? number.doubleValue() : 0;
    }
}
