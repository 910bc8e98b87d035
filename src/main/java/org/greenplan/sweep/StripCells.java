package org.greenplan.sweep;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;

/**
 * The outlines of one strip, cut at its borders and then at the borders of its cells, in metres from the strip's origin.
 *
 * <p>An outline that passes a cell's western border leaves an event there (its polygon begins or ends to cover the border at that
 * height), and one that rises from the strip's southern border a mark for the corners east of it, so that each cell can be swept
 * without looking at its neighbours.
 */
final class StripCells {
    /** The borders of the cells follow from every so manieth piece. */
    private static final int SAMPLE_EVERY = 4;

    /** Pieces per cell. */
    final Pieces pieces = new Pieces();

    /** Where outlines pass the western border of a cell; the height is y0. */
    final Pieces events = new Pieces();

    /** The outlines that rise from the southern border inside a cell. */
    final Pieces rising = new Pieces();

    double originEastM;
    double heightM;
    /** Western borders of the cells, and the eastern border of the last. */
    final Ladder borders = new Ladder();

    private final Pieces uncut = new Pieces();
    private double southM;
    private double northM;

    /** Fills the strip; false if no outline runs through it, or all on one line from south to north. */
    boolean load(SweepPlan plan, int[] polygons, int strip) {
        southM = plan.borders[strip];
        northM = plan.borders[strip + 1];
        heightM = northM - southM;
        originEastM = plan.shapes[polygons[0]].getEnvelopeInternal().getMinX();
        uncut.clear();
        pieces.clear();
        events.clear();
        rising.clear();
        for (int i = 0; i < polygons.length; i++) {
            for (CoordinateSequence ring : plan.rings[polygons[i]]) {
                clip(ring, i);
            }
        }
        if (uncut.size == 0) {
            return false;
        }
        cutCells();
        if (cells() == 0) {
            return false;
        }
        for (int i = 0; i < uncut.size; i++) {
            cut(i);
        }
        pieces.sortByCell(cells());
        events.sortByCell(cells());
        rising.sortByCell(cells());
        return true;
    }

    int cells() {
        return borders.rungs - 1;
    }

    private void clip(CoordinateSequence ring, int polygon) {
        double ax = ring.getX(0);
        double ay = ring.getY(0);
        for (int v = 1; v < ring.size(); v++) {
            double bx = ring.getX(v);
            double by = ring.getY(v);
            if (Math.max(ay, by) > southM && Math.min(ay, by) < northM) {
                // Always from the lower end, so that two polygons cut their common edge at the same points.
                if (ay < by || (ay == by && ax <= bx)) {
                    clip(ax, ay, bx, by, polygon);
                } else {
                    clip(bx, by, ax, ay, polygon);
                }
            }
            ax = bx;
            ay = by;
        }
    }

    private void clip(double ax, double ay, double bx, double by, int polygon) {
        double fromX = ay < southM ? at(southM, ax, ay, bx, by) : ax;
        double toX = by > northM ? at(northM, ax, ay, bx, by) : bx;
        uncut.add(
                fromX - originEastM,
                Math.max(ay, southM) - southM,
                toX - originEastM,
                Math.min(by, northM) - southM,
                polygon,
                0);
    }

    private static double at(double y, double ax, double ay, double bx, double by) {
        double x = ax + (y - ay) * ((bx - ax) / (by - ay));
        return Math.max(Math.min(ax, bx), Math.min(Math.max(ax, bx), x));
    }

    private void cutCells() {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < uncut.size; i++) {
            west = Math.min(west, Math.min(uncut.x0[i], uncut.x1[i]));
            east = Math.max(east, Math.max(uncut.x0[i], uncut.x1[i]));
        }
        double[] sorted = new double[(uncut.size + SAMPLE_EVERY - 1) / SAMPLE_EVERY];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = uncut.x0[i * SAMPLE_EVERY];
        }
        Arrays.sort(sorted);
        int wanted = Math.max(1, uncut.size / SweepPlan.PIECES_PER_CELL);
        borders.clear();
        borders.add(west);
        for (int c = 1; c < wanted; c++) {
            borders.add(sorted[(int) ((long) c * sorted.length / wanted)]);
        }
        borders.add(east);
        borders.build(west, east);
    }

    private void cut(int row) {
        double sx = uncut.x0[row];
        double sy = uncut.y0[row];
        double tx = uncut.x1[row];
        double ty = uncut.y1[row];
        int polygon = uncut.polygon[row];
        int cell = cellAt(sx);
        int last = cellAt(tx);
        if (sy == 0 && ty > sy) {
            rising.add(0, 0, 0, 0, polygon, cell);
        }
        int step = last > cell ? 1 : -1;
        double x = sx;
        double y = sy;
        while (cell != last) {
            int border = step > 0 ? cell + 1 : cell;
            double borderX = borders.rung[border];
            double borderY = Math.max(y, Math.min(ty, sy + (borderX - sx) * ((ty - sy) / (tx - sx))));
            piece(x, y, borderX, borderY, polygon, cell);
            events.add(0, borderY, 0, 0, polygon, border);
            x = borderX;
            y = borderY;
            cell += step;
        }
        piece(x, y, tx, ty, polygon, cell);
    }

    private void piece(double x0, double y0, double x1, double y1, int polygon, int cell) {
        if (y1 > y0) {
            pieces.add(x0, y0, x1, y1, polygon, cell);
        }
    }

    private int cellAt(double x) {
        return Math.max(0, Math.min(borders.floor(x), cells() - 1));
    }
}
