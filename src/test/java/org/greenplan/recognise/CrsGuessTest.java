package org.greenplan.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.crs.GaussKruger.LonLat;
import org.greenplan.crs.MapShift;
import org.greenplan.crs.PlanCrs;
import org.greenplan.crs.Planes;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.intake.BlankDesk;
import org.greenplan.plan.SamplePlan;
import org.greenplan.problem.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The numbers of a file say in which coordinate system they are, by where they fall. */
class CrsGuessTest {
    private static final Geometry SHANGJIE = SamplePlan.bundled("shangjie", CatalogueReader.bundled()).stream()
            .filter(c -> c.layer().equals("district"))
            .findFirst()
            .orElseThrow()
            .geometry();
    private static final CrsGuess GUESS =
            new CrsGuess(new District(PlanCrs.of("EPSG:4547").toPlane(SHANGJIE), PlanCrs.of("EPSG:4547")));

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4490", "EPSG:4547", "EPSG:4526", "EPSG:3857"})
    void plotsInsideTheDistrictAreRecognisedByTheirNumbers(String code) {
        List<Coordinate> numbers = plots(c -> numbers(code, c));
        assertThat(first(numbers, null)).isEqualTo(code);
        numbers.replaceAll(c -> new Coordinate(c.y, c.x));
        assertThat(first(numbers, null)).isEqualTo(code + ":swapped");
    }

    @Test
    void sixDegreeZonesAreRecognised() {
        var zone = Planes.zone(4508).orElseThrow();
        List<Coordinate> numbers = plots(c -> {
            var p = zone.projection().forward(c.x, c.y);
            return new Coordinate(p.eastM() + 19_000_000, p.northM());
        });
        assertThat(first(numbers, null)).isEqualTo("EPSG:4497");
    }

    /** Without its number a zone of six degrees has the numbers of one of three; two degrees from the meridian it is that of six. */
    @Test
    void sixDegreeZonesWithoutTheirNumberAreRecognised() {
        List<Coordinate> numbers = plots(c -> numbers("EPSG:4508", c));
        assertThat(first(numbers, null)).isEqualTo("EPSG:4508");
        assertThat(CrsGuess.doubt(numbers, GUESS.candidates(List.of(numbers), null)))
                .as("only one lies in the district")
                .isEmpty();
    }

    /** Where no district says where the file lies, the zones are named and nobody chooses but the person. */
    @Test
    void zonesThatFitAlikeAreAskedAbout() {
        try (BlankDesk blank = BlankDesk.near(114, CatalogueReader.bundled())) {
            CrsGuess anywhere = new CrsGuess(District.of(blank.desk()));
            List<Coordinate> numbers = plots(c -> numbers("EPSG:4547", c));
            List<Candidate> candidates = anywhere.candidates(List.of(numbers), null);
            assertThat(CrsGuess.doubt(numbers, candidates).orElseThrow().en())
                    .contains("3-degree, central meridian 114E", "6-degree, central meridian 117E");
            List<Coordinate> prefixed = plots(c -> numbers("EPSG:4526", c));
            assertThat(CrsGuess.doubt(prefixed, anywhere.candidates(List.of(prefixed), null)))
                    .as("a zone number leaves no doubt")
                    .isEmpty();
            var declared = new DeclaredCrs(4547, null, Words.of("声明", "declared"));
            assertThat(CrsGuess.doubt(numbers, anywhere.candidates(List.of(numbers), declared)))
                    .as("nor does what the file says")
                    .isEmpty();
            List<Coordinate> degrees = plots(c -> c);
            assertThat(CrsGuess.doubt(degrees, anywhere.candidates(List.of(degrees), null)))
                    .isEmpty();
            List<Coordinate> small = plots(c -> new Coordinate(80 + (c.x - 113.27) * 2000, (c.y - 34.75) * 1000));
            assertThat(anywhere.candidates(List.of(small), null))
                    .as("a sketch of some fifty metres is not half of China in degrees")
                    .isEmpty();
        }
    }

    @Test
    void theBoundaryOfAShiftedMapIsShiftedBackAndAnUnshiftedOneIsNot() {
        List<Coordinate> truth = new ArrayList<>(Arrays.asList(SHANGJIE.getCoordinates()));
        assertThat(first(truth, null)).isEqualTo("EPSG:4490");
        List<Coordinate> shifted = new ArrayList<>(truth);
        shifted.replaceAll(c -> at(MapShift.GCJ_02.shifted(c.x, c.y)));
        assertThat(first(shifted, null)).isEqualTo("GCJ02");
        assertThat(GUESS.candidates(List.of(shifted), null).get(0).reason().zh())
                .matches("与区界相符，平均相差 0\\.\\d 米");
        shifted.replaceAll(c -> at(MapShift.BD_09.shifted(
                MapShift.GCJ_02.unshifted(c.x, c.y).lonDeg(),
                MapShift.GCJ_02.unshifted(c.x, c.y).latDeg())));
        assertThat(first(shifted, null)).isEqualTo("BD09");
    }

