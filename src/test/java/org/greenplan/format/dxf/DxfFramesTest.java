package org.greenplan.format.dxf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

class DxfFramesTest {
    private static final GeometryFactory PLANE = new GeometryFactory();

    @Test
    void theFrameOfASheetIsToldByItsLayerEvenTurned() {
        for (double turned : List.of(0.0, 0.3)) {
            DxfFrames frames = new DxfFrames();
            var turn = AffineTransformation.rotationInstance(turned);
            plots().forEach(plot -> frames.see("绿地", turn.transform(plot)));
            frames.see("TK", turn.transform(box(0, 0, 420, 297)));
            frames.see("TK", turn.transform(box(5, 5, 415, 292)));
            assertThat(frames.findings()).singleElement().satisfies(said -> {
                assertThat(said.zh()).contains("“TK”有 2 个矩形");
                assertThat(said.en()).contains("\"TK\" has 2 rectangle(s)");
            });
        }
    }

    @Test
    void whatIsNoRectangleOrHoldsLittleIsNoFrame() {
        DxfFrames district = new DxfFrames();
        plots().forEach(plot -> district.see("绿地", plot));
        district.see("区界", PLANE.createPolygon(new Coordinate[] {
            new Coordinate(0, 0),
            new Coordinate(420, 0),
            new Coordinate(500, 297),
            new Coordinate(0, 297),
            new Coordinate(0, 0)
        }));
        assertThat(district.findings()).isEmpty();
        DxfFrames beds = new DxfFrames();
        beds.see("绿地", box(0, 0, 40, 30));
        beds.see("绿地", box(1, 1, 4, 3));
        beds.see("绿地", box(8, 8, 9, 9));
        plots().forEach(plot ->
                beds.see("绿地", AffineTransformation.translationInstance(1000, 0).transform(plot)));
        assertThat(beds.findings()).isEmpty();
    }

    /** Triangles, so that none of them is a rectangle itself. */
    private static List<Geometry> plots() {
        return List.of(triangle(20, 20), triangle(100, 60), triangle(200, 150), triangle(300, 200));
    }

    private static Geometry triangle(double x, double y) {
        return PLANE.createPolygon(new Coordinate[] {
            new Coordinate(x, y), new Coordinate(x + 30, y), new Coordinate(x, y + 20), new Coordinate(x, y)
        });
    }

    private static Geometry box(double west, double south, double east, double north) {
        return PLANE.toGeometry(new Envelope(west, east, south, north));
    }
}
