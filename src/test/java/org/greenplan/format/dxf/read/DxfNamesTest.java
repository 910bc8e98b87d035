package org.greenplan.format.dxf.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.greenplan.format.SourceRow;
import org.greenplan.format.dxf.DxfText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of a drawing as names of its plots. */
class DxfNamesTest {
    @Test
    void theTextInsideNamesThePlotAndTheDistrictAroundKeepsNone() {
        List<SourceRow> rows = new DrawingText()
                .rectangle("district", 0, 0, 1000, 1000)
                .rectangle("plots", 10, 10, 50, 50)
                .rectangle("plots", 100, 10, 50, 50)
                .rectangle("plots", 120, 20, 50, 50)
                .text("labels", 20, 30, "孟津路游园")
                .text("labels", 20, 20, "2500.00 m²")
                .text("labels", 130, 30, "two plots")
                .rows();
        assertThat(rows)
                .extracting(r -> r.values().get("name"))
                .containsExactly(null, "孟津路游园", null, null, "two plots");
        assertThat(rows.get(1).values()).containsEntry("text", "孟津路游园\n2500.00 m²");
        assertThat(DxfReaderTest.shape(rows.get(4)).getDimension()).isZero();
    }

    @Test
    void aPlotThatIsOnlyNumberedIsCalledByItsNumber() {
        assertThat(DxfNames.name(List.of("1,200 ㎡", "12")).name()).isEqualTo("12");
        assertThat(DxfNames.name(List.of("1,200 ㎡")).name()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'\\A1;{\\fSimSun|b0|i0|c134;孟津路\\P游园}', '孟津路|游园'",
        "'\\H2.5x;\\C1;a\\~b', 'a b'",
        "'{\\W0.8;\\Q15;\\T1.1;x}', x",
        "'\\S1^2;', 1/2",
        "'c:\\\\d \\{e\\}', 'c:\\d {e}'",
        "'\\pxqc;\\LA\\l', A",
        "'50%%d', 50°"
    })
    void paragraphsLoseTheirFormatting(String written, String read) {
        assertThat(DxfText.paragraphs(written).replace('\n', '|')).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"\\U+516C\\U+56ED, 公园", "\\M+5B9AB\\M+5D4B0, 公园", "%%u公园%%u 45%%D, %%u公园%%u 45%%D", "\\U+51, \\U+51"})
    void escapesStandForCharacters(String written, String read) {
        assertThat(DxfText.unescaped(written)).isEqualTo(read);
    }

    @Test
    void textCodesAreTakenOff() {
        assertThat(DxfText.plain("%%u公园%%u 45%%D %%c100 %%p1 %%065")).isEqualTo("公园 45° ⌀100 ±1 A");
    }

    @Test
    void ofSeveralTextsInAPlotTheLargestIsItsName() {
        SourceRow row = new DrawingText()
                .rectangle("绿地", 0, 0, 100, 100)
                .add(0, "TEXT", 8, "文字", 10, 20, 20, 20, 40, 2, 1, "乔木 12 株")
                .add(0, "TEXT", 8, "文字", 10, 20, 20, 60, 40, 5, 1, "东园")
                .rows()
                .get(0);
        assertThat(row.values()).containsEntry("name", "东园").containsEntry("text", "东园\n乔木 12 株");
    }
}
