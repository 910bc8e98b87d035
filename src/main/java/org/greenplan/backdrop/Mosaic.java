package org.greenplan.backdrop;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.greenplan.crs.GaussKruger.LonLat;
import org.greenplan.crs.MapShift;
import org.greenplan.tile.TileAddress;
import org.locationtech.jts.geom.Envelope;

/** Tiles of the web map grid made of pieces that lie otherwise. */
final class Mosaic {
    private static final int SIDE = TileSource.SIDE;

    private Mosaic() {}

    /** Gives the pixels of a service's own tile, or none. */
    interface Tiles {
        Optional<BufferedImage> at(int z, long column, long row);
    }

    /**
     * A tile out of tiles whose rows are of equal degrees (grid c): the columns are the same, the rows are taken from where they lie.
     */
    static BufferedImage fromDegrees(TileAddress at, Tiles tiles) {
        int z = at.z();
        double perDegree = (double) SIDE * (1L << z) / 360;
        Envelope box = at.lonLat(0);
        long first = (long) Math.floor((90 - box.getMaxY()) * perDegree / SIDE);
        long last = (long) Math.floor(((90 - box.getMinY()) * perDegree - 1e-6) / SIDE);
        long rows = 1L << Math.max(0, z - 1);
        var strip = blank(SIDE, (int) (last - first + 1) * SIDE);
        Graphics2D pen = strip.createGraphics();
        for (long row = Math.max(0, first); row <= Math.min(last, rows - 1); row++) {
            int top = (int) (row - first) * SIDE;
            tiles.at(z, at.x(), row).ifPresent(image -> pen.drawImage(image, 0, top, SIDE, SIDE, null));
        }
        pen.dispose();
        return rows(at, strip, 90 - (double) first * SIDE / perDegree, perDegree);
    }

    /** A tile out of a picture of its own box whose rows are of equal degrees. */
    static BufferedImage fromDegrees(TileAddress at, BufferedImage picture) {
        Envelope box = at.lonLat(0);
        return rows(at, picture, box.getMaxY(), picture.getHeight() / box.getHeight());
    }

    private static BufferedImage rows(TileAddress at, BufferedImage source, double topDeg, double perDegree) {
        var tile = blank(SIDE, SIDE);
        int[] above = new int[SIDE];
        int[] below = new int[SIDE];
        BufferedImage wide = source.getWidth() == SIDE ? source : stretched(source);
        for (int row = 0; row < SIDE; row++) {
            double y = (topDeg - latDeg(at, (row + 0.5) / SIDE)) * perDegree - 0.5;
            int upper = clamp((int) Math.floor(y), wide.getHeight());
            int lower = clamp((int) Math.floor(y) + 1, wide.getHeight());
            wide.getRGB(0, upper, SIDE, 1, above, 0, SIDE);
            wide.getRGB(0, lower, SIDE, 1, below, 0, SIDE);
            int weight = (int) Math.round((y - Math.floor(y)) * 256);
            for (int i = 0; i < SIDE; i++) {
                above[i] = between(above[i], below[i], weight);
            }
            tile.setRGB(0, row, SIDE, 1, above, 0, SIDE);
        }
        return tile;
    }

    /**
     * A tile out of tiles that show everything beside its place, as public Chinese maps do: what they show at the shifted place is taken.
     * Within one tile the shift is the same to far below a pixel.
     */
    static BufferedImage unshifted(TileAddress at, MapShift shift, Tiles tiles) {
        Envelope box = at.lonLat(0);
        LonLat seen = shift.shifted(box.centre().x, box.centre().y);
        long right = Math.round((at.across(seen.lonDeg()) - at.across(box.centre().x)) * SIDE);
        long down = Math.round((at.down(seen.latDeg()) - at.down(box.centre().y)) * SIDE);
        var tile = blank(SIDE, SIDE);
        Graphics2D pen = tile.createGraphics();
        long left = (long) at.x() * SIDE + right;
        long top = (long) at.y() * SIDE + down;
        for (long column = Math.floorDiv(left, SIDE); column * SIDE < left + SIDE; column++) {
            for (long row = Math.floorDiv(top, SIDE); row * SIDE < top + SIDE; row++) {
                int x = (int) (column * SIDE - left);
                int y = (int) (row * SIDE - top);
                if (row >= 0 && row < 1L << at.z()) {
                    tiles.at(at.z(), Math.floorMod(column, 1L << at.z()), row)
                            .ifPresent(image -> pen.drawImage(image, x, y, SIDE, SIDE, null));
                }
            }
        }
        pen.dispose();
        return tile;
    }

    static BufferedImage blank(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    private static BufferedImage stretched(BufferedImage source) {
        var wide = blank(SIDE, source.getHeight());
        Graphics2D pen = wide.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(source, 0, 0, SIDE, source.getHeight(), null);
        pen.dispose();
        return wide;
    }

    /** The latitude so many tile heights below a tile's upper edge. */
    private static double latDeg(TileAddress at, double down) {
        double north = Math.PI * (1 - 2 * (at.y() + down) / (1 << at.z()));
        return Math.toDegrees(Math.atan(Math.sinh(north)));
    }

    private static int clamp(int row, int rows) {
        return Math.max(0, Math.min(rows - 1, row));
    }

    /** A mixture of two colours, so many of 256 parts of the other. */
    static int between(int one, int other, int weight) {
        // What is transparent has no colour to mix.
        if (one >>> 24 == 0 || other >>> 24 == 0) {
            return weight < 128 ? one : other;
        }
        int mixed = 0;
        for (int bit = 0; bit < 32; bit += 8) {
            int a = (one >>> bit) & 0xff;
            int b = (other >>> bit) & 0xff;
            mixed |= ((a * (256 - weight) + b * weight + 128) >> 8) << bit;
        }
        return mixed;
    }
}
