package org.greenplan.tile;

import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Brings a shape from lon/lat degrees onto a tile's grid: projected, thinned to half a pixel, clipped to the tile and a margin. */
record TileGeometry(TileAddress tile, int extent, int bufferUnits) {
    /** Grid units a pixel of the screen has, with 256-pixel tiles. */
    private double pixel() {
        return extent / 256.0;
    }

    /** The shape in tile units, or nothing where it is not in the tile or would not fill half a pixel. */
    Optional<Geometry> of(Geometry lonLat) {
        Geometry onGrid = lonLat.copy();
        onGrid.apply(new ToGrid());
        Envelope box = onGrid.getEnvelopeInternal();
        boolean point = onGrid.getDimension() == 0;
        if (!point && box.getWidth() < pixel() / 2 && box.getHeight() < pixel() / 2) {
            return Optional.empty();
        }
        Geometry thinned = point || onGrid.getNumPoints() < 8 ? onGrid : thinned(onGrid);
        Geometry clipped = clipped(thinned);
        return clipped.isEmpty() ? Optional.empty() : Optional.of(clipped);
    }

    /** Topology may break by thinning; on the screen half a pixel is not seen, and clipping mends what it must. */
    private Geometry thinned(Geometry onGrid) {
        DouglasPeuckerSimplifier simplifier = new DouglasPeuckerSimplifier(onGrid);
        simplifier.setDistanceTolerance(pixel() / 2);
        simplifier.setEnsureValid(false);
        Geometry result = simplifier.getResultGeometry();
        return result.isEmpty() ? onGrid : result;
    }

    private Geometry clipped(Geometry onGrid) {
        Envelope window = new Envelope(-bufferUnits, extent + bufferUnits, -bufferUnits, extent + bufferUnits);
        Envelope box = onGrid.getEnvelopeInternal();
        if (window.contains(box)) {
            return onGrid;
        }
        if (!window.intersects(box)) {
            return onGrid.getFactory().createEmpty(onGrid.getDimension());
        }
        GeometryFactory factory = onGrid.getFactory();
        Geometry frame = factory.toGeometry(window);
        Geometry valid = onGrid.getDimension() == 2 && !onGrid.isValid() ? onGrid.buffer(0) : onGrid;
        return OverlayNGRobust.overlay(valid, frame, OverlayNG.INTERSECTION);
    }

    private final class ToGrid implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence seq, int i) {
            double across = tile.across(seq.getX(i)) * extent;
            double down = tile.down(seq.getY(i)) * extent;
            seq.setOrdinate(i, 0, across);
            seq.setOrdinate(i, 1, down);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
