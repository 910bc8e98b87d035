package org.greenplan.feature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.LayerType;
import org.greenplan.sql.Condition;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The features of a plan in the tables of their layers, and its records in those of their kinds, which have no column for a shape. */
public record FeatureStore(Session session) {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    public Optional<Feature> find(FeatureRef ref) {
        LayerType layer = session.catalogue().get(ref.layer());
        String sql = select(layer, session.dialect().oneGeometryColumn());
        return session.find(sql + " WHERE fid = ?", List.of(ref.id()), row -> feature(layer, row));
    }

    /** Features whose envelope meets the given one (degrees). */
    public List<Feature> inBox(LayerType layer, Envelope lonLat) {
        List<Feature> found = new ArrayList<>();
        stream(layer, FeatureQuery.in(lonLat), found::add);
        return found;
    }

    /** All features or records of a kind, for kinds that have few. */
    public List<Feature> all(LayerType layer) {
        List<Feature> found = new ArrayList<>();
        stream(layer, FeatureQuery.all(), found::add);
        return found;
    }

    /** Features in the order of their numbers; rows without geometry, which only other programs write, are passed over. */
    public void stream(LayerType layer, FeatureQuery query, Consumer<Feature> to) {
        stream(layer, query, List.of(), to);
    }

    /** Features in an order of their attributes. */
    public void stream(LayerType layer, FeatureQuery query, List<FeatureOrder> order, Consumer<Feature> to) {
        Condition which = where(layer, query);
        String sql = select(layer, session.dialect().geometryColumn()) + " WHERE " + which.sql() + " ORDER BY "
                + FeatureOrder.sql(order, session.dialect());
        Integer limit = query.limit();
        if (limit != null) {
            sql += " LIMIT " + limit.intValue();
        }
        session.each(sql, which.parameters(), row -> feature(layer, row), to);
    }

    /** The features of some numbers, as far as they are there. */
    public List<Feature> findAll(LayerType layer, List<Long> ids) {
        List<Feature> found = new ArrayList<>();
        for (List<Long> some : Session.portions(ids)) {
            stream(layer, FeatureQuery.of(some), found::add);
        }
        return found;
    }

    /** Writes a new feature, or a restored one under its old number. */
    public Feature insert(Change.Create create) {
        return insertAll(session.catalogue().get(create.layer()), List.of(create))
                .get(0);
    }

    /** Writes new features fast: restored ones under their old numbers, the others under numbers that the database gives beforehand. */
    public List<Feature> insertAll(LayerType layer, List<Change.Create> creates) {
        return insertAll(layer, creates, () -> {});
    }

    /** The same; runs {@code each} before each of them. */
    public List<Feature> insertAll(LayerType layer, List<Change.Create> creates, Runnable each) {
        int fresh = (int) creates.stream().filter(c -> c.id() == null).count();
        Iterator<Long> numbers = session.newNumbers(layer.id(), fresh).iterator();
        List<Feature> features = new ArrayList<>(creates.size());
        for (Change.Create create : creates) {
            Long old = create.id();
            features.add(new Feature(
                    new FeatureRef(layer.id(), old == null ? numbers.next() : old),
                    create.version(),
                    complete(layer, create.attributes()),
                    create.geometry()));
        }
        List<String> columns = columns(layer);
        columns.add("fid");
        String now = now();
        session.insertMany(layer.id(), columns, Session.rows(features, f -> {
            each.run();
            List<@Nullable Object> row = new ArrayList<>();
            f.attributes().values().forEach(value -> row.add(Attribute.toColumn(value)));
            row.addAll(List.of((long) f.version(), now));
            if (!layer.isRecord()) {
                row.add(f.geometry());
            }
            row.add(f.ref().id());
            return row;
        }));
        if (fresh < creates.size()) {
            advance(layer);
        }
        return features;
    }

    /** Writes a feature anew, one version up. The caller has compared the version. */
    public Feature update(Change.Replace replace) {
        LayerType layer = session.catalogue().get(replace.layer());
        int version = replace.baseVersion() + 1;
        List<String> sets = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (Attribute attribute : layer.attributes()) {
            sets.add(Session.quoted(attribute.name()) + " = ?");
            values.add(Attribute.toColumn(replace.attributes().get(attribute.name())));
        }
        sets.add("version = ?");
        values.add((long) version);
        sets.add("updated_at = ?");
        values.add(now());
        if (!layer.isRecord()) {
            sets.add("geom = " + session.dialect().geometryPlaceholder());
            values.add(replace.geometry());
        }
        values.add(replace.ref().id());
        session.execute(
                "UPDATE " + Session.quoted(layer.id()) + " SET " + String.join(", ", sets) + " WHERE fid = ?", values);
        return new Feature(replace.ref(), version, complete(layer, replace.attributes()), replace.geometry());
    }

    public void deleteAll(LayerType layer, List<Long> ids) {
        session.executeMany("DELETE FROM " + Session.quoted(layer.id()) + " WHERE fid = ?", ids);
    }

