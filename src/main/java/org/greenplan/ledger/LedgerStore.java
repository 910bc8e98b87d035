package org.greenplan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.LayerType;
import org.greenplan.count.Areas;
import org.greenplan.count.Millionths;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.count.Share;
import org.greenplan.count.ZoneKey;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.sql.Session;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The stored ledger: the net area of every plot, with its polygons and its shares by sub-district. */
public record LedgerStore(Session session) {
    private static final List<String> COLUMNS = List.of(
            "layer",
            "feature",
            "gross_plane_mm2",
            "gross_ellipsoid_mm2",
            "net_plane_mm2",
            "net_ellipsoid_mm2",
            "own_plane_mm2",
            "gross_length_um",
            "length_um");
    private static final List<String> SHARE_COLUMNS =
            List.of("layer", "feature", "zone_layer", "zone", "plane_mm2", "ellipsoid_mm2", "length_um");
    private static final String FIGURES = "gross_plane_mm2, gross_ellipsoid_mm2, net_plane_mm2, net_ellipsoid_mm2,"
            + " own_plane_mm2, gross_length_um, length_um";
    private static final String SHARE_FIGURES = "zone_layer, zone, plane_mm2, ellipsoid_mm2, length_um";
    private static final Geometry NOTHING = new GeometryFactory().createMultiPolygon();
    private static final String SHARE_ORDER = " ORDER BY zone_layer, zone";

    /** A plot's line with its attributes, as targets and reports sum it; the figures are those of {@link NetPlot}. */
    public record Row(
            FeatureRef ref,
            int version,
            Map<String, @Nullable Object> attributes,
            Areas gross,
            Areas net,
            long ownPlaneMm2,
            double grossLengthM,
            double lengthM,
            List<Share> shares) {
        /** Of a plot, its line and the attributes that go with it. */
        public static Row of(Feature feature, NetPlot line) {
            return of(feature.ref(), feature.version(), feature.attributes(), line);
        }

        static Row of(FeatureRef ref, int version, Map<String, @Nullable Object> attributes, NetPlot line) {
            return new Row(
                    ref,
                    version,
                    attributes,
                    line.gross(),
                    line.net(),
                    line.ownPlaneMm2(),
                    line.grossLengthM(),
                    line.lengthM(),
                    line.shares());
        }

        public Row {
            shares = List.copyOf(shares);
        }

        private Row with(List<Share> all) {
            return new Row(ref, version, attributes, gross, net, ownPlaneMm2, grossLengthM, lengthM, all);
        }
    }

    /** Writes lines of the ledger in place of what stood there for the same plots. */
    public void put(List<NetPlot> lines, PlanCrs crs) {
        remove(lines.stream().map(NetPlot::key).toList());
        add(lines, crs);
    }

    /** Writes lines of plots that have none. */
    public void add(List<NetPlot> lines, PlanCrs crs) {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.add("geom");
        Envelope written = new Envelope();
        session.insertMany(LedgerTables.LEDGER, columns, Session.rows(lines, line -> {
            List<@Nullable Object> row = new ArrayList<>(List.of(
                    line.key().layer(),
                    line.key().id(),
                    line.gross().planeMm2(),
                    line.gross().ellipsoidMm2(),
                    line.net().planeMm2(),
                    line.net().ellipsoidMm2(),
                    line.ownPlaneMm2(),
                    Millionths.of(line.grossLengthM()),
                    Millionths.of(line.lengthM())));
            // Programs that check a file take a shape without places for a fault.
            Geometry net = line.netShape().isEmpty() ? null : crs.toLonLat(line.netShape());
            if (net != null) {
                written.expandToInclude(net.getEnvelopeInternal());
            }
            row.add(net);
            return row;
        }));
        record Part(PlotKey plot, Share share) {}
        List<Part> parts = new ArrayList<>();
        lines.forEach(line -> line.shares().forEach(share -> parts.add(new Part(line.key(), share))));
        session.insertMany(
                LedgerTables.SHARE,
                SHARE_COLUMNS,
                Session.rows(
                        parts,
                        part -> List.of(
                                part.plot().layer(),
                                part.plot().id(),
                                part.share().zone().layer(),
                                part.share().zone().id(),
                                part.share().net().planeMm2(),
                                part.share().net().ellipsoidMm2(),
                                Millionths.of(part.share().lengthM()))));
        session.touched(LedgerTables.LEDGER, written);
    }

    public void remove(Collection<PlotKey> keys) {
        Map<String, List<Long>> byLayer = new LinkedHashMap<>();
        keys.forEach(key ->
                byLayer.computeIfAbsent(key.layer(), l -> new ArrayList<>()).add(key.id()));
        byLayer.forEach((layer, ids) -> {
            for (String table : List.of(LedgerTables.LEDGER, LedgerTables.SHARE)) {
                session.executeMany("DELETE FROM " + table + " WHERE feature = ? AND layer = ?", ids, layer);
            }
        });
    }

    public void clear() {
        session.execute("DELETE FROM " + LedgerTables.LEDGER, List.of());
        session.execute("DELETE FROM " + LedgerTables.SHARE, List.of());
    }

    /** One plot's line with its net polygons in lon/lat degrees. */
    public Optional<NetPlot> find(PlotKey key) {
        return session.find(
                "SELECT " + session.dialect().oneGeometryColumn() + ", " + FIGURES + " FROM " + LedgerTables.LEDGER
                        + " WHERE feature = ? AND layer = ?",
                List.of(key.id(), key.layer()),
                row -> new NetPlot(
                        key,
                        new Areas(row.getLong(2), row.getLong(3)),
                        new Areas(row.getLong(4), row.getLong(5)),
                        row.getLong(6),
                        Millionths.value(row.getLong(7)),
                        Millionths.value(row.getLong(8)),
                        shape(row, 1),
                        shares(key)));
    }

