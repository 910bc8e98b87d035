package org.greenplan.format.dxf.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenplan.format.GivenFiles;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawings of many layers, with texts in what code page ever, ended in what way ever. */
class DxfLayersTest {
    private static final String HEAD =
            "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1015\n9\n$DWGCODEPAGE\n3\n@@\n0\nENDSEC\n"
                    + "0\nSECTION\n2\nENTITIES\n";
    private static final String TAIL = "0\nENDSEC\n0\nEOF\n";

    /** Each layer is read from its own places in the file: all of them together are read once more, not once for each. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 120})
    void whatALayerHoldsIsReadFromItsOwnPlaces(int layers) {
        StringBuilder text = new StringBuilder(HEAD.replace("@@", "ANSI_936"));
        for (int k = 0; k < 1200; k++) {
            String layer = "L" + k % layers;
            text.append(square(layer, 10.0 * k)).append(label(layer, 10.0 * k, "P" + k));
        }
        List<SourceLayer> found = new DxfReader().open(GivenFiles.of("many.dxf", text + TAIL), ReadOptions.DETECT);
        assertThat(found).hasSize(layers);
        List<String> names = new ArrayList<>();
        for (SourceLayer layer : found) {
            List<SourceRow> rows = GivenFiles.rows(layer);
            assertThat(rows).hasSize(1200 / layers + (1200 % layers > found.indexOf(layer) ? 1 : 0));
            rows.forEach(row -> names.add(
                    row.values().get("name") + "@" + Math.round(row.shape().getCoordinate().x)));
            rows.forEach(row -> assertThat(row.values()).containsEntry("layer", layer.name()));
        }
        assertThat(names).hasSize(1200).doesNotHaveDuplicates().contains("P0@435000", "P1199@446990");
    }

    /** A block that holds things on several layers shows each of them on its own, wherever it stands. */
    @Test
    void aBlockOfManyLayersIsReadLayerByLayer() {
        StringBuilder block = new StringBuilder("0\nSECTION\n2\nBLOCKS\n0\nBLOCK\n8\n0\n2\nall\n10\n0\n20\n0\n");
        for (int k = 0; k < 6; k++) {
            block.append(square("L" + k % 3, 10.0 * k));
        }
        block.append("0\nENDBLK\n8\n0\n0\nENDSEC\n");
        String head = HEAD.replace("@@", "ANSI_936")
                .replace("0\nSECTION\n2\nENTITIES\n", block + "0\nSECTION\n2\nENTITIES\n");
        String inserts = "0\nINSERT\n8\nX\n2\nall\n10\n0\n20\n0\n0\nINSERT\n8\nX\n2\nall\n10\n0\n20\n500\n";
        List<SourceLayer> found =
                new DxfReader().open(GivenFiles.of("b.dxf", head + inserts + TAIL), ReadOptions.DETECT);
        assertThat(found).extracting(SourceLayer::name).containsExactly("L0", "L1", "L2");
        assertThat(found).allSatisfy(layer -> assertThat(GivenFiles.rows(layer)).hasSize(4));
    }

    /** The header's code page is believed as long as the texts can be it; three-byte UTF-8 is nothing else. */
    @ParameterizedTest
    @CsvSource({
        "ANSI_936,UTF-8,公园绿地",
        "ANSI_936,GB18030,公园绿地",
        "ANSI_936,GB18030,堃园游园",
        "GB2312,GB18030,堃园",
        "ANSI_950,UTF-8,公園綠地",
        "ANSI_950,Big5,公園綠地",
        "ANSI_1252,GB18030,公园绿地",
        "ANSI_1252,UTF-8,公园绿地",
        "UTF-8,GB18030,公园绿地"
    })
    void theTextsHaveTheLastWordOnTheCodePage(String page, String written, String name) {
        String text = HEAD.replace("@@", page) + square(name, 0) + label(name, 0, name) + TAIL;
        var files = GivenFiles.of("p.dxf", text.getBytes(Charset.forName(written)));
        SourceLayer layer = new DxfReader().open(files, ReadOptions.DETECT).get(0);
        assertThat(layer.name()).isEqualTo(name);
        assertThat(GivenFiles.rows(layer).get(0).values()).containsEntry("name", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\u001A", "\n\n\n", "\u0000\u0000\u0000", "  \n\u001A\n", "0\nLINE\nrubbish\n", "<html>"})
    void whatStandsBehindTheEndIsNothing(String behind) {
        String text = HEAD.replace("@@", "ANSI_936") + square("绿地", 0) + TAIL + behind;
        SourceLayer layer = new DxfReader()
                .open(GivenFiles.of("e.dxf", text, "GB18030"), ReadOptions.DETECT)
                .get(0);
        assertThat(GivenFiles.rows(layer)).hasSize(1);
        assertThat(layer.findings().toString()).doesNotContain("not read");
    }

    /** Lines whose ends miss each other by a slip make an outline, and it is told; wider gaps stay open. */
    @ParameterizedTest
    @CsvSource({"0.0005,2,false", "0.005,2,true", "0.019,2,true", "0.05,1,false"})
    void endsThatNearlyMeetAreJoined(double gap, int dimension, boolean told) {
        String text = HEAD.replace("@@", "ANSI_936")
                + line(0, 0, 50, 0)
                + line(50 + gap, 0, 50, 60)
                + line(50, 60, 0, 60)
                + line(0, 60, 0, 0)
                + TAIL;
        SourceRow row = GivenFiles.rows(new DxfReader()
                        .open(GivenFiles.of("l.dxf", text), ReadOptions.DETECT)
                        .get(0))
                .get(0);
        assertThat(row.shape().getDimension()).isEqualTo(dimension);
        assertThat(row.notes().stream().anyMatch(n -> n.kind().equals("gap-closed")))
                .isEqualTo(told);
    }

    private static String square(String layer, double x) {
        return String.format(
                Locale.ROOT,
                "0\nLWPOLYLINE\n8\n%s\n90\n4\n70\n1\n10\n%.3f\n20\n3853600\n10\n%.3f\n20\n3853600\n10\n%.3f\n20\n3853606\n10\n%.3f\n20\n3853606\n",
                layer,
                435000 + x,
                435006 + x,
                435006 + x,
                435000 + x);
    }

    private static String label(String layer, double x, String words) {
        return String.format(
                Locale.ROOT, "0\nTEXT\n8\n%s\n10\n%.3f\n20\n3853603\n40\n0.5\n1\n%s\n", layer, 435001 + x, words);
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "0\nLINE\n8\n0\n10\n%.4f\n20\n%.4f\n11\n%.4f\n21\n%.4f\n",
                435000 + x1,
                3853600 + y1,
                435000 + x2,
                3853600 + y2);
    }
}
