package org.greenplan.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.Role;
import org.greenplan.count.Areas;
import org.greenplan.count.ZoneKey;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.LedgerTables;
import org.greenplan.sql.Condition;
import org.greenplan.sql.Session;
import org.locationtech.jts.geom.Envelope;

/** Every plot with its line of the ledger, asked of the store a window at a time. */
public record RegisterStore(Session session, PlanProfile profile) {
    private static final String FIGURES = "count(*), coalesce(sum(l.gross_plane_mm2), 0),"
            + " coalesce(sum(l.gross_ellipsoid_mm2), 0), coalesce(sum(l.net_plane_mm2), 0),"
            + " coalesce(sum(l.net_ellipsoid_mm2), 0), coalesce(sum(l.length_um), 0)";

    /** What the plots of a question are together. */
    public PlotSums sums(PlotQuestion question) {
        PlotSums sums = PlotSums.NONE;
        for (LayerType layer : PlotConditions.layers(session)) {
            var condition = new PlotConditions(session, profile, question).of(layer);
            if (condition.isPresent()) {
                sums = sums.plus(sums(layer, condition.get()));
            }
        }
        return sums;
    }

    /** What some plots are together; those that are gone count nothing. */
    public PlotSums sums(Collection<FeatureRef> refs) {
        PlotSums sums = PlotSums.NONE;
        for (var each : byLayer(refs).entrySet()) {
            for (List<Long> some : Session.portions(each.getValue())) {
                String fid = Session.quoted(each.getKey().id()) + ".fid";
                sums = sums.plus(sums(
                        each.getKey(),
                        new Condition(fid + " IN (" + Session.marks(some.size()) + ")", List.copyOf(some))));
            }
        }
        return sums;
    }

    private PlotSums sums(LayerType layer, Condition condition) {
        List<Object> parameters = new ArrayList<>(List.of(layer.id()));
        parameters.addAll(condition.parameters());
        return session.find(
                        "SELECT " + FIGURES + " FROM " + joined(layer) + " WHERE " + condition.sql(),
                        parameters,
                        row -> new PlotSums(
                                row.getLong(1),
                                new Areas(row.getLong(2), row.getLong(3)),
                                new Areas(row.getLong(4), row.getLong(5)),
                                row.getLong(6)))
                .orElse(PlotSums.NONE);
    }

    /** How many plots have a status that no code list has. */
    public long unknownStatuses() {
        long unknown = 0;
        for (LayerType layer : PlotConditions.layers(session)) {
            Condition condition = PlotConditions.unknownStatus(session, layer);
            unknown += session.number(
                    "SELECT count(*) FROM " + Session.quoted(layer.id()) + " WHERE " + condition.sql(),
                    condition.parameters());
        }
        return unknown;
    }

    /** A window of the plots of a question, in its order. */
    public List<FeatureRef> refs(PlotQuestion question, long offset, int most) {
        var all = lines(question);
        if (all.isEmpty()) {
            return List.of();
        }
        List<Object> parameters = new ArrayList<>(all.get().parameters());
        parameters.addAll(List.of((long) most, offset));
        return session.list(
                "SELECT layer, fid FROM (" + all.get().sql() + ") AS lines ORDER BY " + order(question)
                        + " LIMIT ? OFFSET ?",
                parameters,
                row -> new FeatureRef(row.getString(1), row.getLong(2)));
    }

    /** How many plots of a question stand before this one; nothing where it is none of them. */
    public Optional<Long> place(PlotQuestion question, FeatureRef ref) {
        return numbered(question).flatMap(all -> {
            List<Object> parameters = new ArrayList<>(all.parameters());
            parameters.addAll(List.of(ref.layer(), ref.id()));
            return session.find(
                    "SELECT n - 1 FROM (" + all.sql() + ") AS numbered WHERE layer = ? AND fid = ?",
                    parameters,
                    row -> row.getLong(1));
        });
    }

    /** The plots of a question from one to another in its order, whichever stands first, as far as there is room for them. */
    public List<FeatureRef> between(PlotQuestion question, FeatureRef one, FeatureRef other, int most) {
        Optional<Long> from = place(question, one);
        Optional<Long> to = place(question, other);
        if (from.isEmpty() || to.isEmpty()) {
            return List.of();
        }
        long first = Math.min(from.get(), to.get());
        long count = Math.max(from.get(), to.get()) - first + 1;
        return refs(question, first, (int) Math.min(count, most));
    }

