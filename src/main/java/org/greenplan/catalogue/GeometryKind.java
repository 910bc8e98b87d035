package org.greenplan.catalogue;

/** The shape of a layer's features; stored as multi geometries (POINT stays single). Records have NONE. */
public enum GeometryKind {
    POINT,
    LINE,
    POLYGON,
    NONE
}
