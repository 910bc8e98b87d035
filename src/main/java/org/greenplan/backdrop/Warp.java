package org.greenplan.backdrop;

import java.awt.image.BufferedImage;
import org.greenplan.tile.TileAddress;

/**
 * A tile drawn out of a picture that lies otherwise: for places a sixteenth of a tile apart it is asked where they are in the picture, and
 * between them the way is straight, to far below a pixel.
 */
final class Warp {
    private static final int SIDE = TileSource.SIDE;
    private static final int STEP = 16;
    private static final int NODES = SIDE / STEP + 1;

    private final double[] x = new double[NODES * NODES];
    private final double[] y = new double[NODES * NODES];

    /** Where a place is in a picture, pixels right and down from its upper left corner; NaN where it is nowhere. */
    interface Finding {
        /**
         * Puts the place in.
         *
         * @param lonDeg longitude
         * @param latDeg latitude
         * @param into right and down
         */
        void find(double lonDeg, double latDeg, double[] into);
    }

    private Warp() {}

    /** Asks for the places of a tile. */
    static Warp of(TileAddress at, Finding finding) {
        var warp = new Warp();
        double[] place = new double[2];
        for (int row = 0; row < NODES; row++) {
            double north = Math.PI * (1 - 2 * (at.y() + (double) row * STEP / SIDE) / (1 << at.z()));
            double lat = Math.toDegrees(Math.atan(Math.sinh(north)));
            for (int column = 0; column < NODES; column++) {
                double lon = (at.x() + (double) column * STEP / SIDE) / (1 << at.z()) * 360 - 180;
                finding.find(lon, lat, place);
                warp.x[row * NODES + column] = place[0];
                warp.y[row * NODES + column] = place[1];
            }
        }
        return warp;
    }

    /** The least and the greatest numbers right and down: left, upper, right, lower; NaN where a place is nowhere. */
    double[] box() {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < x.length; i++) {
            box[0] = Math.min(box[0], x[i]);
            box[1] = Math.min(box[1], y[i]);
            box[2] = Math.max(box[2], x[i]);
            box[3] = Math.max(box[3], y[i]);
        }
        return box;
    }

    /**
     * The tile; transparent where the picture does not reach.
     *
     * @param left how far right in the whole the picture begins
     * @param top how far down
     * @param scaleX so many of the whole's pixels are one of the picture's, right
     * @param scaleY the same down
     */
    BufferedImage tile(BufferedImage picture, double left, double top, double scaleX, double scaleY) {
        var tile = Mosaic.blank(SIDE, SIDE);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double right = between(x, column + 0.5, row + 0.5);
                double down = between(y, column + 0.5, row + 0.5);
                int pixel = pixel(picture, (right - left) / scaleX - 0.5, (down - top) / scaleY - 0.5);
                if (pixel != 0) {
                    tile.setRGB(column, row, pixel);
                }
            }
        }
        return tile;
    }

    private static double between(double[] nodes, double column, double row) {
        int left = (int) (column / STEP);
        int above = (int) (row / STEP);
        int i = above * NODES + left;
        double across = column / STEP - left;
        double down = row / STEP - above;
        double upper = nodes[i] + (nodes[i + 1] - nodes[i]) * across;
        double lower = nodes[i + NODES] + (nodes[i + NODES + 1] - nodes[i + NODES]) * across;
        return upper + (lower - upper) * down;
    }

    /** The colour at a place, mixed of the four pixels around it. */
    private static int pixel(BufferedImage picture, double right, double down) {
        // Half a pixel beyond the outermost centres is still the picture; NaN is nowhere.
        if (!(right >= -0.5 && down >= -0.5 && right < picture.getWidth() - 0.5 && down < picture.getHeight() - 0.5)) {
            return 0;
        }
        int column = (int) Math.floor(right);
        int row = (int) Math.floor(down);
        int a = (int) ((right - column) * 256);
        int d = (int) ((down - row) * 256);
        int upper = Mosaic.between(at(picture, column, row), at(picture, column + 1, row), a);
        int lower = Mosaic.between(at(picture, column, row + 1), at(picture, column + 1, row + 1), a);
        return Mosaic.between(upper, lower, d);
    }

    private static int at(BufferedImage picture, int column, int row) {
        return picture.getRGB(
                Math.max(0, Math.min(picture.getWidth() - 1, column)),
                Math.max(0, Math.min(picture.getHeight() - 1, row)));
    }
}
