package org.greenplan.format.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.greenplan.format.Gdal;
import org.greenplan.format.LeavingPlan;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.format.TargetRow;
import org.greenplan.format.Uploads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves as a GeoPackage is valid, styled, and comes back as it was. */
class GeoPackageWriterTest {
    private static final String VALIDATOR =
            """
            import runpy, sys
            sys.argv = ['validate_gpkg.py', sys.argv[1]]
            runpy.run_module('osgeo_utils.samples.validate_gpkg', run_name='__main__')
            """;

    @TempDir
    Path folder;

    private Path written(LeavingPlan plan) throws IOException {
        return Files.write(folder.resolve("plan.gpkg"), plan.written(new GeoPackageWriter(), Map.of()));
    }

    @ParameterizedTest(name = "EPSG:{0}")
    @ValueSource(ints = {4326, 4490, 4547, 4526, 3857})
    void everythingComesBackAndTheFileIsValid(int epsg) throws IOException {
        LeavingPlan plan = new LeavingPlan(epsg);
        Path file = written(plan);
        Map<String, SourceLayer> layers = new HashMap<>();
        new GeoPackageReader().open(Uploads.in(folder), ReadOptions.DETECT).forEach(l -> layers.put(l.name(), l));
        assertThat(layers.keySet()).containsExactlyInAnyOrder("parks", "corridors", "water_structures", "lakes");
        layers.forEach((name, layer) -> {
            assertThat(layer.crs().orElseThrow().epsg()).isEqualTo(epsg);
            List<SourceRow> rows = Uploads.rows(layer);
            List<TargetRow> sent = name.equals("lakes") ? List.of() : plan.rows(name);
            assertThat(rows).hasSameSizeAs(sent);
            for (int i = 0; i < sent.size(); i++) {
                same(sent.get(i), rows.get(i));
            }
        });
        String said = Gdal.run("/usr/bin/python3", "-c", VALIDATOR, file.toString());
        assertThat(said).doesNotContainIgnoringCase("error").doesNotContain("Exception");
    }

    private static void same(TargetRow sent, SourceRow back) {
        assertThat(back.id()).isEqualTo(sent.plotId());
        assertThat(back.number()).isEqualTo(sent.id());
        for (String name : List.of("name", "year", "greened_share", "toilets", "surveyed_on", "gp_net_plane_m2")) {
            assertThat(back.values().get(name)).isEqualTo(sent.values().get(name));
        }
        assertThat(String.valueOf(back.shape()).replace("MULTI", "").replaceAll("[()]", ""))
                .isEqualTo(sent.shape().toText().replace("MULTI", "").replaceAll("[()]", ""));
        assertThat(back.notes()).isEmpty();
    }

    @Test
    void gdalReadsCountsNamesSystemAndAreas() throws IOException {
        LeavingPlan plan = new LeavingPlan(4526);
        String file = written(plan).toString();
        assertThat(Gdal.run("ogrinfo", "-al", file, "parks"))
                .contains("Feature Count: 2", "孟津路游园", "gp_plot (String) = parks.17", "ID[\"EPSG\",4526]")
                .contains("toilets (Integer(Boolean)) = 1", "surveyed_on (Date) = 2019/03/15", "Multi Polygon")
                .contains("gp_net_plane_m2 (Real) = 1234.567891");
        double area = plan.rows("parks").stream()
                .mapToDouble(r -> r.shape().getArea())
                .sum();
        assertThat(Gdal.run(
                        "ogrinfo",
                        "-q",
                        file,
                        "-dialect",
                        "sqlite",
                        "-sql",
                        "SELECT round(sum(ST_Area(geom)), 3) AS a FROM parks"))
                .contains(String.format(Locale.ROOT, "%.3f", area).replaceAll("0+$", ""));
        assertThat(Gdal.run("ogrinfo", "-al", file, "readme"))
                .contains("EPSG:4526", "41", "2026-03-01 08:00:00 UTC", "净增面积");
        assertThat(Gdal.run("ogrinfo", "-al", file, "layer_styles"))
                .contains("Feature Count: 4", "f_table_name (String) = parks", "SimpleFill");
    }

    @Test
    void theIndexFollowsAnEditFromOutside() throws IOException {
        String file = written(new LeavingPlan(4547)).toString();
        Gdal.run("ogrinfo", file, "-sql", "DELETE FROM parks WHERE fid = 17");
        assertThat(Gdal.run("ogrinfo", "-q", file, "-sql", "SELECT count(*) AS n FROM rtree_parks_geom"))
                .contains("n (Integer) = 1");
    }
}
