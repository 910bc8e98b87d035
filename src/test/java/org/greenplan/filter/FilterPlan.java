package org.greenplan.filter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.Grown;
import org.greenplan.catalogue.LayerType;
import org.greenplan.count.Areas;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.cql2.Cql2Text;
import org.greenplan.cql2.Filter;
import org.greenplan.cql2.FilterCrs;
import org.greenplan.cql2.RandomFilters;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.problem.Words;
import org.greenplan.store.Database;
import org.greenplan.store.TestDatabases.Kind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One plan with parks made by chance, in one of the stores; parks have a date here. */
final class FilterPlan implements AutoCloseable {
    static final Catalogue CATALOGUE =
            Grown.withDate(CatalogueReader.bundled(), "parks", "opened", Words.of("开放日期", "Opened"));
    static final LayerType PARKS = CATALOGUE.get("parks");

    private final Database database;
    private final List<Park> parks = new ArrayList<>();

    /** A park and what its line of the ledger says, null where it has none. */
    record Park(Feature feature, @Nullable Double netPlaneM2) {}

    FilterPlan(Kind kind, int count) {
        this.database = kind.openNew(CATALOGUE);
        RandomFilters random = new RandomFilters(11);
        database.write(s -> {
            for (int i = 0; i < count; i++) {
                parks.add(park(s, random));
            }
            return true;
        });
    }

    private static Park park(org.greenplan.sql.Session session, RandomFilters random) {
        FeatureStore store = new FeatureStore(session);
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("name", random.one(null, random.one(RandomFilters.WORDS.toArray(new String[0]))));
        attributes.put("class", random.one("G14", "EG14", null));
        attributes.put("year", random.one(null, 0L, 2L, 19L, 2019L, 2020L));
        attributes.put("greened_share", random.one(null, -0.5, 0.0, 33.25, 65.0));
        attributes.put("toilets", random.one(null, true, false));
        attributes.put("opened", random.one(null, LocalDate.of(2019, 1, 1).plusDays(random.one(0, 3, 7, 8, 12))));
        Geometry one = random.rectangle();
        Geometry shape = one.getFactory()
                .createMultiPolygon(new org.locationtech.jts.geom.Polygon[] {(org.locationtech.jts.geom.Polygon) one});
        Feature feature = store.insert(new Change.Create("parks", null, random.one(1, 2, 3), attributes, shape));
        Double net = random.one(null, 0.0, 2019.0, 1234.5);
        if (net != null) {
            PlotKey key = new PlotKey("parks", feature.ref().id());
            Geometry empty = shape.getFactory().createMultiPolygon();
            new LedgerStore(session)
                    .put(
                            List.of(new NetPlot(key, Areas.of(5000, 4999), Areas.of(net, net), 0, 0, empty, List.of())),
                            PlanCrs.of("EPSG:4547"));
        }
        return new Park(feature, net);
    }

    List<Park> parks() {
        return parks;
    }

    static LayerFilter fitted(Filter filter) {
        return LayerFilter.of(CATALOGUE, PARKS, PlanCrs.of("EPSG:4547"), filter);
    }

    /** Numbers of the parks for which the filter says yes without a store. */
    List<Long> inMemory(Filter filter) {
        LayerFilter fitted = fitted(filter);
        return parks.stream()
                .filter(park -> fitted.answer(queryable -> value(park, queryable)) == Answer.YES)
                .map(park -> park.feature().ref().id())
                .toList();
    }

    private static @Nullable Object value(Park park, Queryable queryable) {
        return switch (queryable.name()) {
            case "geometry" -> park.feature().geometry();
            case "id" -> park.feature().ref().id();
            case "version" -> (long) park.feature().version();
            case "net_plane_m2" -> park.netPlaneM2();
            default -> park.feature().attributes().get(queryable.name());
        };
    }

    /** Numbers of the parks for which the store says yes. */
    List<Long> found(Filter filter) {
        List<Long> found = new ArrayList<>();
        long count = database.read(s -> {
            FeatureQuery query = FeatureQuery.all().where(fitted(filter).sql(s.dialect()));
            new FeatureStore(s).stream(PARKS, query, f -> found.add(f.ref().id()));
            return new FeatureStore(s).count(PARKS, query);
        });
        if (count != found.size()) {
            throw new AssertionError("counted " + count + ", found " + found.size());
        }
        return found;
    }

    List<Long> found(String text) {
        return found(Cql2Text.read(text, FilterCrs.LON_LAT));
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
