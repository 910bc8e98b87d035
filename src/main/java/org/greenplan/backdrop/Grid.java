package org.greenplan.backdrop;

/** How a service cuts the world. */
enum Grid {
    /** The web map grid, also called w: square tiles of the spherical Mercator projection, rows from the north. */
    WEB,
    /** The same, rows from the south. */
    WEB_FROM_SOUTH,
    /** The grid c of the national map service: squares of longitude and latitude, the globe two wide and one high at level 1. */
    DEGREES
}
