package org.greenplan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.greenplan.problem.Problem;
import org.greenplan.recognise.LayerChoice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

/** Files as offices mail them come in as they were meant, or the dialogue asks: from the bytes to the preview. */
class MailedFilesTest {
    private static MailedFiles mailed;

    @BeforeAll
    static void open() {
        mailed = new MailedFiles();
    }

    @AfterAll
    static void close() {
        mailed.close();
    }

    /** An old or an unknown system is asked about: the file is never laid down by the size of its numbers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "txt-old-datum/a.txt|Xi'an 1980, tens of metres off CGCS2000. Enter the seven parameters",
                "txt-old-datum/b.txt|Xi'an 1980, tens of metres off CGCS2000. Enter the seven parameters",
                "txt-old-datum/c.txt|Beijing 1954, tens of metres off CGCS2000. Enter the seven parameters",
                "txt-old-datum/d.txt|names a coordinate system (坐标系=独立坐标系,几度分带=3,带号=38) that is not known"
            })
    void isAskedAbout(String file, String words) {
        assertThatThrownBy(() -> mailed.preview(file))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.words().en()).contains(words));
    }

    /** What comes in, with its name and area, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "txt-comma/a.txt|滨河公园,二期=3000|",
                "txt-comma/b.txt|滨河公园,二期=3000|",
                "txt-full-width/a.txt|地块一=3000|",
                "txt-full-width/b.txt|地块一=3000|",
                "txt-other-lines/a.txt|地块一=3000|Line 3, \"项目概况\"",
                "txt-other-lines/b.txt|地块一=3000|Line 1, \"# 报批坐标\"",
                "table-of-one-plot/点号.csv|点号=3000|joined as the corners of a plot",
                "table-of-one-plot/经纬度.csv|经纬度=3000|joined as the corners of a plot",
                "table-of-one-plot/编号XY.csv|编号XY=3000|joined as the corners of a plot",
                "table-merged-headings/table.xlsx|1=3000|",
                "table-headings/纵坐标X.csv|1=3000|",
                "table-headings/拐点.csv|1=3000|",
                "table-headings/宗地代码.csv|1=3000|",
                "table-headings/地块名称.csv|东园=3000|",
                "table-other-rows/footer.csv|1=3000|2 rows without coordinates were left out",
                "table-other-rows/again.csv|1=3000 2=1200|",
                "table-degrees/E-N-in-front.csv|1=3000|",
                "table-degrees/degree-sign.csv|1=3000|",
                "table-degrees/degrees-decimal-minutes.csv|1=3000|",
                "table-degrees/two-apostrophes.csv|1=3000|",
                "table-numbers/thousands.csv|1=3000|",
                "table-numbers/unit.csv|1=3000|",
                "table-printed/界址点成果表.xlsx|G-01=3000|",
                "dxf-utf8/plan.dxf|公园=3000|the header says AC1015, ANSI_936, but the texts are UTF-8",
                "dxf-after-eof/ctrl-z.dxf|公园=3000|",
                "dxf-after-eof/blank-lines.dxf|公园=3000|",
                "dxf-after-eof/nul.dxf|公园=3000|",
                "dxf-area-label/a.dxf|人民公园=3000|",
                "dxf-area-label/b.dxf|人民公园=3000|",
                "dxf-area-label/c.dxf|人民公园=3000|",
                "dxf-long-name/a.dxf|孟津路与丹江路交叉口街头游园=3000|",
                "dxf-xref/a.dxf|公园绿地 2=3000|The attached drawing 现状.dwg is not in the file",
                "dxf-frame/a.dxf|公园绿地 1=3000|refused: It lies outside the district",
                "kml-gb2312/a.kml|堃园游园=3000|",
                "kml-ovital/东园.ovkml|东园=3000|Ovital since 9.3 writes .ovkml in GCJ-02",
                "kml-ovital/东园.ovkmz|东园=3000|Ovital since 9.3 writes .ovkmz in GCJ-02",
                "kml-label-point/a.kml|东园=3000|A point was left out",
                "kml-balloon/a.kml|孟津路游园=3000|"
            })
    void comesIn(String file, String plots, String said) {
        MailedFiles.Preview preview = mailed.preview(file);
        assertThat(preview.wholePlots()).as(preview.toString()).isEqualTo(plots);
        assertThat(preview.corners().get(0)).isEqualTo("435000 3853600");
        assertThat(String.join(" ", preview.said())).contains(said == null ? "" : said);
    }

    @Test
    void aBrokenCornerIsNamedByTheLineThatAnEditorShows() {
        assertThatThrownBy(() -> mailed.preview("txt-line-numbers/a.txt"))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.words().en()).contains("line 15"));
    }

    @Test
    void twoNumbersInOneCellAreAPlace() {
        var layer = mailed.found("table-one-cell/一格.csv").layers().get(0);
        assertThat(layer.first().stream()
                        .map(row -> row.shape().getCoordinate())
                        .toList())
                .containsExactly(new Coordinate(113.2896248, 34.8086970), new Coordinate(113.2907176, 34.8087034));
    }

    @Test
    void outlinesOpenByASlipAreClosedAndTold() {
        MailedFiles.Preview preview = mailed.preview("dxf-open-outline/plan.dxf");
        assertThat(preview.wholePlots()).matches("\\S+ 1=3000 \\S+ 2=3000 \\S+ 3=3000");
        assertThat(preview.said())
                .contains(
                        "A gap of 1.5 mm in the outline was closed.",
                        "A gap of 2 mm in the outline was closed.",
                        "A gap of 1 cm in the outline was closed.");
    }

    @Test
    void aPathIsABoundaryByChoiceOnly() {
        Intake.Found found = mailed.found("kml-path/红线.kml");
        LayerChoice asProposed = mailed.intake().suggested(found, 0, "parks");
        MailedFiles.Preview refused = mailed.preview(found, List.of(asProposed));
        assertThat(refused.plots()).isEmpty();
        assertThat(refused.said()).anyMatch(w -> w.startsWith("refused: The outline is open by 60 m. If it is"));
        MailedFiles.Preview closed = mailed.preview(found, List.of(MailedFiles.closing(asProposed)));
        assertThat(closed.wholePlots()).endsWith("=3000");
        assertThat(closed.said()).contains("A gap of 60 m in the outline was closed.");
    }

    @Test
    void nothingIsLostWithTheMarksOfTheFormat() {
        MailedFiles.Preview preview = mailed.preview("dxf-r12/a.dxf");
        assertThat(preview.wholePlots()).isEqualTo("公园绿地 1=3000");
        assertThat(preview.said()).noneMatch(w -> w.contains("not read"));
    }

    @Test
    void heightsThatAreNoNumbersLeaveTheirPlots() {
        MailedFiles.Preview preview = mailed.preview("kml-height/a.kml");
        assertThat(preview.plots()).hasSize(2).allMatch(plot -> plot.matches(".*=(?:2999\\.9|3000\\.0).*"));
    }

    /** Where the numbers of a file lie is found out once, not once for each of its layers. */
    @Test
    void layersOfAFileShareOneAnswer() throws IOException {
        StringBuilder text = new StringBuilder("0\nSECTION\n2\nENTITIES\n");
        for (int i = 0; i < 30; i++) {
            int x = 435_000 + 10 * i;
            text.append("0\nLWPOLYLINE\n8\nL" + i + "\n90\n3\n70\n1\n10\n" + x + "\n20\n3853600\n10\n" + (x + 6)
                    + "\n20\n3853600\n10\n" + (x + 6) + "\n20\n3853606\n");
        }
        Path file = Files.createTempFile("greenplan-layers", ".dxf");
        Files.writeString(file, text + "0\nENDSEC\n0\nEOF\n");
        Intake.Found found = mailed.found(file);
        Files.delete(file);
        assertThat(found.candidates()).hasSize(30).allSatisfy(c -> assertThat(c)
                .isSameAs(found.candidates().get(0)));
        assertThat(found.candidates().get(0).get(0).placement().code()).isEqualTo("EPSG:4547");
    }
}
