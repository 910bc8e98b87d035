package org.greenplan.backdrop;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.greenplan.crs.MapShift;
import org.greenplan.tile.TileAddress;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * The tiles of a service, fetched by this program: its layers one upon the other, brought from the service's grid into that of the map, and
 * back to their place where the service shows them beside it.
 *
 * @param trusted whether whoever started the program named it
 */
record OnlineTiles(OnlineMap map, Relay relay, boolean trusted) implements TileSource {
    @Override
    public Optional<Picture> tile(TileAddress at) {
        if (map.isPlain()) {
            return relay.get(map.layers().get(0).tile(at.z(), at.x(), at.y()), trusted);
        }
        BufferedImage tile = Mosaic.blank(SIDE, SIDE);
        Graphics2D pen = tile.createGraphics();
        boolean any = false;
        for (TileTemplate layer : map.layers()) {
            BufferedImage image = image(layer, at);
            if (image != null) {
                pen.drawImage(image, 0, 0, SIDE, SIDE, null);
                any = true;
            }
        }
        pen.dispose();
        return any ? Optional.of(Picture.drawn(tile)) : Optional.empty();
    }

    private @Nullable BufferedImage image(TileTemplate layer, TileAddress at) {
        if (!layer.wms().isEmpty()) {
            BufferedImage picture = relay.get(layer.picture(at), trusted)
                    .flatMap(Picture::pixels)
                    .orElse(null);
            return picture == null || layer.grid() == Grid.WEB ? picture : Mosaic.fromDegrees(at, picture);
        }
        Mosaic.Tiles tiles = (z, column, row) ->
                relay.get(layer.tile(z, column, row), trusted).flatMap(Picture::pixels);
        if (map.gcj02()) {
            return Mosaic.unshifted(at, MapShift.GCJ_02, tiles);
        }
        return layer.grid() == Grid.DEGREES
                ? Mosaic.fromDegrees(at, tiles)
                : tiles.at(at.z(), at.x(), at.y()).orElse(null);
    }

    @Override
    public int maxZoom() {
        return map.maxZoom();
    }

    @Override
    public @Nullable Envelope lonLat() {
        return null;
    }

    @Override
    public void close() {
        // Nothing is held between two tiles.
    }
}