    /** Whether a layer has no feature, which costs nothing however many it has. */
    public boolean isEmpty(LayerType layer) {
        return session.find(
                        "SELECT fid FROM " + Session.quoted(layer.id()) + " LIMIT 1", List.of(), row -> row.getLong(1))
                .isEmpty();
    }

    public long count(LayerType layer) {
        return session.number("SELECT count(*) FROM " + Session.quoted(layer.id()), List.of());
    }

    /** How many features a query finds, its limit aside. */
    public long count(LayerType layer, FeatureQuery query) {
        Condition which = where(layer, query);
        return session.number(
                "SELECT count(*) FROM " + Session.quoted(layer.id()) + " WHERE " + which.sql(), which.parameters());
    }

    /** The box around all features of a layer in degrees; a null envelope where there are none. */
    public Envelope extent(LayerType layer) {
        return session.find(session.dialect().expressions().extentQuery(layer.id()), List.of(), row -> {
                    double west = row.getDouble(1);
                    return row.wasNull()
                            ? new Envelope()
                            : new Envelope(west, row.getDouble(3), row.getDouble(2), row.getDouble(4));
                })
                .orElseGet(Envelope::new);
    }

    /** The least and the greatest value of a whole number of the layer, if any is set. */
    public Optional<long[]> range(LayerType layer, Attribute attribute) {
        String column = Session.quoted(attribute.name());
        return session.find(
                        "SELECT min(" + column + "), max(" + column + ") FROM " + Session.quoted(layer.id()),
                        List.of(),
                        row -> {
                            long least = row.getLong(1);
                            return row.wasNull() ? new long[0] : new long[] {least, row.getLong(2)};
                        })
                .filter(range -> range.length == 2);
    }

    private Condition where(LayerType layer, FeatureQuery query) {
        List<String> conditions = new ArrayList<>(List.of("fid > ?"));
        if (!layer.isRecord()) {
            conditions.add("geom IS NOT NULL");
        }
        List<Object> parameters = new ArrayList<>(List.of(query.afterId()));
        Envelope box = query.lonLat();
        if (box != null) {
            conditions.add(session.dialect().envelopeCondition(layer.id()));
            parameters.addAll(List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
        }
        if (!query.ids().isEmpty()) {
            conditions.add("fid IN (" + Session.marks(query.ids().size()) + ")");
            parameters.addAll(query.ids());
        }
        Condition only = query.condition();
        if (only != null) {
            conditions.add("(" + only.sql() + ")");
            parameters.addAll(only.parameters());
        }
        return new Condition(String.join(" AND ", conditions), parameters);
    }

    /** Brings automatic numbers back below those that mean nothing to a browser, after their rows are gone. */
    public void rewind(LayerType layer) {
        try {
            session.dialect().rewindNumbers(session.connection(), layer.id());
        } catch (SQLException e) {
            throw new org.greenplan.sql.StoreFailure(layer.id(), e);
        }
    }

    /** Keeps automatic numbers above those that were given by hand. */
    public void advance(LayerType layer) {
        try {
            session.dialect().advanceNumbers(session.connection(), layer.id(), 0);
        } catch (SQLException e) {
            throw new org.greenplan.sql.StoreFailure(layer.id(), e);
        }
    }

    private String select(LayerType layer, String geometry) {
        StringBuilder sql = new StringBuilder("SELECT fid, version, ").append(layer.isRecord() ? "NULL" : geometry);
        layer.attributes().forEach(a -> sql.append(", ").append(Session.quoted(a.name())));
        return sql.append(" FROM ").append(Session.quoted(layer.id())).toString();
    }

    private Feature feature(LayerType layer, ResultSet row) throws SQLException {
        Geometry stored = session.dialect().shape(row, 3);
        Geometry geometry =
                stored != null ? stored : layer.isRecord() ? Feature.NO_SHAPE : GEOMETRY.createGeometryCollection();
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        int column = 4;
        for (Attribute attribute : layer.attributes()) {
            attributes.put(
                    attribute.name(), attribute.fromColumn(session.dialect().read(row, column++, attribute.type())));
        }
        return new Feature(new FeatureRef(layer.id(), row.getLong(1)), row.getInt(2), attributes, geometry);
    }

    private static List<String> columns(LayerType layer) {
        List<String> columns = new ArrayList<>();
        layer.attributes().forEach(a -> columns.add(a.name()));
        columns.addAll(List.of("version", "updated_at"));
        if (!layer.isRecord()) {
            columns.add("geom");
        }
        return columns;
    }

    private static Map<String, @Nullable Object> complete(LayerType layer, Map<String, @Nullable Object> attributes) {
        Map<String, @Nullable Object> complete = new LinkedHashMap<>();
        layer.attributes().forEach(a -> complete.put(a.name(), attributes.get(a.name())));
        return complete;
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
