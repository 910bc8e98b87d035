package org.greenplan.sweep;

import java.util.Arrays;

/**
 * A growing table of straight pieces of outlines: from a lower to an upper end, which polygon they bound, and the cell they lie in.
 */
final class Pieces {
    double[] x0 = new double[1024];
    double[] y0 = new double[1024];
    double[] x1 = new double[1024];
    double[] y1 = new double[1024];
    int[] polygon = new int[1024];
    int[] cell = new int[1024];
    int size;

    /** Rows sorted by cell: row numbers of cell c stand in {@code order} from {@code start[c]} to {@code start[c + 1]}. */
    int[] start = new int[1];

    int[] order = new int[0];

    void add(double fromX, double fromY, double toX, double toY, int ofPolygon, int inCell) {
        if (size == x0.length) {
            grow();
        }
        x0[size] = fromX;
        y0[size] = fromY;
        x1[size] = toX;
        y1[size] = toY;
        polygon[size] = ofPolygon;
        cell[size++] = inCell;
    }

    void clear() {
        size = 0;
    }

    void sortByCell(int cells) {
        start = new int[cells + 2];
        order = order.length < size ? new int[x0.length] : order;
        for (int i = 0; i < size; i++) {
            start[cell[i] + 2]++;
        }
        for (int c = 2; c < start.length; c++) {
            start[c] += start[c - 1];
        }
        for (int i = 0; i < size; i++) {
            order[start[cell[i] + 1]++] = i;
        }
    }

    private void grow() {
        int length = size * 2;
        x0 = Arrays.copyOf(x0, length);
        y0 = Arrays.copyOf(y0, length);
        x1 = Arrays.copyOf(x1, length);
        y1 = Arrays.copyOf(y1, length);
        polygon = Arrays.copyOf(polygon, length);
        cell = Arrays.copyOf(cell, length);
    }
}
