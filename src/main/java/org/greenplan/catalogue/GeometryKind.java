package org.greenplan.catalogue;

/** The shape of a layer's features; stored as multi geometries (POINT stays single). */
public enum GeometryKind {
    POINT,
    LINE,
    POLYGON
}
