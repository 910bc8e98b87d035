package org.greenplan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.greenplan.crs.PlanCrs;
import org.greenplan.json.GeoJsonText;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** What a drawing shows by several entities is one plot with its name, from the file to the plan. */
class DrawnTwiceOverHttpTest {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final String TEXT = "  0\nTEXT\n";

    /** The page gets places to a centimetre. */
    private static final double A_CENTIMETRE_ALL_ROUND_M2 = 2;

    private final HttpDesk plan = HttpDesk.shared(Kind.GEOPACKAGE);

    @ParameterizedTest
    @ValueSource(strings = {"hatch", "hatch on a layer of its own", "outline again"})
    void whatADrawingShowsTwiceIsOnePlotWithItsName(String again) throws IOException {
        String drawing = drawing();
        String outline = outline(drawing);
        String hatch = hatch(drawing);
        String second =
                switch (again) {
                    case "hatch" -> hatch;
                    case "outline again" -> outline.replace("101", "102");
                    default -> hatch.replaceFirst("  8\n.*\n", "  8\n填充\n");
                };
        var intake = new HttpIntake(plan);
        JsonNode preview = preview(intake, drawing.replace(hatch, second));
        assertThat(preview.findValuesAsText("label")).containsExactly("东园");
        assertThat(preview.at("/0/mended/0/words/en").asText())
                .contains(again.startsWith("hatch") ? "The hatch repeats the outline" : "The drawing shows it 2 times");
        assertThat(areaM2(preview.at("/0/items/0"))).isCloseTo(3000, within(A_CENTIMETRE_ALL_ROUND_M2));
        intake.delete("");
    }

    /** A block holds outline and hatch; it stands in the drawing once or more often. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            one, its name beside it      | 0,0      | false | false | 东园
            one, its name within         | 0,0      | true  | false | 东园
            two, a name beside one       | 0,0 90,0 | false | false | 东园,公园绿地 3
            two, the name within         | 0,0 90,0 | true  | false | 东园,东园
            one on top of the other      | 0,0 0,0  | false | false | 东园
            a block within a block       | 0,0      | false | true  | 东园
            the same in two places       | 0,0 90,0 | false | true  | 东园,公园绿地 3
            """)
    void aBlockOfOutlineAndHatchIsOnePlotWhereItStands(
            String name, String places, boolean named, boolean nested, String labels) throws IOException {
        String drawing = drawing();
        String text = drawing.substring(drawing.indexOf(TEXT), drawing.lastIndexOf("  0\nENDSEC"));
        var blocks = new StringBuilder("  0\nSECTION\n  2\nBLOCKS\n")
                .append(block("plot", "  0\n" + outline(drawing) + "  0\n" + hatch(drawing) + (named ? text : "")))
                .append(block("around", insert("plot", "0,0")))
                .append("  0\nENDSEC\n");
        var entities = new StringBuilder("  0\nSECTION\n  2\nENTITIES\n").append(named ? "" : text);
        for (String place : places.split(" ")) {
            entities.append(insert(nested ? "around" : "plot", place));
        }
        String header = drawing.substring(0, drawing.indexOf("  0\nSECTION\n  2\nENTITIES"));
        var intake = new HttpIntake(plan);
        JsonNode preview = preview(intake, header + blocks + entities + "  0\nENDSEC\n  0\nEOF\n");
        List<String> expected = List.of(labels.split(","));
        assertThat(preview.findValuesAsText("label"))
                .as(preview.toString())
                .containsExactlyInAnyOrderElementsOf(expected);
        for (JsonNode item : preview.at("/0/items")) {
            assertThat(areaM2(item)).isCloseTo(3000, within(A_CENTIMETRE_ALL_ROUND_M2));
        }
        assertThat(preview.at("/0/mended/0/words/en").asText()).contains("The hatch repeats the outline");
        assertThat(preview.at("/0/mended/0/count").asInt()).isEqualTo(expected.size());
        intake.delete("");
    }

    private static String drawing() throws IOException {
        return Files.readString(CASES.resolve("outline-and-hatch.dxf"), Charset.forName("GB18030"))
                .replace("\r\n", "\n");
    }

    private static String outline(String drawing) {
        return drawing.substring(drawing.indexOf("LWPOLYLINE"), drawing.indexOf("  0\nHATCH"));
    }

    private static String hatch(String drawing) {
        return drawing.substring(drawing.indexOf("HATCH"), drawing.indexOf(TEXT));
    }

    private static String block(String name, String entities) {
        return "  0\nBLOCK\n  8\n0\n  2\n" + name + "\n 70\n0\n 10\n0\n 20\n0\n" + entities + "  0\nENDBLK\n  8\n0\n";
    }

    private static String insert(String block, String place) {
        List<String> xy = List.of(place.split(","));
        return "  0\nINSERT\n  8\n绿地\n  2\n" + block + "\n 10\n" + xy.get(0) + "\n 20\n" + xy.get(1) + "\n";
    }

    /** All layers with areas, taken as parks. */
    private static JsonNode preview(HttpIntake intake, String drawing) throws IOException {
        intake.put("plan.dxf", drawing.getBytes("GB18030"));
        JsonNode found = intake.done("survey", "{}").at("/found/layers");
        var layers = new StringBuilder();
        for (JsonNode layer : found) {
            if (layer.at("/kinds/polygon").asInt() > 0) {
                layers.append(layers.isEmpty() ? "" : ",")
                        .append("{\"source\":")
                        .append(layer.path("source").asInt())
                        .append(",\"target\":\"parks\",\"crs\":\"EPSG:4547\",\"fields\":{\"name\":\"name\"}}");
            }
        }
        return intake.done("preview", "{\"layers\":[" + layers + "]}").at("/preview");
    }

    private static double areaM2(JsonNode item) {
        Geometry lonLat = GeoJsonText.parse(item.path("geometry").toString()).geometry();
        return PlanCrs.of("EPSG:4547").toPlane(lonLat).getArea();
    }
}