    /** Texts of a .prj: what nobody knows is asked about, an old datum is named, whatever ellipsoid stands under it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOCAL_CS['郑州独立坐标系',LOCAL_DATUM['local',32767],UNIT['Meter',1.0]]|true",
                "坐标系:地方|true",
                "PROJCS['x',GEOGCS['GCS_X',DATUM['D_X',SPHEROID['Bessel_1841',6377397.155,299.1528128]],PRIMEM['Greenwich',0],UNIT['Degree',0.0174532925199433]],PROJECTION['Gauss_Kruger'],PARAMETER['False_Easting',500000],PARAMETER['Central_Meridian',114],UNIT['Meter',1]]|true",
                "PROJCS['Xian_1980_3_Degree_GK_CM_114E',GEOGCS['GCS_Xian_1980',DATUM['D_Xian_1980',SPHEROID['CGCS2000',6378137,298.257222101]],PRIMEM['Greenwich',0],UNIT['Degree',0.0174532925199433]],PROJECTION['Gauss_Kruger'],PARAMETER['False_Easting',500000],PARAMETER['Central_Meridian',114],UNIT['Meter',1]]|XIAN_1980",
                "PROJCS['西安80_114',GEOGCS['GCS_X',DATUM['D_X',SPHEROID['x',6378137,298.257222101]],PRIMEM['Greenwich',0],UNIT['Degree',0.0174532925199433]],PROJECTION['Gauss_Kruger'],PARAMETER['False_Easting',500000],PARAMETER['Central_Meridian',114],UNIT['Meter',1]]|XIAN_1980",
                "GEOGCS['BJ54',DATUM['D_BJ54',SPHEROID['CGCS2000',6378137,298.257222101]],PRIMEM['Greenwich',0],UNIT['Degree',0.0174532925199433]]|BEIJING_1954",
                "PROJCS['CGCS2000_3_Degree_GK_CM_114E',GEOGCS['GCS_China_Geodetic_Coordinate_System_2000',DATUM['D_China_2000',SPHEROID['CGCS2000',6378137,298.257222101]],PRIMEM['Greenwich',0],UNIT['Degree',0.0174532925199433]],PROJECTION['Gauss_Kruger'],PARAMETER['False_Easting',500000],PARAMETER['Central_Meridian',114],UNIT['Meter',1]]|false"
            })
    void whatAPrjNamesIsNeverGuessedAway(String wkt, String asked) {
        var declared = new DeclaredCrs(null, wkt.replace('\'', '"'), Words.of("宗地.prj", "宗地.prj"));
        List<Coordinate> numbers = plots(c -> numbers("EPSG:4547", c));
        boolean known = asked.equals("true") || asked.equals("false");
        assertThat(CrsGuess.question(declared).isPresent()).isEqualTo(asked.equals("true"));
        assertThat(GUESS.candidates(List.of(numbers), declared))
                .allMatch(c -> known || !c.placement().code().equals("EPSG:4547"));
    }

    @Test
    void aLayerAlongTheBoundarySpeaksForItsNeighbours() {
        List<Coordinate> boundary = new ArrayList<>(Arrays.asList(SHANGJIE.getCoordinates()));
        boundary.replaceAll(c -> at(MapShift.GCJ_02.shifted(c.x, c.y)));
        List<Coordinate> plots = plots(c -> at(MapShift.GCJ_02.shifted(c.x, c.y)));
        Candidate first = GUESS.candidates(List.of(boundary, plots), null).get(0);
        assertThat(first.placement().code()).isEqualTo("GCJ02");
        assertThat(first.reason().zh()).matches("与区界相符，平均相差 0\\.\\d 米");
        List<Coordinate> edge = List.of(boundary.get(0), boundary.get(1), boundary.get(0));
        assertThat(GUESS.candidates(List.of(edge, plots), null)
                        .get(0)
                        .placement()
                        .code())
                .as("a plot at the edge is no boundary")
                .isEqualTo("EPSG:4490");
    }

    @Test
    void plotsInsideAreOfferedShiftedBackButNotShiftedUnasked() {
        List<Coordinate> numbers = plots(c -> c);
        List<Candidate> candidates = GUESS.candidates(List.of(numbers), null);
        assertThat(candidates).extracting(c -> c.placement().code()).contains("GCJ02", "BD09");
        assertThat(candidates.get(0).placement().code()).isEqualTo("EPSG:4490");
        assertThat(candidates)
                .filteredOn(c -> c.placement().code().equals("GCJ02"))
                .singleElement()
                .satisfies(c -> assertThat(c.reason().en()).matches("For data from AMap.* shifted back by 5\\d\\d m"));
    }

    @Test
    void whatTheFileSaysComesFirstUnlessItPutsThePlotsElsewhere() {
        List<Coordinate> plane = plots(c -> numbers("EPSG:4547", c));
        DeclaredCrs right = new DeclaredCrs(4547, null, Words.of("声明", "declared"));
        assertThat(GUESS.candidates(List.of(plane), right).get(0).declared()).isTrue();
        DeclaredCrs wrong = new DeclaredCrs(4545, null, Words.of("声明", "declared"));
        List<Candidate> candidates = GUESS.candidates(List.of(plane), wrong);
        assertThat(candidates.get(0).placement().code()).isEqualTo("EPSG:4547");
        assertThat(candidates).extracting(c -> c.placement().code()).contains("EPSG:4545");
    }

    @Test
    void anOldDatumIsNeverGuessedAway() {
        List<Coordinate> plane = plots(c -> numbers("EPSG:2383", c));
        DeclaredCrs byCode = new DeclaredCrs(2383, null, Words.of("坐标系=1980西安坐标系", "declared"));
        DeclaredCrs byText = new DeclaredCrs(
                null,
                "PROJCS[\"Xian_1980_3_Degree_GK_CM_114E\",GEOGCS[\"GCS_Xian_1980\",DATUM[\"D_Xian_1980\","
                        + "SPHEROID[\"Xian_1980\",6378140.0,298.257]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
                        + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
                        + "PARAMETER[\"Central_Meridian\",114.0],PARAMETER[\"Scale_Factor\",1.0],"
                        + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]",
                Words.of("宗地.prj", "宗地.prj"));
        for (DeclaredCrs declared : List.of(byCode, byText)) {
            List<Candidate> candidates = GUESS.candidates(List.of(plane), declared);
            assertThat(candidates.get(0).placement().code()).isEqualTo("EPSG:2383");
            assertThat(candidates)
                    .allSatisfy(c -> assertThat(c.placement().title().zh()).contains("1980西安"));
        }
    }

    @Test
    void aSystemOfTheRegistryThatAFileDeclaresIsTaken() {
        List<Coordinate> utm = plots(c -> {
            // UTM zone 49N: the same meridian as the sixth-degree zone 19, shrunk by 0.9996.
            var p = Planes.zone(4508).orElseThrow().projection().forward(c.x, c.y);
            return new Coordinate(500_000 + (p.eastM() - 500_000) * 0.9996, p.northM() * 0.9996);
        });
        DeclaredCrs declared = new DeclaredCrs(32649, null, Words.of("声明", "declared"));
        Candidate first = GUESS.candidates(List.of(utm), declared).get(0);
        assertThat(first.placement().code()).isEqualTo("EPSG:32649");
        assertThat(first.insideShare()).isEqualTo(1);
    }

    @Test
    void aDrawingOnItsOwnGridHasNoCandidates() {
        List<Coordinate> local = plots(c -> new Coordinate((c.x - 113.2) * 90_000 + 1000, (c.y - 34.7) * 110_000));
        assertThat(GUESS.candidates(List.of(local), null)).isEmpty();
    }

    @Test
    void aLayerWithoutShapesGoesAnywhere() {
        assertThat(GUESS.candidates(List.of(), null))
                .extracting(c -> c.placement().code())
                .containsExactly("EPSG:4490");
    }

    private static String first(List<Coordinate> numbers, DeclaredCrs declared) {
        return GUESS.candidates(List.of(numbers), declared).get(0).placement().code();
    }

    private static Coordinate numbers(String code, Coordinate place) {
        if (code.equals("EPSG:4490")) {
            return place;
        }
        if (code.equals("EPSG:3857")) {
            double lat = Math.toRadians(place.y);
            return new Coordinate(
                    6378137 * Math.toRadians(place.x), 6378137 * Math.log(Math.tan(Math.PI / 4 + lat / 2)));
        }
        var zone = Planes.zone(Integer.parseInt(code.substring(5))).orElseThrow();
        var p = zone.projection().forward(place.x, place.y);
        return new Coordinate(p.eastM(), p.northM());
    }

    /** Places well inside the district. */
    private static List<Coordinate> plots(UnaryOperator<Coordinate> numbers) {
        List<Coordinate> plots = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            plots.add(numbers.apply(new Coordinate(113.270 + i * 0.0007, 34.790 + i * 0.0006)));
        }
        return plots;
    }

    private static Coordinate at(LonLat place) {
        return new Coordinate(place.lonDeg(), place.latDeg());
    }
}
