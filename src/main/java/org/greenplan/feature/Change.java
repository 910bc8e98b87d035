package org.greenplan.feature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One step of a changeset. Geometries are lon/lat degrees, EPSG:4490. */
public sealed interface Change {
    /** Layer the change is about. */
    String layer();

    /**
     * A new feature, or a deleted one restored under its old number.
     *
     * @param id null for a new feature
     * @param version version the feature gets: 1 for a new one, above the last known for a restored one
     */
    record Create(
            String layer, @Nullable Long id, int version, Map<String, @Nullable Object> attributes, Geometry geometry)
            implements Change {
        public Create {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }
    }

    /** New attributes and geometry for a feature last seen at {@code baseVersion}. */
    record Replace(FeatureRef ref, int baseVersion, Map<String, @Nullable Object> attributes, Geometry geometry)
            implements Change {
        public Replace {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }

        @Override
        public String layer() {
            return ref.layer();
        }
    }

    /** New values for some attributes of a feature last seen at {@code baseVersion}; everything else stays. Merged before it is checked. */
    record Patch(FeatureRef ref, int baseVersion, Map<String, @Nullable Object> attributes) implements Change {
        public Patch {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }

        /** The whole change: the feature as it stands with these values in it, and another shape where one is given. */
        public Replace onto(Feature standing, @Nullable Geometry shape) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>(standing.attributes());
            all.putAll(attributes);
            return new Replace(ref, baseVersion, all, shape == null ? standing.geometry() : shape);
        }

        @Override
        public String layer() {
            return ref.layer();
        }
    }

    /** Removal of a feature last seen at {@code baseVersion}. */
    record Delete(FeatureRef ref, int baseVersion) implements Change {
        @Override
        public String layer() {
            return ref.layer();
        }
    }
}
