package org.greenplan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.compare.Prepared;
import org.greenplan.cql2.Filter;
import org.greenplan.cql2.Value;
import org.greenplan.crs.Crs;
import org.greenplan.crs.PlanCrs;
import org.greenplan.crs.Planes;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.filter.LayerFilter;
import org.greenplan.format.Gdal;
import org.greenplan.format.SourceFile;
import org.greenplan.html.Markup;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.plan.DeskFixture;
import org.greenplan.problem.Words;
import org.greenplan.recognise.CrsGuess;
import org.greenplan.recognise.District;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.report.ReportHtml;
import org.greenplan.report.ReportReader;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Plans in Harbin, in Ürümqi and on a city's own plane: drawn, counted, handed out, taken in again and reported. PROJ, by GDAL, judges
 * every number.
 */
class AnyDistrictTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final Geodesic CGCS2000 = new Geodesic(6378137, 1 / 298.257222101);
    private static final double DEGREES_PER_M = 1.5e-5;
    private static final String PLOT = "parks";
    private static final String LINE = "corridors";

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            GEOPACKAGE | Harbin   | EPSG:4551 | 126.65 | 45.75 | EPSG:4530 | 中央经线 126°E（EPSG:4551）
            GEOPACKAGE | Harbin   | EPSG:4530 | 126.65 | 45.75 | EPSG:4551 | 带号 42（EPSG:4530）
            POSTGIS    | Harbin   | EPSG:4511 | 126.65 | 45.75 | EPSG:4500 | 六度带高斯–克吕格投影，中央经线 129°E
            GEOPACKAGE | Urumqi   | EPSG:4538 | 87.62  | 43.80 | EPSG:4517 | 中央经线 87°E
            POSTGIS    | Urumqi   | +proj=tmerc +lat_0=0 +lon_0=87.6 +k=1 +x_0=50000 +y_0=-4000000 +a=6378937 +rf=298.257222101 +units=m +no_defs | 87.62 | 43.80 | EPSG:4538 | 投影面高程 800 m
            """)
    void aPlanIsDrawnCountedHandedOutAndTakenInAgain(
            Kind kind, String city, String plane, double lon, double lat, String other, String described)
            throws IOException {
        try (var plan = new DeskFixture(kind, DeskFixture.CATALOGUE, profile(city, plane))) {
            plan.one(DeskFixture.create("district", box(lon, lat, 0.2), Map.of("name", city)));
            Feature plot = plan.one(DeskFixture.create(PLOT, plot(lon, lat), Map.of("name", "园")));
            Feature line = plan.one(DeskFixture.create(
                    LINE, line(lon, lat), Map.of("name", "廊", "left_width_m", 20.0, "right_width_m", 30.0)));
            counted(plan, plot, line, plane);
            // The sweep, which counts whole plans, agrees with the shapes that were counted one by one.
            assertThat(plan.desk().verify()).isEmpty();
            String report = plan.desk()
                    .database()
                    .read(session -> ReportHtml.file(
                            new ReportReader(DeskFixture.CATALOGUE, plan.desk().profile()).read(session),
                            Locale.CHINESE,
                            null,
                            "",
                            Markup.NOTHING));
            assertThat(report).contains(described);
            unsaid(plan, plot, plane);
            unsaid(plan, plot, other);
            near(plan, plot, line);
            for (String crs : List.of(plane, other)) {
                for (String format : List.of("geojson", "shapefile", "geopackage", "dxf")) {
                    outAndBack(plan, new OutAndBack.Way(format, crs, Map.of()), plot, line);
                }
            }
        }
    }

    /** Gross, net and length are those of PROJ's numbers on the plane, and of the ellipsoid whatever the plane. */
    private static void counted(DeskFixture plan, Feature plot, Feature line, String plane) {
        List<Coordinate> ring = proj(plot.geometry().getCoordinates(), plane);
        Geometry shape = SHAPES.createPolygon(ring.toArray(new Coordinate[0]));
        Crs crs = Crs.of(Planes.of(plane));
        List<Coordinate> ours = Arrays.stream(plot.geometry().getCoordinates())
                .map(c -> crs.pair(c.x, c.y))
                .map(p -> new Coordinate(p.east(), p.north()))
                .toList();
        assertNear(ours, ring, 1e-6);
        List<LedgerStore.Row> rows = new ArrayList<>();
        plan.desk().database().<Boolean>read(session -> {
            new LedgerStore(session).lines(true).forEach(rows::add);
            return true;
        });
        LedgerStore.Row counted = rows.stream()
                .filter(r -> r.ref().equals(plot.ref()))
                .findFirst()
                .orElseThrow();
        assertThat(counted.net().planeM2() / shape.getArea()).isCloseTo(1, within(1e-6));
        assertThat(counted.gross().planeM2() / shape.getArea()).isCloseTo(1, within(1e-6));
        double ellipsoidM2 = geodesicM2(PlanCrs.of(plane), plot.geometry());
        assertThat(counted.net().ellipsoidM2() / ellipsoidM2).isCloseTo(1, within(1e-6));
        assertThat(counted.gross().ellipsoidM2() / ellipsoidM2).isCloseTo(1, within(1e-6));
        double lengthM = SHAPES.createLineString(
                        proj(line.geometry().getCoordinates(), plane).toArray(new Coordinate[0]))
                .getLength();
        double countedM = rows.stream()
                .filter(r -> r.ref().equals(line.ref()))
                .findFirst()
                .orElseThrow()
                .lengthM();
        assertThat(countedM / lengthM).isCloseTo(1, within(1e-6));
    }

    /** Numbers of a drawing that says nothing lie on the plane where they fit the district, whichever comes first. */
    private static void unsaid(DeskFixture plan, Feature plot, String plane) {
        List<Coordinate> numbers = proj(plot.geometry().getCoordinates(), plane);
        var guess = new CrsGuess(District.of(plan.desk()));
        for (boolean swapped : new boolean[] {false, true}) {
            List<Coordinate> written = numbers.stream()
                    .map(c -> swapped ? new Coordinate(c.y, c.x) : c)
                    .toList();
            var first = guess.candidates(List.of(written), null).get(0);
            Coordinate found = first.placement()
                    .toLonLat(SHAPES.createPoint(written.get(0)))
                    .getCoordinate();
            assertThat(found.distance(plot.geometry().getCoordinate())).isLessThan(1e-9);
            assertThat(first.insideShare()).isEqualTo(1);
        }
    }

    /** A filter by distance measures in metres of the plane, in the store. */
    private static void near(DeskFixture plan, Feature plot, Feature line) {
        PlanCrs crs = plan.desk().crs();
        double apartM = crs.toPlane(plot.geometry()).distance(crs.toPlane(line.geometry()));
        LayerType parks = DeskFixture.CATALOGUE.get(PLOT);
        for (double metres : new double[] {apartM - 0.01, apartM + 0.01}) {
            var filter = new Filter.Near(new Value.Property("geom"), new Value.Shape(line.geometry()), metres);
            long found = plan.desk().database().<Long>read(session -> new FeatureStore(session)
                    .count(
                            parks,
                            FeatureQuery.all()
                                    .where(LayerFilter.of(DeskFixture.CATALOGUE, parks, crs, filter)
                                            .sql(session.dialect()))));
            assertThat(found).isEqualTo(metres > apartM ? 1 : 0);
        }
    }

    private static void outAndBack(DeskFixture plan, OutAndBack.Way way, Feature plot, Feature line)
            throws IOException {
        var out = new OutAndBack(plan.desk());
        SourceFile file = out.exported(way).get(0);
        String path = (file.name().endsWith(".zip") ? "/vsizip/" : "") + file.path();
        List<String> said = Gdal.run("/usr/bin/python3", "src/test/gdal/places.py", path, way.crs())
                .lines()
                .toList();
        for (Feature feature : List.of(plot, line)) {
            Coordinate[] places = feature.geometry().getCoordinates();
            List<Coordinate> numbers = proj(places, way.crs());
            // The fourth decimal is the last that a file has, in a drawing the third.
            double lastM = way.format().equals("dxf") ? 8e-4 : 1e-4;
            assertThat(said)
                    .as("%s %s: %s in %s", way.format(), way.crs(), numbers, said)
                    .anySatisfy(shape -> {
                        String[] parts = shape.split("\t", -1);
                        assertNear(pairs(parts[1]), numbers, lastM);
                        assertNear(pairs(parts[2]), List.of(places), lastM * DEGREES_PER_M);
                    });
        }
        List<Prepared> back = out.prepared(List.of(file), LayerChoice.Mode.NEW);
        assertThat(back).as(way.toString()).isNotEmpty();
        List<Geometry> taken = new ArrayList<>();
        back.forEach(p -> p.wished().forEach(wish -> {
            if (wish.change() instanceof Change.Create create) {
                taken.add(create.geometry());
            }
        }));
        double lastM = way.format().equals("dxf") ? 8e-4 : 1e-4;
        for (Feature feature : List.of(plot, line)) {
            assertThat(taken)
                    .as(way.toString())
                    .anySatisfy(shape -> assertNear(
                            List.of(shape.getCoordinates()),
                            List.of(feature.geometry().getCoordinates()),
                            lastM * DEGREES_PER_M));
        }
    }

    /** The same corners, wherever the ring begins and whichever way it runs. */
    private static void assertNear(List<Coordinate> found, List<Coordinate> wanted, double most) {
        assertThat(found).hasSameSizeAs(wanted);
        for (Coordinate corner : wanted) {
            assertThat(found.stream().mapToDouble(corner::distance).min().orElseThrow())
                    .isLessThan(most);
        }
    }

    private static List<Coordinate> proj(Coordinate[] places, String plane) {
        String text = Arrays.stream(places).map(c -> c.x + "," + c.y).collect(Collectors.joining(" "));
        return pairs(Gdal.run("/usr/bin/python3", "src/test/gdal/places.py", "-", plane, text));
    }

    private static List<Coordinate> pairs(String text) {
        return Arrays.stream(text.strip().split(" ", -1))
                .map(pair -> pair.split(",", -1))
                .map(pair -> new Coordinate(Double.parseDouble(pair[0]), Double.parseDouble(pair[1])))
                .toList();
    }

    private static double geodesicM2(PlanCrs plane, Geometry lonLat) {
        PolygonArea area = new PolygonArea(CGCS2000, false);
        Coordinate[] ring =
                plane.toLonLat(Densifier.densify(plane.toPlane(lonLat), 20)).getCoordinates();
        for (int i = 0; i < ring.length - 1; i++) {
            area.AddPoint(ring[i].y, ring[i].x);
        }
        return Math.abs(area.Compute().area);
    }

    private static PlanProfile profile(String city, String plane) {
        return new PlanProfile(
                city.toLowerCase(Locale.ROOT),
                Words.of(city, city),
                Words.of(city, city),
                2026,
                Planes.of(plane),
                false,
                DeskFixture.PROFILE.targets());
    }

    private static Geometry box(double lon, double lat, double half) {
        return SHAPES.toGeometry(new Envelope(lon - half, lon + half, lat - half, lat + half));
    }

    private static Geometry plot(double lon, double lat) {
        return SHAPES.createPolygon(new Coordinate[] {
            new Coordinate(lon, lat),
            new Coordinate(lon + 0.006, lat + 0.001),
            new Coordinate(lon + 0.005, lat + 0.006),
            new Coordinate(lon + 0.002, lat + 0.003),
            new Coordinate(lon, lat)
        });
    }

    private static Geometry line(double lon, double lat) {
        return SHAPES.createLineString(new Coordinate[] {
            new Coordinate(lon + 0.02, lat + 0.02),
            new Coordinate(lon + 0.05, lat + 0.02),
            new Coordinate(lon + 0.06, lat + 0.05)
        });
    }
}
