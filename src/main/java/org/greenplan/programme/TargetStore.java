package org.greenplan.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeRole;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.TargetLine;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.FeatureRef;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.history.OutsideStore;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.ledger.LedgerTables;
import org.greenplan.sql.Condition;
import org.greenplan.sql.Session;

/** Lets the database sum the stored ledger for the targets, so that no plot travels for it. */
public record TargetStore(Session session, PlanProfile profile) {
    /** The sums of the newest changeset. */
    public TargetSums sums(PlanCrs crs) {
        return sums(Neighbourhood.of(session, crs), List.of());
    }

    /**
     * The same. The database reads attributes as they stand in the tables: those that another program wrote and nobody has taken in, and
     * those that are being written, are taken out of its sums again, and put in as they were.
     *
     * @param was the plan before what is being written
     * @param writing what is being written
     */
    TargetSums sums(Neighbourhood was, Collection<FeatureRef> writing) {
        return asItWas(summed(), was, writing);
    }

    /** Sums over what stands in the tables, with what waits or is being written as it was. */
    TargetSums asItWas(TargetSums standingSums, Neighbourhood was, Collection<FeatureRef> writing) {
        Set<FeatureRef> others =
                new LinkedHashSet<>(new OutsideStore(session).pending().edits().keySet());
        others.addAll(writing);
        Map<LayerType, List<Long>> byLayer = new LinkedHashMap<>();
        others.forEach(ref -> session.catalogue()
                .find(ref.layer())
                .filter(LayerType::addsGreen)
                .ifPresent(layer ->
                        byLayer.computeIfAbsent(layer, l -> new ArrayList<>()).add(ref.id())));
        var ledger = new LedgerStore(session);
        List<LedgerStore.Row> standing = new ArrayList<>();
        List<LedgerStore.Row> before = new ArrayList<>();
        byLayer.forEach((layer, ids) -> {
            standing.addAll(ledger.rows(layer, ids));
            before.addAll(ledger.rowsOf(layer, was.findAll(layer, ids)));
        });
        return standingSums.with(standing, before);
    }

    /** The sums over every line of the ledger, with the attributes that stand in the tables. */
    private TargetSums summed() {
        TargetSums sums = TargetSums.of(profile, session.catalogue(), List.of());
        for (int target = 0; target < profile.targets().size(); target++) {
            TargetLine line = profile.targets().get(target);
            TargetChoice choice = sums.choice(target);
            for (LayerType layer : session.catalogue().layers()) {
                var filter = choice.of(layer);
                if (filter.isPresent()) {
                    Condition condition = filter.get().sql(session.dialect());
                    sums = sums.with(target, byStatus(line, layer, choice, condition));
                }
            }
        }
        return sums;
    }

    /**
     * The plots of a layer that add to a target, as a condition on the layer's table, which is called by its name, joined with the ledger,
     * which is called l; nothing where none of the layer can.
     */
    public Optional<Condition> counted(String target, LayerType layer) {
        List<TargetChoice> choices = TargetChoice.all(profile, session.catalogue());
        return IntStream.range(0, choices.size())
                .filter(i -> profile.targets().get(i).id().equals(target))
                .boxed()
                .findFirst()
                .flatMap(i -> choices.get(i).of(layer).map(filter -> {
                    TargetLine line = profile.targets().get(i);
                    Condition counting = counting(line, layer, choices.get(i), filter.sql(session.dialect()));
                    return line.measure() == TargetLine.Measure.COUNT
                            ? counting
                            : new Condition(counting.sql() + " AND " + amount(line) + " > 0", counting.parameters());
                }));
    }

    private List<Map.Entry<String, Long>> byStatus(
            TargetLine line, LayerType layer, TargetChoice choice, Condition filter) {
        Condition counting = counting(line, layer, choice, filter);
        List<Object> values = new ArrayList<>(List.of(layer.id()));
        values.addAll(counting.parameters());
        String table = Session.quoted(layer.id());
        String status = layer.find(AttributeRole.STATUS)
                .map(a -> "coalesce(" + table + "." + Session.quoted(a.name()) + ", '')")
                .orElse("''");
        String sql = "SELECT " + status + " AS status, sum(" + amount(line) + ") FROM " + table + " JOIN "
                + LedgerTables.LEDGER + " l ON l.feature = " + table + ".fid AND l.layer = ? WHERE " + counting.sql()
                + " GROUP BY 1";
        return session.list(sql, values, row -> Map.entry(Objects.toString(row.getString(1), ""), row.getLong(2)));
    }

    /** The plots at which a target looks; of those that it counts as pieces only those that are pieces. */
    private Condition counting(TargetLine line, LayerType layer, TargetChoice choice, Condition filter) {
        List<String> conditions = new ArrayList<>(List.of(filter.sql()));
        List<Object> values = new ArrayList<>(filter.parameters());
        String table = Session.quoted(layer.id());
        boolean pieces = line.measure() == TargetLine.Measure.COUNT;
        List<String> upgrades = session.catalogue().upgrades();
        Attribute effect = layer.find(AttributeRole.EFFECT).orElse(null);
        if (pieces && effect != null && !upgrades.isEmpty() && !choice.asksFor(AttributeRole.EFFECT)) {
            conditions.add("coalesce(" + table + "." + Session.quoted(effect.name()) + ", '') NOT IN ("
                    + Session.marks(upgrades.size()) + ")");
            values.addAll(upgrades);
        }
        if (pieces) {
            conditions.add("l.own_plane_mm2 >= ?");
            values.add(TargetSums.leastMm2(line));
        }
        return new Condition(String.join(" AND ", conditions), values);
    }

    /** Whole numbers, as {@link TargetSums} keeps them: the database's sum is exact. */
    private static String amount(TargetLine line) {
        return switch (line.measure()) {
            case NET_AREA -> line.method() == TargetLine.AreaMethod.PLANE ? "l.net_plane_mm2" : "l.net_ellipsoid_mm2";
            case LENGTH -> "l.length_um";
            case COUNT -> "1";
        };
    }
}
