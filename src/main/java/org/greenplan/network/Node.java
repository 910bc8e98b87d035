package org.greenplan.network;

import java.util.List;

/**
 * A place of the network: a lake, a structure, or where lines meet or end.
 *
 * @param id of the lake or structure; of a mere place the line on which it lies and where
 * @param x in the plane, east, metres
 * @param y the same, north
 * @param features all that meets here, in the order of their ids
 * @param snappedM how far apart the farthest two lie that were taken as one place, metres
 */
public record Node(String id, Type type, double x, double y, List<String> features, double snappedM) {
    /** What stands at a node. */
    public enum Type {
        LAKE,
        STRUCTURE,
        /** Where lines meet. */
        JUNCTION,
        /** Where a line ends at nothing. */
        END
    }

    public Node {
        features = List.copyOf(features);
    }
}
