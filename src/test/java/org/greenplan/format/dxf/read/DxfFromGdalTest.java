package org.greenplan.format.dxf.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.greenplan.format.Gdal;
import org.greenplan.format.SourceLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawings that GDAL and QGIS write: polygons as HATCH, lines as LWPOLYLINE. */
class DxfFromGdalTest {
    private static final String FEATURES =
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"Layer":"绿地"},"geometry":{"type":"Polygon","coordinates":
              [[[0,0],[10,0],[10,10],[0,10],[0,0]],[[2,2],[4,2],[4,4],[2,4],[2,2]]]}},
            {"type":"Feature","properties":{"Layer":"绿地"},"geometry":{"type":"LineString","coordinates":[[0,0],[10,0]]}},
            {"type":"Feature","properties":{"Layer":"点"},"geometry":{"type":"Point","coordinates":[0.5,5]}},
            {"type":"Feature","properties":{"Layer":"多"},"geometry":{"type":"MultiPolygon","coordinates":
              [[[[20,0],[30,0],[30,10],[20,0]]],[[[40,0],[50,0],[50,10],[40,0]]]]}}]}
            """;

    @Test
    void itsPolygonsLinesAndPointsAreRead(@TempDir Path folder) throws IOException {
        Path features = Files.writeString(folder.resolve("f.geojson"), FEATURES);
        Path drawing = folder.resolve("f.dxf");
        Gdal.run("ogr2ogr", "-f", "DXF", drawing.toString(), features.toString());
        List<SourceLayer> layers = DrawingText.layers(Files.readAllBytes(drawing));
        assertThat(layers).extracting(SourceLayer::name).containsExactly("绿地 (面)", "绿地 (线)", "点", "多");
        assertThat(DrawingText.rows(layers))
                .extracting(r -> DxfReaderTest.shape(r).toString())
                .containsExactly(
                        "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))",
                        "LINESTRING (0 0, 10 0)",
                        "POINT (0.5 5)",
                        "POLYGON ((20 0, 30 0, 30 10, 20 0))",
                        "POLYGON ((40 0, 50 0, 50 10, 40 0))");
    }
}
