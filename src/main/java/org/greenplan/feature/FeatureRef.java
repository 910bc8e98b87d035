package org.greenplan.feature;

/** Which feature: its layer and its number there. Numbers are never used twice. */
public record FeatureRef(String layer, long id) {
    @Override
    public String toString() {
        return layer + "/" + id;
    }
}
