package org.greenplan.format.dxf.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.format.dxf.DxfMark;
import org.greenplan.geo.GeometryNote;
import org.greenplan.problem.Words;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** What a designer does with the rings of a plot: copies them, deletes some, moves copies to another layer. */
class DxfReturnedTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final GeometryNote NOTE = new GeometryNote("arcs", Words.of("圆弧", "arcs"));

    private final List<DxfPiece> given = new ArrayList<>();
    private final DxfReturned returned = new DxfReturned(given::add);

    @Test
    void outlinesAndHolesInAnyOrderAreOnePlotWithEachNoteOnce() {
        ring("plots", 1, 0, 3, box(200, 50));
        ring("plots", 0, 1, 3, box(10, 5));
        ring("plots", 0, 0, 3, box(0, 100));
        returned.finish();
        assertThat(areas()).containsExactly(100.0 * 100 - 5 * 5 + 50 * 50);
        assertThat(given.get(0).notes()).containsExactly(NOTE);
    }

    @Test
    void aCopyOfAPlotOfSeveralRingsIsAPlotOfItsOwn() {
        for (int copy = 0; copy < 2; copy++) {
            ring("plots", 0, 0, 2, box(1000 * copy, 100));
            ring("plots", 0, 1, 2, box(1000 * copy + 10, 5));
        }
        returned.finish();
        assertThat(areas()).containsExactly(9975.0, 9975.0);
    }

    /** Without its hole an outline is taken as it stands, and so is its copy: none takes the other's place. */
    @Test
    void aCopyOfWhatIsLeftOfAPlotIsNotLost() {
        ring("plots", 0, 0, 2, box(0, 100));
        ring("plots", 0, 0, 2, box(1000, 100));
        returned.finish();
        assertThat(areas()).containsExactly(10_000.0, 10_000.0);
        given.forEach(piece -> assertThat(codes(piece)).contains("rings-missing"));
    }

    @Test
    void ringsOnTwoLayersAreTwoPlots() {
        ring("plots", 0, 0, 2, box(0, 100));
        ring("copies", 0, 0, 2, box(1000, 80));
        ring("plots", 0, 1, 2, box(10, 5));
        ring("copies", 0, 1, 2, box(1010, 5));
        returned.finish();
        assertThat(areas()).containsExactly(9975.0, 6375.0);
        given.forEach(piece -> assertThat(codes(piece)).doesNotContain("rings-missing"));
    }

    /** Only what waits counts against the most that may wait. */
    @Test
    void aPlotThatIsWholeWaitsNoLonger() {
        Geometry large = SHAPES.createLineString(new PackedCoordinateSequence.Double(new double[2_400_000], 2, 0));
        for (int part = 0; part < 2; part++) {
            accept("large", "plots", part, 0, 2, part == 0 ? large : box(0, 1).getBoundary());
        }
        accept("another", "plots", 0, 0, 2, large);
        accept("another", "plots", 1, 0, 2, box(0, 1).getBoundary());
        assertThat(given).hasSize(2);
        given.forEach(piece -> assertThat(codes(piece)).doesNotContain("rings-missing"));
    }

    private void ring(String layer, int part, int ring, int pieces, Geometry shape) {
        accept("P1", layer, part, ring, pieces, shape);
    }

    private void accept(String plot, String layer, int part, int ring, int pieces, Geometry shape) {
        var mark = new DxfMark(plot, "ring", part, ring, pieces);
        returned.accept(new DxfPiece(
                1, "LWPOLYLINE", layer, "", null, null, Double.NaN, mark, shape, null, null, 0, false, List.of(NOTE)));
    }

    private static Geometry box(double from, double side) {
        return SHAPES.toGeometry(new Envelope(from, from + side, from, from + side));
    }

    private List<Double> areas() {
        return given.stream().map(piece -> piece.shape().getArea()).toList();
    }

    private static List<String> codes(DxfPiece piece) {
        return piece.notes().stream().map(GeometryNote::kind).toList();
    }
}
