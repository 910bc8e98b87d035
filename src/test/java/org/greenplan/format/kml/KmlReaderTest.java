package org.greenplan.format.kml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenplan.format.GivenFiles.rows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.greenplan.format.GivenFiles;
import org.greenplan.format.ReadOptions;
import org.greenplan.format.SourceFiles;
import org.greenplan.format.SourceLayer;
import org.greenplan.format.SourceRow;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** KML as Google Earth, Ovital and hands write it. */
class KmlReaderTest {
    private static final KmlReader READER = new KmlReader();
    private static final String SQUARE =
            "<Polygon><outerBoundaryIs><LinearRing><coordinates>113.29,34.81,120 113.3,34.81,120 113.3,34.82,120"
                    + "</coordinates></LinearRing></outerBoundaryIs></Polygon>";

    @Test
    void foldersAreLayersAndDataAreTyped() {
        String kml = kml(
                "<Document><name>全区</name><Schema id='s' name='s'><SimpleField type='int' name='n'/>"
                        + "<SimpleField type='string' name='code'/><SimpleField type='double' name='area'/></Schema>"
                        + "<Folder><Placemark id='p1'><name>甲</name><description><![CDATA[<b>x</b>]]></description><ExtendedData>"
                        + "<SchemaData schemaUrl='#s'><SimpleData name='n'>7</SimpleData><SimpleData name='code'>007</SimpleData>"
                        + "<SimpleData name='area'>5</SimpleData></SchemaData><Data name='年'><value>2019</value></Data></ExtendedData>"
                        + SQUARE + "</Placemark><name>公园</name></Folder>"
                        + "<Folder><name>湖</name><Placemark><Point><coordinates>113.3,34.8</coordinates></Point></Placemark></Folder></Document>");
        List<SourceLayer> layers = READER.open(GivenFiles.of("a.kml", kml), ReadOptions.DETECT);
        assertThat(layers).extracting(SourceLayer::name).containsExactly("公园", "湖");
        SourceRow park = rows(layers.get(0)).get(0);
        assertThat(park.id()).isEqualTo("p1");
        assertThat(park.values())
                .containsEntry("name", "甲")
                .containsEntry("description", "<b>x</b>")
                .containsEntry("n", 7L)
                .containsEntry("code", "007")
                .containsEntry("area", 5.0)
                .containsEntry("年", 2019L);
        assertThat(park.notes().stream().map(n -> n.kind())).containsExactly("ring-closed", "height-dropped");
        assertThat(layers.get(0).crs())
                .hasValueSatisfying(crs -> assertThat(crs.epsg()).isEqualTo(4326));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Point><coordinates> 113.3 , 34.8 , 0 </coordinates></Point>|POINT",
                "<LineString><coordinates>1,2 3,4\t5,6</coordinates></LineString>|LINESTRING",
                "<LinearRing><coordinates>1,2 3,4 5,6</coordinates></LinearRing>|LINESTRING",
                "<MultiGeometry><Point><coordinates>1,2</coordinates></Point><MultiGeometry><Point><coordinates>3,4</coordinates></Point></MultiGeometry></MultiGeometry>|MULTIPOINT",
                "<gx:Track xmlns:gx='http://www.google.com/kml/ext/2.2'><when>2019</when><gx:coord>1 2 3</gx:coord><gx:coord>4 5 6</gx:coord></gx:Track>|LINESTRING",
                "<MultiGeometry><Point><coordinates>1,2</coordinates></Point><LineString><coordinates>1,2 3,4</coordinates></LineString></MultiGeometry>|GEOMETRYCOLLECTION"
            })
    void everyShapeIsRead(String shape, String type) {
        SourceRow row = rows(READER, GivenFiles.of("a.kml", kml("<Placemark>" + shape + "</Placemark>")))
                .get(0);
        assertThat(row.shape().toText()).startsWith(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "UTF-16LE"})
    void theDeclarationMayLieAboutTheEncoding(String charset) {
        String text = (charset.startsWith("UTF-16") ? "\uFEFF" : "") + kml("<Placemark><name>孟津路游园</name></Placemark>");
        assertThat(rows(READER, GivenFiles.of("a.kml", text, charset)).get(0).values())
                .containsEntry("name", "孟津路游园");
        String declared = text.replace("UTF-8", "GB2312");
        if (charset.equals("GBK")) {
            assertThat(rows(READER, GivenFiles.of("a.kml", declared, charset))
                            .get(0)
                            .values())
                    .containsEntry("name", "孟津路游园");
        }
    }

    @Test
    void linksAndPicturesAreNamedAndNeverFollowed() {
        String kml = kml(
                "<Document><NetworkLink><name>x</name><Link><href>http://example.invalid/a.kml</href></Link></NetworkLink>"
                        + "<GroundOverlay><name>y</name><Icon><href>z.png</href></Icon></GroundOverlay><Placemark/></Document>");
        SourceLayer layer =
                READER.open(GivenFiles.of("a.kml", kml), ReadOptions.DETECT).get(0);
        assertThat(layer.findings().toString()).contains("http://example.invalid/a.kml", "Picture overlays");
        assertThat(rows(layer)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE kml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><kml><Placemark><name>&x;</name></Placemark></kml>",
                "<kml><Placemark><Point><coordina"
            })
    void whatIsBrokenOrHostileIsRefusedInWords(String kml) {
        assertThatThrownBy(() -> rows(READER, GivenFiles.of("坏.kml", kml)))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.words().zh()).contains("坏.kml"));
    }

    /** One bad record refuses itself and leaves the others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b|\"a\" is no coordinate",
                "NaN,1|\"NaN\" is no coordinate",
                "1|A position is",
                "113.1,34.8,0,7 113.2,34.8,0|A position is",
                "113.1,34.8 113.2;34.8|\"113.2;34.8\" is no coordinate"
            })
    void aBadPositionLeavesTheOtherPlacemarks(String coordinates, String said) {
        String good = "<Placemark><Point><coordinates>,113.1,34.8,nan</coordinates></Point></Placemark>";
        String bad = "<Placemark><LineString><coordinates>" + coordinates + "</coordinates></LineString></Placemark>";
        var rows = rows(READER, GivenFiles.of("a.kml", "<kml><Document>" + bad + good + "</Document></kml>"));
        assertThat((Object) rows.get(0).shape()).isNull();
        assertThat(rows.get(0).notes().get(0).words().en()).contains(said);
        assertThat(rows.get(1).shape().getCoordinate().x).isEqualTo(113.1);
    }

    /** What a balloon shows becomes attributes, whoever wrote it; other descriptions stay what they are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table><tr><td>DKMC</td><td>东园</td></tr><tr><td>DKBH</td><td>G-01</td></tr></table>",
                "<html><table><tr><td>东园</td></tr><tr><td><table><tr bgcolor='#D4E4F3'><td>DKMC</td><td>东园</td></tr><tr><td>DKBH</td><td>G-01</td></tr></table></td></tr></table></html>",
                "<TABLE><TR><TH>DKMC</TH><TD>&#19996;&#22253;</TD></TR><TR><TH>DKBH</TH><TD>G-01</TD></TR><TR><TH>BZ</TH><TD>&lt;Null&gt;</TD></TR></TABLE>",
                "<ul><li><strong><span class='atr-name'>DKMC</span>:</strong> <span class='atr-value'>东园</span></li><li><strong>DKBH</strong>: G-01</li></ul>",
                "<b>DKMC</b>: 东园<br/><b>DKBH</b> = G-01<br/>"
            })
    void balloonsBecomeAttributes(String html) {
        String placemark = "<Placemark><name>0</name><description><![CDATA[" + html
                + "]]></description><Point><coordinates>113.1,34.8</coordinates></Point></Placemark>";
        var row = rows(READER, GivenFiles.of("a.kml", "<kml>" + placemark + "</kml>"))
                .get(0);
        assertThat(row.values()).containsEntry("DKMC", "东园").containsEntry("DKBH", "G-01");
        assertThat(row.values()).doesNotContainKeys("name", "description");
    }

    @ParameterizedTest
    @ValueSource(strings = {"北侧为<b>孟津路</b>", "a < b", "<p>现状为空地。</p>", "plain"})
    void otherDescriptionsStay(String text) {
        String placemark = "<Placemark><name>0</name><description><![CDATA[" + text
                + "]]></description><Point><coordinates>113.1,34.8</coordinates></Point></Placemark>";
        var row = rows(READER, GivenFiles.of("a.kml", "<kml>" + placemark + "</kml>"))
                .get(0);
        assertThat(row.values()).containsEntry("description", text).containsKey("name");
    }

    /** Programs over shifted maps are proposed as shifted; the standard holds for all others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.ovkml|<name>x</name>|GCJ_02",
                "a.kml|<name>奥维互动地图导出</name>|GCJ_02",
                "a.kml|<!-- Ovital Map 9.5 --><name>x</name>|GCJ_02",
                "a.kml|<description>from amap.com</description>|GCJ_02",
                "a.kml|<name>高德地图</name>|GCJ_02",
                "a.kml|<name>百度地图</name>|BD_09",
                "a.kml|<name>奥维互动地图(WGS84)</name>|",
                "a.kml|<name>高德路游园</name>|",
                "a.kml|<name>x</name>|"
            })
    void whoWroteItTellsWhetherItIsShifted(String file, String head, String shift) {
        String kml = "<kml><Document>" + head
                + "<Placemark><name>百度地图路口</name><Point><coordinates>113.1,34.8</coordinates></Point></Placemark></Document></kml>";
        var crs = READER.open(GivenFiles.of(file, kml), ReadOptions.DETECT)
                .get(0)
                .crs()
                .orElseThrow();
        assertThat(crs.shift() == null ? null : crs.shift().name()).isEqualTo(shift);
    }

    @Test
    void depthAndLengthAreBounded() {
        for (String kml : List.of(
                "<kml>" + "<Folder>".repeat(5000),
                "<kml><Placemark>" + "<MultiGeometry>".repeat(5000),
                "<kml><Placemark>" + "<x>".repeat(5000),
                "<kml><Placemark a='" + "x".repeat(5_000_000),
                "<kml><Placemark><name><![CDATA[" + "<>".repeat(2_500_000))) {
            assertThatThrownBy(() -> rows(READER, GivenFiles.of("a.kml", kml))).isInstanceOf(Problem.Invalid.class);
        }
    }

    @Test
    void aKmzIsUnpackedWithCare() throws IOException {
        byte[] kml = kml("<Placemark>" + SQUARE + "</Placemark>").getBytes(StandardCharsets.UTF_8);
        assertThat(rows(READER, GivenFiles.of("a.kmz", zip("files/b.kml", new byte[1], "doc.kml", kml))))
                .hasSize(1);
        assertThatThrownBy(() -> rows(READER, GivenFiles.of("a.kmz", zip("../doc.kml", kml))))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> rows(READER, GivenFiles.of("a.kmz", zip("a.txt", kml))))
                .isInstanceOf(Problem.Invalid.class);
        byte[] bomb = new byte[60_000_000];
        java.util.Arrays.fill(bomb, (byte) ' ');
        assertThatThrownBy(() -> rows(READER, GivenFiles.of("a.kmz", zip("doc.kml", bomb))))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.words().en()).contains("too large"));
    }

    /** What was whole before a file breaks off comes in, and where it breaks off is said; nothing whole is a refusal. */
    @Test
    void aFileThatBreaksOffGivesWhatWasWhole() {
        String one = "<Placemark><name>甲</name>" + SQUARE + "</Placemark>\n";
        String cut = kml("<Document>\n" + one + one + one.substring(0, one.length() / 2))
                .replace("</kml>", "");
        var layer = READER.open(GivenFiles.of("a.kml", cut), ReadOptions.DETECT).get(0);
        assertThat(GivenFiles.rows(layer)).hasSize(2);
        assertThat(layer.findings()).anySatisfy(said -> {
            assertThat(said.zh()).contains("第 5 行").contains("2 个地标");
            assertThat(said.en()).contains("line 5").contains("2 placemarks");
        });
        assertThatThrownBy(() -> rows(READER, GivenFiles.of("a.kml", one.substring(0, 40))))
                .isInstanceOf(Problem.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A&B|A&B",
                "A & B|A & B",
                "A&amp;B|A&B",
                "&#30002;&#x4E59;|甲乙",
                "a&nbsp;b|a&nbsp;b",
                "<![CDATA[A&B&amp;]]>|A&B&amp;",
                "&&lt;&|&<&"
            })
    void anAmpersandCostsNoFile(String written, String read) {
        String kml =
                kml("<Document><Placemark id='x&y'><name>" + written + "</name>" + SQUARE + "</Placemark></Document>");
        SourceRow row = rows(READER, GivenFiles.of("a.kml", kml)).get(0);
        assertThat(row.values()).containsEntry("name", read);
        assertThat(row.id()).isEqualTo("x&y");
    }

    @Test
    void brokenBytesGiveRowsOrWords() throws IOException {
        byte[] kml =
                kml("<Document><Folder><name>甲</name><Placemark><name>x</name><ExtendedData><Data name='a'><value>1</value>"
                                + "</Data></ExtendedData>" + SQUARE + "</Placemark></Folder></Document>")
                        .getBytes(StandardCharsets.UTF_8);
        GivenFiles.fuzz(READER, "a.kml", kml, 1500);
        GivenFiles.fuzz(READER, "a.kmz", zip("doc.kml", kml), 800);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KML", "LIBKML"})
    void whatGdalWritesIsRead(String driver) {
        SourceFiles in = GivenFiles.of(
                "parks.geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"Name\":\"孟津路游园\",\"n\":7},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[113.29,34.81],[113.3,34.81],[113.3,34.82],[113.29,34.81]]]}}]}");
        Path out = GivenFiles.folder().resolve("out.kml");
        GivenFiles.run(
                "ogr2ogr",
                "-f",
                driver,
                out.toString(),
                in.files().get(0).path().toString());
        SourceRow row = rows(READER, GivenFiles.of(out)).get(0);
        assertThat(row.values()).containsEntry("name", "孟津路游园").containsEntry("n", 7L);
        assertThat(row.shape().getArea()).isGreaterThan(0);
    }

    private static String kml(String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">" + inside
                + "</kml>";
    }

    private static byte[] zip(Object... namesAndBytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
