package org.greenplan.backdrop;

import java.util.Optional;
import org.greenplan.problem.Problem;
import org.greenplan.tile.TileAddress;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Where the tiles of a background map come from. */
public sealed interface TileSource extends AutoCloseable
        permits OnlineTiles, MbtilesStore, PmTiles, GeoTiffTiles, ScanTiles {
    /** Pixels of a tile's side. */
    int SIDE = 256;

    /**
     * A tile of the web map grid; empty where the map shows nothing.
     *
     * @throws Problem.Unavailable where it should be there and cannot be had now
     */
    Optional<Picture> tile(TileAddress at);

    /**
     * Looks whether it can be read, where its making did not.
     *
     * @throws Problem.Invalid where it cannot
     */
    default void look() {
        // As a rule it was looked at when it was made.
    }

    /** Another number whenever its tiles look otherwise than before. */
    default int version() {
        return 0;
    }

    /** The closest zoom it is made for; what is closer is enlarged. */
    int maxZoom();

    /** The box it covers, longitude and latitude in degrees; null where it covers the world or does not say. */
    @Nullable
    Envelope lonLat();

    @Override
    void close();
}
