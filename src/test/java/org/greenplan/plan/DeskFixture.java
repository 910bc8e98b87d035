package org.greenplan.plan;

import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.crs.PlanCrs;
import org.greenplan.crs.Planes;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.PlotShapes;
import org.greenplan.problem.Words;
import org.greenplan.store.Database;
import org.greenplan.store.TestDatabases.Kind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A desk over a new plan; places are metres east and north of a corner inside Shangjie. */
public final class DeskFixture implements AutoCloseable {
    public static final Catalogue CATALOGUE = CatalogueReader.bundled();
    public static final PlanProfile PROFILE = new PlanProfile(
            "test",
            Words.of("测试", "Test"),
            Words.of("上街区", "Shangjie"),
            2019,
            Planes.of("EPSG:4547"),
            true,
            List.of(
                    target("new_green", TargetLine.Measure.NET_AREA, List.of(), null, null, 500_000),
                    target("corridors", TargetLine.Measure.LENGTH, List.of("corridors"), null, null, 6000),
                    target("pocket_parks", TargetLine.Measure.COUNT, List.of(), "class = 'G14'", 400.0, 10)));
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double EAST = 435_000;
    private static final double NORTH = 3_853_000;

    private final Kind kind;
    private final String address;
    private final Catalogue catalogue;
    private final PlanProfile profile;
    private Database database;
    private PlanDesk desk;

    public DeskFixture(Kind kind) {
        this(kind, kind.newAddress());
    }

    public DeskFixture(Kind kind, String address) {
        this(kind, address, CATALOGUE, PROFILE);
    }

    /** A plan of another catalogue and programme. */
    public DeskFixture(Kind kind, Catalogue catalogue, PlanProfile profile) {
        this(kind, kind.newAddress(), catalogue, profile);
    }

    private DeskFixture(Kind kind, String address, Catalogue catalogue, PlanProfile profile) {
        this.kind = kind;
        this.address = address;
        this.catalogue = catalogue;
        this.profile = profile;
        this.database = kind.open(address, catalogue);
        this.desk = PlanDesk.open(database, catalogue, profile);
    }

    public PlanDesk desk() {
        return desk;
    }

    /** Closes the plan and opens it again, as after a restart. */
    public PlanDesk reopened() {
        return reopenedAfter(() -> {});
    }

    /** The same, with something done while it is closed. */
    public PlanDesk reopenedAfter(Runnable meanwhile) {
        close();
        meanwhile.run();
        database = kind.open(address, catalogue);
        desk = PlanDesk.open(database, catalogue, profile);
        return desk;
    }

    /** The same plan seen by another program instance. */
    public PlanDesk another() {
        return PlanDesk.open(kind.open(address, catalogue), catalogue, profile);
    }

    public String address() {
        return address;
    }

    @Override
    public void close() {
        desk.close();
        database.close();
    }

    public static Geometry box(double east, double north, double width, double height) {
        Geometry plane = FACTORY.toGeometry(
                new Envelope(EAST + east, EAST + east + width, NORTH + north, NORTH + north + height));
        return PlanCrs.of("EPSG:4547").toLonLat(plane);
    }

    public static Geometry line(double... eastNorth) {
        var coordinates = new Coordinate[eastNorth.length / 2];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = new Coordinate(EAST + eastNorth[2 * i], NORTH + eastNorth[2 * i + 1]);
        }
        return PlanCrs.of("EPSG:4547").toLonLat(FACTORY.createLineString(coordinates));
    }

    public static Change.Create park(String name, Geometry shape) {
        return create("parks", shape, Map.of("name", name));
    }

    public static Change.Create create(String layer, Geometry shape, Map<String, Object> attributes) {
        return new Change.Create(layer, null, 1, Map.copyOf(attributes), shape);
    }

    public static Changeset by(String author, Change... changes) {
        return new Changeset(author, "test", List.of(changes));
    }

    public Feature one(Change.Create create) {
        return desk.apply(by("li", create)).features().get(0);
    }

    public Feature read(FeatureRef ref) {
        return database.read(s -> new FeatureStore(s).find(ref)).orElseThrow();
    }

    public double netM2(FeatureRef ref) {
        return database.read(s -> new LedgerStore(s).find(PlotShapes.key(ref)))
                .orElseThrow()
                .net()
                .planeM2();
    }

    public static TargetLine target(
            String id,
            TargetLine.Measure measure,
            List<String> layers,
            @org.jspecify.annotations.Nullable String filter,
            @org.jspecify.annotations.Nullable Double least,
            double value) {
        return new TargetLine(
                id,
                Words.of(id, id),
                measure,
                TargetLine.AreaMethod.PLANE,
                layers,
                filter,
                least,
                value,
                "m2",
                null,
                null);
    }
}
