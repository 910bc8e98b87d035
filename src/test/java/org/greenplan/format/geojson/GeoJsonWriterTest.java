package org.greenplan.format.geojson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.greenplan.format.GivenFiles;
import org.greenplan.format.GivenPlan;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;

/** GeoJSON goes out and comes back the same. */
class GeoJsonWriterTest {
    @ParameterizedTest
    @ValueSource(ints = {4326, 4547, 4526})
    void aCollectionComesBackAsItsLayers(int epsg) {
        GivenPlan plan =
                GivenPlan.twoParks(epsg).row("railways", 2, "陇海", "MULTILINESTRING ((113.29 34.81, 113.3 34.81))");
        byte[] file = plan.written(new GeoJsonWriter(), Map.of());
        List<SourceLayer> layers = new GeoJsonReader().open(GivenFiles.of("a.geojson", file), ReadOptions.DETECT);
        assertThat(layers).extracting(SourceLayer::name).containsExactly("parks", "railways");
        assertThat(layers.get(0).crs())
                .hasValueSatisfying(crs -> assertThat(crs.epsg()).isEqualTo(epsg));
        same(plan, GivenFiles.rows(layers.get(0)), epsg);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void aSequenceIsOneFeatureALine(String separated) {
        GivenPlan plan = GivenPlan.twoParks(4326);
        byte[] file = plan.written(new GeoJsonSeqWriter(), Map.of("rs", separated));
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(2);
        assertThat(text.startsWith("\u001E{")).isEqualTo(separated.equals("true"));
        same(plan, GivenFiles.rows(new GeoJsonReader(), GivenFiles.of("a.geojsons", file)), 4326);
    }

    @Test
    void gdalReadsTheSequence() throws IOException {
        Path file = GivenFiles.folder().resolve("a.geojsons");
        Files.write(file, GivenPlan.twoParks(4326).written(new GeoJsonSeqWriter(), Map.of()));
        assertThat(GivenFiles.run("ogrinfo", "-ro", "-al", file.toString()))
                .contains("Feature Count: 2", "name (String) = 孟津路游园", "gp_net_plane_m2 (Real) = 1234.5678");
    }

    private static void same(GivenPlan plan, List<SourceRow> rows, int epsg) {
        assertThat(rows.stream().map(SourceRow::id)).containsExactly("parks.17", "parks.18");
        for (int i = 0; i < 2; i++) {
            assertThat(rows.get(i).notes()).isEmpty();
            assertThat(rows.get(i).values())
                    .containsEntry("name", plan.rows().get(i).label())
                    .containsEntry("gp_net_plane_m2", 1234.5678);
            assertThat(DiscreteHausdorffDistance.distance(
                            rows.get(i).shape(), plan.rows().get(i).shape()))
                    .isLessThan(epsg == 4326 ? 1e-8 : 0.001);
        }
    }
}
