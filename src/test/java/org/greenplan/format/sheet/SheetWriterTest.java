package org.greenplan.format.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.greenplan.format.GivenFiles;
import org.greenplan.format.GivenPlan;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;

/** Tables that spreadsheets, GDAL and we ourselves read. */
class SheetWriterTest {
    @ParameterizedTest
    @ValueSource(ints = {4326, 4547, 4526})
    void csvComesBackFromBothTables(int epsg) throws IOException {
        GivenPlan plan = GivenPlan.twoParks(epsg);
        Map<String, byte[]> files = unzipped(plan.written(new CsvWriter(), Map.of()));
        assertThat(files).containsOnlyKeys("parks.csv", "parks-points.csv", "README.txt");
        files.remove("README.txt");
        files.forEach((name, bytes) -> same(plan, rows(new CsvReader(), name, bytes), epsg));
        assertThat(rows(new CsvReader(), "parks.csv", files.get("parks.csv"))
                        .get(0)
                        .values())
                .containsEntry("名称", "孟津路游园")
                .containsEntry("净面积（平面）", 1234.5678);
    }

    @ParameterizedTest
    @ValueSource(ints = {4326, 4547, 4526})
    void aWorkbookComesBackFromBothSheets(int epsg) {
        GivenPlan plan = GivenPlan.twoParks(epsg);
        List<SourceLayer> whole = layers(plan, Map.of());
        assertThat(whole).extracting(SourceLayer::name).containsExactly("公园绿地");
        same(plan, GivenFiles.rows(whole.get(0)), epsg);
        // Without the shapes as text, the sheet of boundary points is what brings them.
        List<SourceLayer> points = layers(plan, Map.of("geometry", "centre"));
        assertThat(points).extracting(SourceLayer::name).containsExactly("公园绿地", "公园绿地界址点");
        same(plan, GivenFiles.rows(points.get(1)), epsg);
    }

    private static List<SourceLayer> layers(GivenPlan plan, Map<String, String> options) {
        return new XlsxReader()
                .open(GivenFiles.of("a.xlsx", plan.written(new XlsxWriter(), options)), ReadOptions.DETECT);
    }

    @Test
    void excelSeesUtf8AndNeverAFormula() throws IOException {
        GivenPlan plan = new GivenPlan(4326)
                .row(
                        "parks",
                        1,
                        "=cmd|' /C calc'!A0",
                        "MULTIPOLYGON (((113.29 34.81, 113.3 34.81, 113.3 34.82, 113.29 34.81)))");
        byte[] csv = unzipped(plan.written(new CsvWriter(), Map.of())).get("parks.csv");
        String text = new String(csv, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFgp_plot,").contains(",'=cmd|").doesNotContain(",=cmd");
        assertThat(rows(new CsvReader(), "parks.csv", csv).get(0).values()).containsEntry("名称", "=cmd|' /C calc'!A0");
    }

    @Test
    void aPointInsideStandsInPlaceOfWktWhenAsked() throws IOException {
        String text = new String(
                unzipped(GivenPlan.twoParks(4547).written(new CsvWriter(), Map.of("geometry", "centre")))
                        .get("parks.csv"),
                StandardCharsets.UTF_8);
        assertThat(text.lines().findFirst())
                .hasValueSatisfying(h -> assertThat(h).endsWith("X坐标,Y坐标"));
        assertThat(text)
                .containsPattern("3853\\d{3}\\.\\d+,435\\d{3}\\.\\d+\r\n")
                .doesNotContain("POLYGON");
        assertThatThrownBy(() -> GivenPlan.twoParks(4547).written(new XlsxWriter(), Map.of("geometry", "x")))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void gdalReadsBoth() throws IOException {
        GivenPlan plan = GivenPlan.twoParks(4547);
        Path folder = GivenFiles.folder();
        Files.write(
                folder.resolve("parks.csv"),
                unzipped(plan.written(new CsvWriter(), Map.of())).get("parks.csv"));
        Files.write(folder.resolve("parks.xlsx"), plan.written(new XlsxWriter(), Map.of()));
        assertThat(GivenFiles.run(
                        "ogrinfo", "-ro", "-al", folder.resolve("parks.csv").toString()))
                .contains("Feature Count: 2", "gp_plot (String) = parks.17", "MULTIPOLYGON (((435035.35");
        assertThat(GivenFiles.run(
                        "ogrinfo", "-ro", "-al", folder.resolve("parks.xlsx").toString()))
                .contains("Layer name: 公园绿地", "Feature Count: 2", "孟津路游园", "1234.5678");
    }

    private static void same(GivenPlan plan, List<SourceRow> rows, int epsg) {
        assertThat(rows.stream().map(SourceRow::id)).containsExactly("parks.17", "parks.18");
        for (int i = 0; i < 2; i++) {
            assertThat(rows.get(i).notes()).isEmpty();
            assertThat(DiscreteHausdorffDistance.distance(
                            rows.get(i).shape(), plan.rows().get(i).shape()))
                    .isLessThan(epsg == 4326 ? 1e-8 : 0.001);
        }
    }

    private static List<SourceRow> rows(CsvReader reader, String name, byte[] bytes) {
        return GivenFiles.rows(reader, GivenFiles.of(name, bytes));
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
