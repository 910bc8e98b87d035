package org.greenplan.sweep;

import java.util.Arrays;

/** The outlines inside one cell, sorted for the sweep by the levels (heights in the strip, metres) at which they start and end. */
final class CellEdges {
    final Ladder levels = new Ladder();
    int[] startOf = new int[64];
    int[] byStart = new int[64];
    int[] end = new int[64];
    int[] polygon = new int[64];
    int[] eventStart = new int[64];
    int[] eventPolygon = new int[64];

    private int[] startLevel = new int[64];
    private int[] eventLevel = new int[64];
    private int[] rowOf = new int[64];
    private double[] slope = new double[64];
    private Pieces pieces = new Pieces();

    /**
     * @param local the cell's own number of each polygon of the strip
     * @param heightM height of the strip
     */
    void load(Pieces from, Pieces events, int cell, int[] local, double heightM) {
        pieces = from;
        int first = from.start[cell];
        int count = from.start[cell + 1] - first;
        int firstEvent = events.start[cell];
        int eventCount = events.start[cell + 1] - firstEvent;
        reserve(2 * count + eventCount + 4);
        collectLevels(events, first, count, firstEvent, eventCount, heightM);
        int[] starts = cleared(startOf);
        for (int i = 0; i < count; i++) {
            int row = from.order[first + i];
            rowOf[i] = row;
            polygon[i] = local[from.polygon[row]];
            slope[i] = (from.x1[row] - from.x0[row]) / (from.y1[row] - from.y0[row]);
            startLevel[i] = levels.floor(from.y0[row]);
            end[i] = levels.floor(from.y1[row]);
            starts[startLevel[i]]++;
        }
        spread(starts, startLevel, count, byStart);
        int[] eventStarts = cleared(eventStart);
        for (int i = 0; i < eventCount; i++) {
            eventLevel[i] = levels.floor(events.y0[events.order[firstEvent + i]]);
            eventStarts[eventLevel[i]]++;
        }
        spread(eventStarts, eventLevel, eventCount, eventPolygon);
        for (int i = 0; i < eventCount; i++) {
            eventPolygon[i] = local[events.polygon[events.order[firstEvent + eventPolygon[i]]]];
        }
    }

    /** Where an edge is at a height of the strip; never beyond its ends. */
    double xAt(int edge, double y) {
        int row = rowOf[edge];
        if (y == pieces.y1[row]) {
            return pieces.x1[row];
        }
        return pieces.x0[row] + (y - pieces.y0[row]) * slope[edge];
    }

    private void collectLevels(Pieces events, int first, int count, int firstEvent, int eventCount, double heightM) {
        levels.clear();
        levels.add(0);
        levels.add(heightM);
        for (int i = 0; i < count; i++) {
            int row = pieces.order[first + i];
            levels.add(pieces.y0[row]);
            levels.add(pieces.y1[row]);
        }
        for (int i = 0; i < eventCount; i++) {
            levels.add(events.y0[events.order[firstEvent + i]]);
        }
        levels.build(0, heightM);
    }

    /** Turns counts per level into starts per level and lists the rows of each level. */
    private void spread(int[] counts, int[] rowLevel, int rows, int[] into) {
        for (int l = 1; l <= levels.rungs; l++) {
            counts[l] += counts[l - 1];
        }
        for (int i = rows - 1; i >= 0; i--) {
            into[--counts[rowLevel[i]]] = i;
        }
    }

    private int[] cleared(int[] starts) {
        Arrays.fill(starts, 0, levels.rungs + 1, 0);
        return starts;
    }

    private void reserve(int rows) {
        if (startOf.length > rows) {
            return;
        }
        int length = rows * 2;
        startOf = new int[length];
        byStart = new int[length];
        end = new int[length];
        polygon = new int[length];
        eventStart = new int[length];
        eventPolygon = new int[length];
        startLevel = new int[length];
        eventLevel = new int[length];
        rowOf = new int[length];
        slope = new double[length];
    }
}
