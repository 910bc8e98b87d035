package org.greenplan.feature;

import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/**
 * Something the person who wrote should know: what was mended on the way in.
 *
 * @param ref the feature it is about, once it has a number
 * @param changeIndex place of its change in the changeset, from 0
 */
public record Notice(String kind, Words words, @Nullable FeatureRef ref, @Nullable Integer changeIndex) {
    public static Notice of(GeometryNote note, int changeIndex) {
        return new Notice(note.kind(), note.words(), null, changeIndex);
    }

    public Notice about(FeatureRef feature) {
        return new Notice(kind, words, feature, changeIndex);
    }
}
