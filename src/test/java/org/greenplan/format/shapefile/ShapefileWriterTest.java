package org.greenplan.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.greenplan.crs.CrsText;
import org.greenplan.format.Gdal;
import org.greenplan.format.LeavingPlan;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.format.TargetRow;
import org.greenplan.format.Uploads;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

/** What leaves as shapefiles comes back as it was, and GDAL reads it. */
class ShapefileWriterTest {
    @TempDir
    Path folder;

    private Path written(LeavingPlan plan, Map<String, String> options) throws IOException {
        byte[] zip = plan.written(new ShapefileWriter(), options);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), in.readAllBytes());
            }
        }
        return folder;
    }

    private Map<String, SourceLayer> layers() {
        Map<String, SourceLayer> layers = new HashMap<>();
        new ShapefileReader().open(Uploads.in(folder), ReadOptions.DETECT).forEach(l -> layers.put(l.name(), l));
        return layers;
    }

    @ParameterizedTest(name = "EPSG:{0} in {1}")
    @CsvSource({"4326, utf-8", "4490, gbk", "4547, UTF-8", "4526, gbk", "3857, utf-8"})
    void everythingComesBack(int epsg, String encoding) throws IOException {
        LeavingPlan plan = new LeavingPlan(epsg);
        written(plan, Map.of("encoding", encoding));
        Map<String, SourceLayer> layers = layers();
        assertThat(layers.keySet()).containsExactlyInAnyOrder("parks", "corridors", "water_structures", "lakes");
        layers.forEach((name, layer) -> {
            assertThat(CrsText.of(String.valueOf(layer.crs().orElseThrow().wkt()))
                            .orElseThrow()
                            .code())
                    .isEqualTo("EPSG:" + epsg);
            List<SourceRow> rows = Uploads.rows(layer);
            List<TargetRow> sent = name.equals("lakes") ? List.of() : plan.rows(name);
            assertThat(rows).hasSameSizeAs(sent);
            for (int i = 0; i < sent.size(); i++) {
                same(sent.get(i), rows.get(i));
            }
        });
    }

    private static void same(TargetRow sent, SourceRow back) {
        assertThat(back.id()).isEqualTo(sent.plotId());
        Map<String, String> names =
                Map.of("greened_share", "greened_sh", "surveyed_on", "surveyed", "gp_net_plane_m2", "gp_net_m2");
        for (String name : List.of("name", "year", "greened_share", "toilets", "surveyed_on", "gp_net_plane_m2")) {
            assertThat(back.values().get(names.getOrDefault(name, name)))
                    .isEqualTo(sent.values().get(name));
        }
        Geometry shape = back.shape();
        assertThat(
                        shape == null
                                ? ""
                                : shape.norm().toText().replace("MULTI", "").replaceAll("[()]", ""))
                .isEqualTo(sent.shape().norm().toText().replace("MULTI", "").replaceAll("[()]", ""));
        assertThat(back.notes()).isEmpty();
    }

    @Test
    void gdalReadsCountsNamesSystemAndAreas() throws IOException {
        LeavingPlan plan = new LeavingPlan(4547);
        written(plan, Map.of("encoding", "gbk"));
        String said = Gdal.run("ogrinfo", "-al", folder.resolve("parks.shp").toString());
        assertThat(said)
                .contains("Feature Count: 2", "孟津路游园", "gp_plot (String) = parks.17", "year (Integer) = 2019")
                .contains("surveyed (Date) = 2019/03/15", "gp_net_m2 (Real) = 1234.567891")
                .contains("ID[\"EPSG\",4547]", "Geometry: Polygon")
                .doesNotContain("Warning");
        double area = plan.rows("parks").stream()
                .mapToDouble(r -> r.shape().getArea())
                .sum();
        String sum = Gdal.run(
                "ogrinfo",
                "-q",
                "-dialect",
                "sqlite",
                "-sql",
                "SELECT round(sum(ST_Area(geometry)), 3) AS area FROM parks",
                folder.resolve("parks.shp").toString());
        assertThat(sum)
                .contains(String.format(java.util.Locale.ROOT, "%.3f", area).replaceAll("0+$", ""));
        assertThat(Gdal.run(
                        "ogrinfo",
                        "-al",
                        "-so",
                        folder.resolve("water_structures.shp").toString()))
                .contains("Geometry: Point", "Feature Count: 1");
        assertThat(Gdal.run("ogrinfo", "-al", "-so", folder.resolve("lakes.shp").toString()))
                .contains("Feature Count: 0");
    }

    @Test
    void outlinesRunClockwise() throws IOException {
        written(new LeavingPlan(4547), Map.of());
        byte[] shp = Files.readAllBytes(folder.resolve("parks.shp"));
        Geometry first = Uploads.rows(layers().get("parks")).get(0).shape();
        assertThat(org.locationtech.jts.algorithm.Orientation.isCCW(first.getCoordinates()))
                .isFalse();
        assertThat(java.nio.ByteBuffer.wrap(shp).getInt(24) * 2).isEqualTo(shp.length);
    }

    @Test
    void longTextsAreCutBetweenCharactersAndTheReadMeSaysSo() throws IOException {
        String point = "POINT (113.3 34.8)";
        LeavingPlan plan = new LeavingPlan(4326).row("water_structures", 5, "长".repeat(100), point);
        written(plan, Map.of());
        assertThat(Uploads.rows(layers().get("water_structures")).get(1).values())
                .containsEntry("name", "长".repeat(84));
        String readMe = Files.readString(folder.resolve("readme.txt"));
        assertThat(readMe).contains("water_structures.name：1 个文字超过 254 字节", "EPSG:4326 WGS 84", "2026-03-01", "41");
        assertThat(Files.readString(folder.resolve("parks.cpg"))).isEqualTo("UTF-8");
        assertThat(Files.readString(folder.resolve("fields.csv")))
                .contains("parks,\"公园绿地\",greened_sh,greened_share,\"字段greened_share\",\"field greened_share\",N,");
        LeavingPlan rare = new LeavingPlan(4326).row("water_structures", 5, "𠀀泵", point);
        written(rare, Map.of("encoding", "gbk"));
        assertThat(Files.readString(folder.resolve("readme.txt"))).contains("water_structures.name：1 个文字含有该编码没有的字符");
    }

    @Test
    void whatCouldNotBeHeldIsToldToWhoeverExports() throws IOException {
        LeavingPlan plan = new LeavingPlan(4326).row("water_structures", 5, "长".repeat(100), "POINT (113.3 34.8)");
        assertThat(plan.losses(new ShapefileWriter())).singleElement().satisfies(loss -> {
            assertThat(loss.zh()).contains("water_structures.name", "已截短");
            assertThat(loss.en()).contains("have been cut");
        });
        assertThat(new LeavingPlan(4326).losses(new ShapefileWriter())).isEmpty();
    }

    @Test
    void whatIsTooLargeOrUnknownIsRefusedInWords() {
        assertThatThrownBy(() -> new LeavingPlan(4547).written(new ShapefileWriter(300), Map.of()))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.words().zh()).contains("2 GB", "parks.shp"));
        assertThatThrownBy(() -> new LeavingPlan(4547).written(new ShapefileWriter(), Map.of("encoding", "big5")))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.words().en()).contains("utf-8 or gbk"));
        assertThatThrownBy(() -> new LeavingPlan(4547).written(new ShapefileWriter(), Map.of("colour", "red")))
                .isInstanceOf(Problem.Invalid.class);
    }
}
