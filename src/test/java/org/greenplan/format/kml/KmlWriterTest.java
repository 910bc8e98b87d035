package org.greenplan.format.kml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.greenplan.crs.MapShift;
import org.greenplan.format.GivenFiles;
import org.greenplan.format.GivenPlan;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;

/** KML that Google Earth, Ovital, GDAL and we ourselves read. */
class KmlWriterTest {
    @Test
    void whatIsWrittenIsReadBack() {
        GivenPlan plan =
                GivenPlan.twoParks(4326).row("railways", 2, "陇海", "MULTILINESTRING ((113.29 34.81, 113.3 34.81))");
        for (String name : List.of("a.kml", "a.kmz")) {
            byte[] file = plan.written(name.endsWith("z") ? new KmzWriter() : new KmlWriter(), Map.of());
            List<SourceLayer> layers = new KmlReader().open(GivenFiles.of(name, file), ReadOptions.DETECT);
            assertThat(layers).extracting(SourceLayer::name).containsExactly("公园绿地", "铁路");
            List<SourceRow> rows = GivenFiles.rows(layers.get(0));
            assertThat(rows.stream().map(SourceRow::id)).containsExactly("parks.17", "parks.18");
            assertThat(rows.get(1).values())
                    .containsEntry("name", "朱寨,\"游园\"@北 <&>")
                    .containsEntry("status", "proposed")
                    .containsEntry("gp_net_plane_m2", 1234.5678)
                    .doesNotContainKey("description");
            for (int i = 0; i < 2; i++) {
                assertThat(rows.get(i).notes()).isEmpty();
                assertThat(DiscreteHausdorffDistance.distance(
                                rows.get(i).shape(), plan.rows().get(i).shape()))
                        .isLessThan(1e-8);
            }
        }
    }

    @Test
    void ovitalGetsShiftedCoordinatesOnlyWhenAskedAndTheFileSaysSo() {
        GivenPlan plan = GivenPlan.twoParks(4326);
        byte[] file = plan.written(new KmlWriter(), Map.of("datum", "gcj02"));
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("GCJ-02 偏移坐标", "not for measuring");
        SourceLayer layer = new KmlReader()
                .open(GivenFiles.of("a.kml", file), ReadOptions.DETECT)
                .get(0);
        assertThat(layer.crs())
                .hasValueSatisfying(crs -> assertThat(crs.shift()).isEqualTo(MapShift.GCJ_02));
        SourceRow row = GivenFiles.rows(layer).get(0);
        assertThat(DiscreteHausdorffDistance.distance(
                        MapShift.GCJ_02.unshifted(row.shape()),
                        plan.rows().get(0).shape()))
                .isLessThan(1e-8);
    }

    @Test
    void gdalReadsItWithNamesColoursAndAreas() throws IOException {
        Path kml = GivenFiles.folder().resolve("a.kml");
        Files.write(kml, GivenPlan.twoParks(4326).written(new KmlWriter(), Map.of()));
        assertThat(GivenFiles.run("ogrinfo", "-ro", "-al", kml.toString()))
                .contains(
                        "Layer name: 公园绿地",
                        "Feature Count: 2",
                        "gp_plot (String) = parks.17",
                        "gp_net_plane_m2 (Real) = 1234.5678",
                        "WGS 84",
                        "孟津路游园");
        assertThat(Files.readString(kml))
                .contains("净面积（平面） 1234.57 平方米（1.85 亩） · net area on the plane 1234.57 m² (1.85 mu)");
        assertThat(KmlDocument.colour("#58a65c", 0.5)).isEqualTo("805ca658");
    }

    @Test
    void anotherDatumOrPlaneIsRefused() {
        assertThatThrownBy(() -> GivenPlan.twoParks(4326).written(new KmlWriter(), Map.of("datum", "bd09")))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> GivenPlan.twoParks(4547).written(new KmlWriter(), Map.of()))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void charactersThatXmlCannotHoldAreLeftOut() {
        byte[] file = new GivenPlan(4326)
                .row("railways", 2, "陇\u0000海\u0007]]>\uD800", "MULTILINESTRING ((113.29 34.81, 113.3 34.81))")
                .written(new KmlWriter(), Map.of());
        assertThat(GivenFiles.rows(new KmlReader(), GivenFiles.of("a.kml", file))
                        .get(0)
                        .values())
                .containsEntry("name", "陇海]]>");
    }
}