    /** Net polygons (lon/lat degrees) whose envelope meets the given one. */
    public List<Map.Entry<FeatureRef, Geometry>> netShapes(Envelope box) {
        return session.list(
                "SELECT layer, feature, " + session.dialect().geometryColumn() + " FROM " + LedgerTables.LEDGER
                        + " WHERE " + session.dialect().envelopeCondition(LedgerTables.LEDGER),
                List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
                row -> Map.entry(new FeatureRef(row.getString(1), row.getLong(2)), shape(row, 3)));
    }

    /** Every line with its plot's attributes, by layer and number. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        lines(true).forEach(rows::add);
        return rows;
    }

    /** The same, read in portions as somebody walks through them while the session lasts; shares only where they are asked for. */
    public Iterable<Row> lines(boolean withShares) {
        return () -> new LedgerLines(this, withShares);
    }

    /** The next lines of a layer after a number. */
    List<Row> portion(LayerType layer, long afterId, int most, boolean withShares) {
        List<Row> rows = session.list(
                selectRows(layer) + " WHERE f.fid > ? ORDER BY f.fid LIMIT " + most,
                List.of(layer.id(), afterId),
                row -> row(layer, row));
        if (!withShares || rows.isEmpty()) {
            return rows;
        }
        Map<Long, List<Share>> shares = new HashMap<>();
        session.each(
                "SELECT feature, " + SHARE_FIGURES + " FROM " + LedgerTables.SHARE
                        + " WHERE layer = ? AND feature BETWEEN ? AND ?" + SHARE_ORDER,
                List.of(
                        layer.id(),
                        rows.get(0).ref().id(),
                        rows.get(rows.size() - 1).ref().id()),
                row -> Map.entry(row.getLong(1), share(row, 2)),
                entry -> shares.computeIfAbsent(entry.getKey(), k -> new ArrayList<>())
                        .add(entry.getValue()));
        return rows.stream()
                .map(row -> row.with(shares.getOrDefault(row.ref().id(), List.of())))
                .toList();
    }

    /** The lines of some plots of one layer. */
    public List<Row> rows(LayerType layer, Collection<Long> ids) {
        List<Row> rows = new ArrayList<>();
        for (List<Long> some : Session.portions(ids)) {
            List<Object> parameters = new ArrayList<>(List.of(layer.id()));
            parameters.addAll(some);
            rows.addAll(session.list(
                    selectRows(layer) + " WHERE f.fid IN (" + Session.marks(some.size()) + ")",
                    parameters,
                    row -> row(layer, row)));
        }
        return rows;
    }

    /** The lines of some features of one layer, with the attributes that are given; shares are left out. */
    public List<Row> rowsOf(LayerType layer, Collection<Feature> features) {
        Map<Long, Feature> byId = new LinkedHashMap<>();
        features.forEach(feature -> byId.put(feature.ref().id(), feature));
        List<Row> rows = new ArrayList<>();
        for (List<Long> some : Session.portions(byId.keySet())) {
            List<Object> parameters = new ArrayList<>(List.of(layer.id()));
            parameters.addAll(some);
            rows.addAll(session.list(
                    "SELECT feature, " + FIGURES + " FROM " + LedgerTables.LEDGER + " WHERE layer = ? AND feature IN ("
                            + Session.marks(some.size()) + ")",
                    parameters,
                    row -> {
                        Feature feature = Objects.requireNonNull(byId.get(row.getLong(1)));
                        return row(row, feature.ref(), feature.version(), feature.attributes());
                    }));
        }
        return rows;
    }

    private String selectRows(LayerType layer) {
        StringBuilder sql = new StringBuilder("SELECT f.fid, " + FIGURES + ", f.version");
        layer.attributes().forEach(a -> sql.append(", f.").append(Session.quoted(a.name())));
        return sql + " FROM " + Session.quoted(layer.id()) + " f JOIN " + LedgerTables.LEDGER
                + " l ON l.feature = f.fid AND l.layer = ?";
    }

    private Row row(LayerType layer, ResultSet row) throws SQLException {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        int column = 10;
        for (Attribute attribute : layer.attributes()) {
            attributes.put(attribute.name(), session.dialect().read(row, column++, attribute.type()));
        }
        return row(row, new FeatureRef(layer.id(), row.getLong(1)), row.getInt(9), attributes);
    }

    /** A row that begins with a number and the figures. */
    private static Row row(ResultSet row, FeatureRef ref, int version, Map<String, @Nullable Object> attributes)
            throws SQLException {
        return new Row(
                ref,
                version,
                attributes,
                new Areas(row.getLong(2), row.getLong(3)),
                new Areas(row.getLong(4), row.getLong(5)),
                row.getLong(6),
                Millionths.value(row.getLong(7)),
                Millionths.value(row.getLong(8)),
                List.of());
    }

    private Geometry shape(ResultSet row, int column) throws SQLException {
        Geometry stored = session.dialect().shape(row, column);
        return stored == null ? NOTHING.copy() : stored;
    }

    private List<Share> shares(PlotKey key) {
        return session.list(
                "SELECT " + SHARE_FIGURES + " FROM " + LedgerTables.SHARE + " WHERE feature = ? AND layer = ?"
                        + SHARE_ORDER,
                List.of(key.id(), key.layer()),
                row -> share(row, 1));
    }

    private static Share share(ResultSet row, int from) throws SQLException {
        return new Share(
                new ZoneKey(row.getString(from), row.getLong(from + 1)),
                new Areas(row.getLong(from + 2), row.getLong(from + 3)),
                Millionths.value(row.getLong(from + 4)));
    }
}
