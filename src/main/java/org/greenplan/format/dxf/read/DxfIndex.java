package org.greenplan.format.dxf.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in the file the entities of each layer stand, noted while the drawing is read through: a layer is then read by itself, and
 * what a drawing costs does not grow with the number of its layers.
 */
final class DxfIndex {
    /** Beyond it a drawing of so many entities is read through for each layer, as slow as that is. */
    private static final int MOST_PLACES = 3_000_000;

    private final Map<String, Places> layers = new HashMap<>();
    private int noted;

    /** Places of one layer's entities, in the order of the file, and their numbers in the drawing. */
    static final class Places {
        private long[] at = new long[16];
        private long[] numbers = new long[16];
        private int size;

        private void add(long place, long number) {
            if (size == at.length) {
                at = Arrays.copyOf(at, size * 2);
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            at[size] = place;
            numbers[size++] = number;
        }

        int size() {
            return size;
        }

        long at(int i) {
            return at[i];
        }

        long number(int i) {
            return numbers[i];
        }
    }

    /** An entity shows something on a layer; one block may show things on many. */
    void note(String layerKey, long place, long number) {
        if (noted >= MOST_PLACES) {
            return;
        }
        Places places = layers.computeIfAbsent(layerKey, k -> new Places());
        if (places.size == 0 || places.numbers[places.size - 1] != number) {
            places.add(place, number);
            noted++;
        }
    }

    /** The places of a layer; null where not all could be kept. */
    @Nullable
    Places of(String layerKey) {
        return noted >= MOST_PLACES ? null : layers.getOrDefault(layerKey, new Places());
    }
}
