package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.Grown;
import org.greenplan.catalogue.LayerType;
import org.greenplan.count.Areas;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.count.Share;
import org.greenplan.count.ZoneKey;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.Heading;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.Origin;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.problem.Words;
import org.greenplan.sql.Condition;
import org.greenplan.store.Database;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What both stores promise. Every test runs on a real GeoPackage file and on a real PostGIS. */
class StoreContractTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();

    @ParameterizedTest
    @EnumSource
    void aFeatureComesBackAsItWasWritten(Kind kind) {
        try (Database database = kind.openNew(CATALOGUE)) {
            Feature written = database.write(s -> new FeatureStore(s).insert(park("孟津路游园 <b>'\";--", 113.28)));
            Feature read =
                    database.read(s -> new FeatureStore(s).find(written.ref())).orElseThrow();
            assertThat(read.attributes()).isEqualTo(written.attributes());
            assertThat(read.geometry().equalsExact(written.geometry())).isTrue();
            assertThat(read.version()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatThrowsLeavesNothing(Kind kind) {
        try (Database database = kind.openNew(CATALOGUE)) {
            assertThatThrownBy(() -> database.write(s -> {
                        new FeatureStore(s).insert(park("半途", 113.28));
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            assertThat(count(database)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUpdateIsOneVersionUpAndNumbersAreNeverUsedTwice(Kind kind) {
        try (Database database = kind.openNew(CATALOGUE)) {
            Feature first = database.write(s -> new FeatureStore(s).insert(park("一", 113.28)));
            Feature second = database.write(s ->
                    new FeatureStore(s).update(new Change.Replace(first.ref(), 1, attributes("改名"), square(113.29))));
            assertThat(second.version()).isEqualTo(2);
            database.write(s -> {
                new FeatureStore(s)
                        .deleteAll(
                                s.catalogue().get("parks"), List.of(first.ref().id()));
                return true;
            });
            Feature third = database.write(s -> new FeatureStore(s).insert(park("三", 113.28)));
            assertThat(third.ref().id()).isGreaterThan(first.ref().id());
            Feature restored = database.write(s -> new FeatureStore(s)
                    .insert(new Change.Create("parks", first.ref().id(), 3, attributes("一"), square(113.28))));
            assertThat(restored.ref()).isEqualTo(first.ref());
            Feature fourth = database.write(s -> new FeatureStore(s).insert(park("四", 113.28)));
            assertThat(fourth.ref().id()).isGreaterThan(third.ref().id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theIndexFindsWhatTheEnvelopeMeets(Kind kind) {
        try (Database database = kind.openNew(CATALOGUE)) {
            database.write(s -> {
                List<Change.Create> many = new ArrayList<>();
                for (int i = 0; i < 500; i++) {
                    many.add(park("地块" + i, 113.24 + i * 0.0002));
                }
                new FeatureStore(s).insertAll(s.catalogue().get("parks"), many);
                return true;
            });
            List<Feature> found = database.read(s -> new FeatureStore(s)
                    .inBox(s.catalogue().get("parks"), new Envelope(113.24, 113.24025, 34.8, 34.81)));
            assertThat(found).extracting(f -> f.attributes().get("name")).containsExactly("地块0", "地块1");
            assertThat(count(database)).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConditionNarrowsWhatIsReadAndCounted(Kind kind) {
        try (Database database = kind.openNew(CATALOGUE)) {
            database.write(s -> {
                List.of("一", "二", "三").forEach(name -> new FeatureStore(s).insert(park(name, 113.28)));
                return true;
            });
            LayerType parks = CATALOGUE.get("parks");
            FeatureQuery query = new FeatureQuery(new Envelope(113, 114, 34, 35), List.of(), 1, 0)
                    .where(new Condition("\"parks\".\"name\" = ? OR \"parks\".\"name\" = ?", List.of("二", "三")));
            List<Feature> found = new ArrayList<>();
            long count = database.read(s -> {
                new FeatureStore(s).stream(parks, query, found::add);
                return new FeatureStore(s).count(parks, query);
            });
            assertThat(found).extracting(f -> f.attributes().get("name")).containsExactly("二");
            assertThat(count).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void historyKeepsBeforeAndAfterAndKnowsWhatCanBeTakenBack(Kind kind) {
        try (Database database = kind.openNew(CATALOGUE)) {
            Feature feature = database.write(s -> new FeatureStore(s).insert(park("一", 113.28)));
            long one = append(database, null, new HistoryEntry.Step(feature.ref(), null, feature));
            long undo = append(database, one, new HistoryEntry.Step(feature.ref(), feature, null));
            assertThat(undoable(database)).isEmpty();
            assertThat(redoable(database)).contains(undo);
            long redo = append(database, undo, new HistoryEntry.Step(feature.ref(), null, feature));
            assertThat(undoable(database)).contains(redo);
            assertThat(redoable(database)).isEmpty();
            HistoryEntry entry =
                    database.read(s -> new HistoryStore(s).of(feature.ref())).get(2);
            assertThat(entry.steps().get(0).after().attributes()).isEqualTo(feature.attributes());
            assertThat(entry.steps().get(0).after().geometry().equalsExact(feature.geometry()))
                    .isTrue();
            assertThat(database.<Map<String, Long>>read(s -> new HistoryStore(s).layerVersions()))
                    .containsEntry("parks", redo);
            assertThat(database.<List<HistoryEntry>>read(s -> new HistoryStore(s).since(one, 10, 10)))
                    .extracting(HistoryEntry::number)
                    .containsExactly(undo, redo);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLedgerIsReplacedPlotByPlot(Kind kind) {
        try (Database database = kind.openNew(CATALOGUE)) {
            Feature feature = database.write(s -> new FeatureStore(s).insert(park("一", 113.28)));
            PlotKey key = new PlotKey("parks", feature.ref().id());
            for (double net : new double[] {100, 60}) {
                database.write(s -> {
                    new LedgerStore(s).put(List.of(line(key, net)), PlanCrs.of("EPSG:4547"));
                    return true;
                });
            }
            List<LedgerStore.Row> rows = database.read(s -> new LedgerStore(s).rows());
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0).net()).isEqualTo(Areas.of(60, 59.9));
            assertThat(rows.get(0).attributes()).containsEntry("name", "一");
            assertThat(rows.get(0).shares()).containsExactly(new Share(ZONE, Areas.of(60, 59.9), 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheCatalogueAtHandDoesNotNameIsThePlansAllTheSame(Kind kind) {
        String address = kind.newAddress();
        Feature old;
        try (Database database = kind.open(address, CATALOGUE)) {
            old = database.write(s -> new FeatureStore(s).insert(park("旧", 113.28)));
        }
        try (Database database = kind.open(address, CATALOGUE.withLayers(List.of()))) {
            assertThat(database.catalogue()).isEqualTo(CATALOGUE);
            Feature now =
                    database.read(s -> new FeatureStore(s).find(old.ref())).orElseThrow();
            assertThat(now.attributes()).containsEntry("greened_share", 65.5);
        }
    }

    /** A plan that keeps no catalogue, as those of older programs, has nothing but its tables to be true to. */
    @ParameterizedTest
    @EnumSource
    void anAttributeOfAnotherTypeIsRefusedBeforeAnythingIsChanged(Kind kind) {
        String address = kind.newAddress();
        kind.open(address, CATALOGUE).close();
        OutsideProgram.change(address, "DELETE FROM greenplan_catalogue");
        LayerType parks = CATALOGUE.get("parks");
        List<Attribute> changed = parks.attributes().stream()
                .map(a -> a.name().equals("year") ? text("year") : a)
                .toList();
        List<LayerType> layers = new ArrayList<>(CATALOGUE.layers());
        layers.set(layers.indexOf(parks), Grown.with(parks, parks.id(), changed));
        assertThatThrownBy(() -> kind.open(address, CATALOGUE.withLayers(layers)))
                .isInstanceOf(org.greenplan.problem.Problem.class)
                .hasMessageContaining("parks.year");
        kind.open(address, CATALOGUE).close();
    }

    private static Attribute text(String name) {
        return new Attribute(
                name, Words.of(name, name), AttributeType.TEXT, null, false, null, null, null, null, null, List.of());
    }

    private static final ZoneKey ZONE = new ZoneKey("sub_districts", 7);

    private static NetPlot line(PlotKey key, double netM2) {
        Geometry net = PlanCrs.of("EPSG:4547").toPlane(square(113.28));
        Areas areas = Areas.of(netM2, netM2 - 0.1);
        return new NetPlot(key, Areas.of(100, 99.9), areas, 0, 0, net, List.of(new Share(ZONE, areas, 0)));
    }

    private static long append(Database database, Long undoes, HistoryEntry.Step step) {
        return database.write(s ->
                new HistoryStore(s).append(new Heading("planner", "test", Origin.PERSON, undoes, null), List.of(step)));
    }

    private static java.util.Optional<Long> undoable(Database database) {
        return database.read(s -> new HistoryStore(s).lastUndoable("planner"));
    }

    private static java.util.Optional<Long> redoable(Database database) {
        return database.read(s -> new HistoryStore(s).lastRedoable("planner"));
    }

    private static long count(Database database) {
        return database.read(s -> new FeatureStore(s).count(s.catalogue().get("parks")));
    }

    private static Change.Create park(String name, double lon) {
        return new Change.Create("parks", null, 1, attributes(name), square(lon));
    }

    private static Map<String, Object> attributes(String name) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("name", name);
        attributes.put("status", "proposed");
        attributes.put("effect", "new");
        attributes.put("year", 2019L);
        attributes.put("greened_share", 65.5);
        attributes.put("toilets", true);
        return attributes;
    }

    static Geometry square(double lon) {
        double east = lon + 0.0001;
        try {
            return new WKTReader()
                    .read("MULTIPOLYGON(((%1$s 34.8, %2$s 34.8, %2$s 34.8001, %1$s 34.8001, %1$s 34.8)))"
                            .formatted(lon, east));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
