package org.greenplan.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.format.shapefile.ShapefileBytes.dbf;
import static org.greenplan.format.shapefile.ShapefileBytes.none;
import static org.greenplan.format.shapefile.ShapefileBytes.row;
import static org.greenplan.format.shapefile.ShapefileBytes.shp;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.Uploads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which encoding a table is read in, by what the file claims and what its bytes can be. */
class TableEncodingTest {
    private static SourceLayer layer(
            String written, String cpg, int ldid, Charset chosen, String column, String value) {
        Charset charset = Charset.forName(written);
        List<String> columns = List.of(column);
        List<Object> files = new ArrayList<>(
                List.of("a.shp", shp(5, none()), "a.dbf", dbf(ldid, charset, columns, row(charset, columns, value))));
        if (cpg != null) {
            files.addAll(List.of("a.cpg", ShapefileBytes.text(cpg)));
        }
        return new ShapefileReader()
                .open(Uploads.of(files.toArray()), new ReadOptions(chosen))
                .get(0);
    }

    @ParameterizedTest(name = "{0} with .cpg {1}, LDID {2} is read as {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            UTF-8        | UTF-8      | 0  | 地块名称   | UTF-8   | .cpg
            UTF-8        | -          | 0  | 地块名称   | UTF-8   | 都符合 UTF-8
            UTF-8        | GBK        | 77 | 地块名称   | UTF-8   | 不是该编码
            UTF-8        | ISO 8859-1 | 87 | 地块名称   | UTF-8   | 不是该编码
            GBK          | GBK        | 0  | 地块名称   | GBK     | .cpg
            GBK          | 936        | 0  | 地块名称   | GBK     | .cpg
            GBK          | ANSI 936   | 0  | 地块名称   | GBK     | .cpg
            GBK          | UTF-8      | 77 | 地块名称   | GBK     | LDID 0x4D
            GBK          | UTF-8      | 0  | 地块名称   | GB18030 | 不是 UTF-8
            GBK          | -          | 77 | 地块名称   | GBK     | LDID 0x4D
            GBK          | -          | 87 | 地块名称   | GB18030 | 不是 UTF-8
            GBK          | -          | 0  | 囧联通     | GB18030 | 不是 UTF-8
            GBK          | ISO-8859-1 | 3  | 公园绿地   | GB18030 | 不是该编码
            GBK          | Klingon    | 77 | 地块名称   | GBK     | 不认识
            GB18030      | -          | 0  | 𠀀𠀁       | GB18030 | 不是 UTF-8
            x-windows-950| 950        | 0  | 綠地       | x-windows-950 | .cpg
            windows-1252 | 1252       | 0  | Müllerstraße | windows-1252 | .cpg
            """)
    void theEncodingIsFound(String written, String cpg, int ldid, String value, String read, String why) {
        SourceLayer layer = layer(written, cpg, ldid, null, "MC C 20", value);
        assertThat(Uploads.rows(layer).get(0).values()).containsEntry("MC", value);
        String findings =
                String.join("\n", layer.findings().stream().map(w -> w.zh()).toList());
        assertThat(findings).contains("文字编码：" + read, why);
    }

    @Test
    void thePlannersWordGoesFirst() {
        SourceLayer layer = layer("GBK", "UTF-8", 0, Charset.forName("GBK"), "名称 C 20", "游园");
        assertThat(Uploads.rows(layer).get(0).values()).containsEntry("名称", "游园");
        assertThat(layer.findings()).anyMatch(w -> w.zh().contains("由您选定"));
    }

    @Test
    void aCharacterCutAtTheEndOfItsColumnGoesAndDecidesNothing() {
        assertThat(Uploads.rows(layer("UTF-8", null, 0, null, "MC C 10", "孟津路游园"))
                        .get(0)
                        .values())
                .containsEntry("MC", "孟津路");
        assertThat(Uploads.rows(layer("GBK", null, 77, null, "MC C 5", "孟津路"))
                        .get(0)
                        .values())
                .containsEntry("MC", "孟津");
    }

    @Test
    void plainTextsNeedNoWordAboutTheirEncoding() {
        assertThat(layer("UTF-8", null, 0, null, "MC C 20", "G14").findings()).noneMatch(w -> w.zh().contains("编码"));
    }
}