    /** The lines of some plots in their order; those that are gone are left out. */
    public List<PlotEntry> entries(List<FeatureRef> refs) {
        var ledger = new LedgerStore(session);
        Map<FeatureRef, PlotEntry> known = new HashMap<>();
        byLayer(refs).forEach((layer, ids) -> {
            Map<Long, List<ZoneKey>> zones = zones(layer, ids);
            ledger.rows(layer, ids)
                    .forEach(row -> known.put(
                            row.ref(),
                            new PlotEntry(row, zones.getOrDefault(row.ref().id(), List.of()))));
        });
        return refs.stream()
                .flatMap(ref -> Optional.ofNullable(known.get(ref)).stream())
                .toList();
    }

    /** The box around some plots in degrees; a null envelope where none is there. */
    public Envelope box(List<FeatureRef> refs) {
        var box = new Envelope();
        byLayer(refs).forEach((layer, ids) -> new FeatureStore(session)
                .findAll(layer, ids)
                .forEach(f -> box.expandToInclude(f.geometry().getEnvelopeInternal())));
        return box;
    }

    /** The sub-districts by name, in the order of their numbers. */
    public Map<ZoneKey, String> zoneNames() {
        Map<ZoneKey, String> names = new LinkedHashMap<>();
        for (LayerType layer : session.catalogue().withRole(Role.ZONE)) {
            String name = layer.find(AttributeRole.NAME)
                    .map(a -> Session.quoted(a.name()))
                    .orElse("NULL");
            session.each(
                    "SELECT fid, " + name + " FROM " + Session.quoted(layer.id()) + " ORDER BY fid",
                    List.of(),
                    row -> Map.entry(
                            new ZoneKey(layer.id(), row.getLong(1)),
                            Objects.requireNonNullElse(row.getString(2), "#" + row.getLong(1))),
                    zone -> names.put(zone.getKey(), zone.getValue()));
        }
        return names;
    }

    private Map<Long, List<ZoneKey>> zones(LayerType layer, List<Long> ids) {
        Map<Long, List<ZoneKey>> zones = new HashMap<>();
        for (List<Long> some : Session.portions(ids)) {
            List<Object> parameters = new ArrayList<>(List.of(layer.id()));
            parameters.addAll(some);
            session.each(
                    "SELECT feature, zone_layer, zone FROM " + LedgerTables.SHARE + " WHERE layer = ? AND feature IN ("
                            + Session.marks(some.size()) + ") ORDER BY feature, plane_mm2 DESC, zone_layer, zone",
                    parameters,
                    row -> Map.entry(row.getLong(1), new ZoneKey(row.getString(2), row.getLong(3))),
                    share -> zones.computeIfAbsent(share.getKey(), id -> new ArrayList<>())
                            .add(share.getValue()));
        }
        return zones;
    }

    private Optional<Condition> numbered(PlotQuestion question) {
        return lines(question)
                .map(all -> new Condition(
                        "SELECT layer, fid, row_number() OVER (ORDER BY " + order(question) + ") AS n FROM ("
                                + all.sql() + ") AS lines",
                        all.parameters()));
    }

    /** Every plot of a question with what it is sorted by: layer, place of the layer, fid, k. */
    private Optional<Condition> lines(PlotQuestion question) {
        SortKey key = key(question);
        var conditions = new PlotConditions(session, profile, question);
        List<String> selects = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        List<LayerType> layers = PlotConditions.layers(session);
        for (LayerType layer : layers) {
            conditions.of(layer).ifPresent(condition -> {
                Condition sorted = key.of(layer);
                selects.add("SELECT '" + layer.id() + "' AS layer, " + layers.indexOf(layer) + " AS place, "
                        + Session.quoted(layer.id()) + ".fid AS fid, " + sorted.sql() + " AS k FROM " + joined(layer)
                        + " WHERE " + condition.sql());
                parameters.addAll(sorted.parameters());
                parameters.add(layer.id());
                parameters.addAll(condition.parameters());
            });
        }
        return selects.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition(String.join(" UNION ALL ", selects), parameters));
    }

    private String order(PlotQuestion question) {
        return key(question).ordered(question.falling(), session.dialect()) + ", place, fid";
    }

    private SortKey key(PlotQuestion question) {
        boolean byZone = question.column() == PlotColumn.ZONE;
        return new SortKey(session, question.column(), byZone ? zoneNames().keySet() : List.of());
    }

    private static String joined(LayerType layer) {
        return Session.quoted(layer.id()) + " JOIN " + LedgerTables.LEDGER + " l ON l.feature = "
                + Session.quoted(layer.id()) + ".fid AND l.layer = ?";
    }

    private Map<LayerType, List<Long>> byLayer(Collection<FeatureRef> refs) {
        Map<LayerType, List<Long>> byLayer = new LinkedHashMap<>();
        refs.forEach(ref -> session.catalogue()
                .findLayer(ref.layer())
                .filter(LayerType::addsGreen)
                .ifPresent(layer ->
                        byLayer.computeIfAbsent(layer, l -> new ArrayList<>()).add(ref.id())));
        return byLayer;
    }
}
