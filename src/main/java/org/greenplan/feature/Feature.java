package org.greenplan.feature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.greenplan.catalogue.Label;
import org.greenplan.catalogue.LayerType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * One object of a layer as it is stored.
 *
 * @param version 1 when created, one more with every change
 * @param attributes every attribute of the catalogue in its order, null where not set
 * @param geometry lon/lat degrees, EPSG:4490; MultiPolygon, MultiLineString or Point; {@link #NO_SHAPE} for a record
 */
public record Feature(FeatureRef ref, int version, Map<String, @Nullable Object> attributes, Geometry geometry) {
    /** The shape of a record, which has none. */
    public static final Geometry NO_SHAPE = new GeometryFactory().createGeometryCollection();

    public Feature {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** What people call it: the template of its layer filled in. */
    public String label(LayerType layer) {
        return Label.of(layer, attributes, ref.id());
    }

    /** Whether this has no shape because its kind has none. */
    @SuppressWarnings("ReferenceEquality") // a row that another program left without a shape has another empty one
    public boolean isRecord() {
        return geometry == NO_SHAPE;
    }
}
