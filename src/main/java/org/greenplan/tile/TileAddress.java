package org.greenplan.tile;

import java.util.Optional;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.locationtech.jts.geom.Envelope;

/** A tile of the web map grid (z, x, y with y from the north), refused where there is no such tile. */
public record TileAddress(int z, int x, int y) {
    private static final int MAX_ZOOM = 24;
    /** Half the side of the world as web maps lay it out. */
    private static final double HALF_M = Math.PI * 6_378_137;

    public TileAddress {
        if (z < 0 || z > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
            throw new Problem.Invalid(
                    Words.of("没有这样的瓦片：" + z + "/" + x + "/" + y, "There is no tile " + z + "/" + x + "/" + y + "."),
                    null);
        }
    }

    /** The tile of three texts, if there is one. */
    public static Optional<TileAddress> find(String z, String x, String y) {
        try {
            return Optional.of(new TileAddress(Integer.parseInt(z), Integer.parseInt(x), Integer.parseInt(y)));
        } catch (NumberFormatException | Problem.Invalid e) {
            return Optional.empty();
        }
    }

    /** Longitudes and latitudes that the tile and a margin of so many of its widths cover. */
    public Envelope lonLat(double margin) {
        return new Envelope(lon(x - margin), lon(x + 1 + margin), lat(y + 1 + margin), lat(y - margin));
    }

    /** What the tile covers on the plane of web maps, metres east and north of where the equator meets Greenwich. */
    public Envelope mercatorM() {
        double side = 2 * HALF_M / (1 << z);
        return new Envelope(x * side - HALF_M, (x + 1) * side - HALF_M, HALF_M - y * side, HALF_M - (y + 1) * side);
    }

    /** Horizontal position inside the tile, in tile widths. */
    public double across(double lonDeg) {
        return (lonDeg + 180) / 360 * (1 << z) - x;
    }

    /** Vertical position inside the tile, downwards, in tile widths. Web Mercator is for looking only, never for measuring. */
    public double down(double latDeg) {
        double clamped = Math.max(-85.06, Math.min(85.06, latDeg));
        double mercator = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(clamped) / 2));
        return (1 - mercator / Math.PI) / 2 * (1 << z) - y;
    }

    private double lon(double tileX) {
        return tileX / (1 << z) * 360 - 180;
    }

    private double lat(double tileY) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * tileY / (1 << z)))));
    }
}
