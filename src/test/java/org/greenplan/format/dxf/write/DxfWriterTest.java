package org.greenplan.format.dxf.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.format.TargetRow;
import org.greenplan.format.WriteOptions;
import org.greenplan.format.dxf.read.DrawingText;
import org.greenplan.format.dxf.read.DxfReader;
import org.greenplan.format.dxf.read.DxfReaderTest;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The drawing for designers, and what comes back of it. */
class DxfWriterTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "vertices", "hatch", "encoding"})
    void whatGoesOutComesBackByItsPlotId(String option) {
        HandOver sample = HandOver.sample();
        Map<String, String> options =
                option.isEmpty() ? Map.of() : Map.of(option, option.equals("encoding") ? "escapes" : "true");
        assertSame(sample, DrawingText.layers(sample.written(options)));
    }

    private static void assertSame(HandOver sample, List<SourceLayer> layers) {
        List<SourceRow> rows = DrawingText.rows(layers);
        assertThat(rows).hasSize(sample.all().size());
        for (TargetRow sent : sample.all()) {
            SourceRow back = rows.stream()
                    .filter(r -> sent.plotId().equals(r.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(back.values().get("name")).isEqualTo(sent.values().get("name"));
            assertThat(DxfReaderTest.shape(back)
                            .norm()
                            .equalsExact(
                                    sent.shape().getNumGeometries() == 1
                                            ? sent.shape().getGeometryN(0).norm()
                                            : sent.shape().norm(),
                                    0.001))
                    .as(sent.plotId() + " " + back.shape())
                    .isTrue();
        }
        assertThat(layers.get(0).crs().orElseThrow().epsg()).isEqualTo(4526);
    }

    @Test
    void everyClassHasALayerWithItsColour() {
        List<SourceLayer> layers = DrawingText.layers(HandOver.sample().written(Map.of()));
        assertThat(layers)
                .extracting(SourceLayer::name)
                .containsExactly("公园绿地-G14-游园", "公园绿地-G12-社区公园", "生态廊道", "河流", "水源与水工设施");
        assertThat(DrawingText.rows(layers))
                .allSatisfy(r -> assertThat((String) r.values().get("colour")).startsWith("#"));
    }

    /** Colour 7 is black on a white sheet and white on a black one; a true colour beside it would win. */
    @Test
    void textsAreSeenOnBlackAndOnWhite() {
        String text = new String(HandOver.sample().written(Map.of("vertices", "true")), Charset.forName("GBK"));
        for (String layer : List.of("标注", "底图标注", "界址点", "界址点表", "说明")) {
            assertThat(text).contains("\r\n2\r\n" + layer + "\r\n70\r\n0\r\n62\r\n7\r\n6\r\nContinuous\r\n");
        }
        assertThat(text)
                .contains("\r\n2\r\n公园绿地-G14-游园\r\n70\r\n0\r\n62\r\n")
                .doesNotContain("G14-游园\r\n70\r\n0\r\n62\r\n7\r\n");
    }

    @Test
    void everyClassOfALayerHasAColourOfItsOwn() {
        int parks = DxfColour.rgb("#58a65c");
        Set<Integer> numbers = new HashSet<>();
        for (int place = 0; place < 48; place++) {
            int rgb = DxfColour.ofClass(parks, place);
            numbers.add(DxfColour.nearest(rgb));
            int bright = Math.max(rgb >> 16 & 255, Math.max(rgb >> 8 & 255, rgb & 255));
            assertThat(bright).isEqualTo(165);
        }
        assertThat(numbers).hasSize(48);
        assertThat(HandOver.CATALOGUE.codeLists().values())
                .allMatch(codes -> codes.codes().size() <= 48);
    }

    @Test
    void theDrawingIsPlainTextWithoutExponents() {
        String text = new String(
                HandOver.sample().written(Map.of("vertices", "true", "encoding", "escapes")),
                StandardCharsets.US_ASCII);
        assertThat(text)
                .startsWith("999\r\nGREENPLAN crs=4526\r\n0\r\nSECTION\r\n")
                .endsWith("0\r\nEOF\r\n")
                .contains("10\r\n38435135.352\r\n20\r\n3853844.313\r\n")
                .contains("1\r\n9900.50 \\U+33A1 14.85 \\U+4EA9\r\n")
                .contains("1\r\nJ1\r\n")
                .contains("J1  1  3853744.310  38435035.350")
                .doesNotContainPattern("\r\n(?:10|20|11|21|40)\r\n[-0-9.]*[eE]");
        assertThat(new String(HandOver.sample().written(Map.of()), Charset.forName("GBK")))
                .contains("公园绿地-G14-游园", "ANSI_936", "9900.50 ㎡ 14.85 亩")
                .doesNotContain("U+");
    }

    @Test
    void aLocalOriginIsWrittenAndAddedBack(@TempDir Path folder) throws IOException {
        byte[] zipped = HandOver.sample().written(Map.of("origin", "local"));
        assertThat(new DxfWriter().extension(new WriteOptions(Map.of("origin", "local"))))
                .isEqualTo("zip");
        Path drawing = folder.resolve("a.dxf");
        Path note = folder.resolve("a.txt");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("shangjie-2019.dxf");
            Files.write(drawing, zip.readAllBytes());
            assertThat(zip.getNextEntry().getName()).isEqualTo("shangjie-2019.txt");
            Files.write(note, zip.readAllBytes());
        }
        assertThat(Files.readString(note))
                .contains("GREENPLAN crs=4526 origin=38435000.000,3853000.000", "东 38435000.000");
        assertThat(Files.readString(drawing, StandardCharsets.ISO_8859_1))
                .contains("10\r\n35.350\r\n20\r\n744.310\r\n");
        var files = new SourceFiles(List.of(file(drawing), file(note)));
        assertThat(new DxfReader().claims(files)).hasSize(2);
        assertSame(HandOver.sample(), new DxfReader().open(files, ReadOptions.DETECT));
        String resaved = Files.readString(drawing, StandardCharsets.ISO_8859_1)
                .replaceFirst("999\r\n[^\r]*\r\n", "")
                .replaceAll("35\\.350", "36.350");
        List<SourceRow> rows = DrawingText.rows(DrawingText.layers(resaved.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(rows.get(0).shape().getEnvelopeInternal().getMinX()).isEqualTo(38_435_036.35);
    }

    private static SourceFile file(Path path) throws IOException {
        return new SourceFile(path.getFileName().toString(), path, Files.size(path));
    }

    @Test
    void aDeletedRingIsNoticedAndACopyStaysApart() {
        String text = new String(HandOver.sample().written(Map.of()), StandardCharsets.ISO_8859_1);
        int hole = text.indexOf("LWPOLYLINE", text.indexOf("LWPOLYLINE") + 10);
        String without = text.substring(0, hole) + "OLE2FRAME" + text.substring(hole + 10);
        SourceRow row = DrawingText.rows(DrawingText.layers(without.getBytes(StandardCharsets.ISO_8859_1))).stream()
                .filter(r -> "parks.17".equals(r.id()))
                .findFirst()
                .orElseThrow();
        assertThat(row.notes()).extracting(n -> n.kind()).containsExactly("rings-missing");
        int first = text.indexOf("0\r\nLWPOLYLINE");
        String twice = text.substring(0, hole - 3) + text.substring(first, hole - 3) + text.substring(hole - 3);
        assertThat(DrawingText.rows(DrawingText.layers(twice.getBytes(StandardCharsets.ISO_8859_1))).stream()
                        .filter(r -> "parks.17".equals(r.id())))
                .hasSize(2);
    }

    @Test
    void degreesAndUnknownOptionsAreRefused() {
        assertThatThrownBy(() -> HandOver.sample().in(4490).written(Map.of()))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("cannot be in degrees");
        assertThatThrownBy(() -> HandOver.sample().written(Map.of("colour", "red")))
                .hasMessageContaining("no option \"colour\"");
        assertThatThrownBy(() -> HandOver.sample().written(Map.of("origin", "here")))
                .hasMessageContaining("only be \"local\"");
    }

    @Test
    void colourNumbersFollowAutoCadsRule() {
        assertThat(DxfColour.of(10)).isEqualTo(0xFF0000);
        assertThat(DxfColour.of(50)).isEqualTo(0xFFFF00);
        assertThat(DxfColour.of(92)).isEqualTo(0x00A500);
        assertThat(DxfColour.of(170)).isEqualTo(0x0000FF);
        assertThat(DxfColour.of(11)).isEqualTo(0xFF7F7F);
        assertThat(DxfColour.nearest(0xFF0000)).isEqualTo(1);
        assertThat(DxfColour.nearest(0x333333)).isEqualTo(250);
    }
}
