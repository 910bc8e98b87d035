package org.greenplan.format.shapefile;

import java.util.Optional;

/**
 * What a record of a .shp holds.
 *
 * @param code as in the file
 * @param kind its shape
 * @param heights true where it carries heights
 * @param measures true where it may carry measures along the line
 */
record ShapeType(int code, Kind kind, boolean heights, boolean measures) {
    enum Kind {
        NONE,
        POINT,
        LINE,
        POLYGON,
        POINTS,
        /** Surfaces of buildings in space, which no map of plots can take. */
        PATCHES
    }

    static Optional<ShapeType> of(int code) {
        if (code == 0) {
            return Optional.of(new ShapeType(0, Kind.NONE, false, false));
        }
        if (code == 31) {
            return Optional.of(new ShapeType(31, Kind.PATCHES, true, true));
        }
        Kind kind =
                switch (code % 10) {
                    case 1 -> Kind.POINT;
                    case 3 -> Kind.LINE;
                    case 5 -> Kind.POLYGON;
                    case 8 -> Kind.POINTS;
                    default -> Kind.NONE;
                };
        if (kind == Kind.NONE || code < 0 || code > 28) {
            return Optional.empty();
        }
        return Optional.of(new ShapeType(code, kind, code > 10 && code < 20, code > 20));
    }
}
