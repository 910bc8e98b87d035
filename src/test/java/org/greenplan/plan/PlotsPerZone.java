package org.greenplan.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.Role;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.follow.Deltas;
import org.greenplan.follow.Difference;
import org.greenplan.follow.Follower;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.follow.Scope;
import org.greenplan.follow.Turn;
import org.greenplan.history.HistoryEntry;
import org.greenplan.sql.Session;
import org.greenplan.sql.Table;
import org.greenplan.store.Part;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** How many plots have their middle in each sub-district, stored in a table of its own: a follower as small as one can be. */
final class PlotsPerZone implements Follower<PlotsPerZone.Counts> {
    static final String TABLE = "greenplan_plots_per_zone";

    private static final Part PART = new Part(
            "plots per zone",
            new Part.Version(1, 1),
            List.of(new Table(TABLE, TABLE, null, List.of(Table.text("zone"), Table.integer("plots")), List.of())),
            List.of());

    /** Plots by the name of their zone: all of them, or how many more. */
    record Counts(boolean whole, Map<String, Long> byZone) {}

    @Override
    public Part part() {
        return PART;
    }

    @Override
    public Scope scope(Ground ground, Collection<FeatureRef> touched, Deltas earlier) {
        Set<Role> roles = touched.stream()
                .map(ref -> ground.catalogue().get(ref.layer()).role())
                .collect(Collectors.toSet());
        return roles.contains(Role.ZONE)
                ? new Scope.All()
                : roles.contains(Role.ADDS_GREEN) ? new Scope.Near(0, Set.of(Role.ZONE)) : new Scope.Nothing();
    }

    @Override
    public Counts delta(Turn turn, Deltas earlier) {
        Map<String, Long> more = new TreeMap<>();
        for (HistoryEntry.Step step : turn.steps()) {
            count(turn.was(), step.before(), -1, more);
            count(turn.is(), step.after(), 1, more);
        }
        return new Counts(false, more);
    }

    @Override
    public Counts whole(Turn turn, Deltas earlier) {
        Map<String, Long> all = new TreeMap<>();
        for (LayerType layer : turn.ground().catalogue().layers()) {
            turn.is().stream(layer, feature -> count(turn.is(), feature, 1, all));
        }
        return new Counts(true, all);
    }

    private static void count(Neighbourhood plan, @Nullable Feature feature, long sign, Map<String, Long> to) {
        if (feature == null
                || !plan.session().catalogue().get(feature.ref().layer()).addsGreen()) {
            return;
        }
        var middle = plan.crs().toPlane(feature.geometry().getCentroid());
        plan.near(Role.ZONE, new Envelope(middle.getCoordinate()), 0).stream()
                .filter(zone -> plan.crs().toPlane(zone.geometry()).intersects(middle))
                .forEach(zone -> to.merge(String.valueOf(zone.attributes().get("name")), sign, Long::sum));
    }

    @Override
    public void put(Ground ground, Counts counts) {
        Session session = ground.session();
        if (counts.whole()) {
            session.execute("DELETE FROM " + TABLE, List.of());
        }
        counts.byZone().forEach((zone, plots) -> {
            if (session.execute("UPDATE " + TABLE + " SET plots = plots + ? WHERE zone = ?", List.of(plots, zone))
                    == 0) {
                session.insert(TABLE, List.of("zone", "plots"), List.of(zone, plots));
            }
        });
    }

    @Override
    public List<Difference> compare(Ground ground) {
        Map<String, Long> stored = stored(ground.session());
        Map<String, Long> found = new TreeMap<>();
        var plan = Neighbourhood.of(ground.session(), ground.crs());
        ground.catalogue().layers().forEach(layer -> plan.stream(layer, feature -> count(plan, feature, 1, found)));
        List<Difference> differences = new ArrayList<>();
        Set<String> zones = new java.util.TreeSet<>(stored.keySet());
        zones.addAll(found.keySet());
        for (String zone : zones) {
            long is = stored.getOrDefault(zone, 0L);
            long ought = found.getOrDefault(zone, 0L);
            if (is != ought) {
                differences.add(new Difference(zone, "plots", is, ought));
            }
        }
        return differences;
    }

    /** What the table says, without empty zones. */
    static Map<String, Long> stored(Session session) {
        Map<String, Long> stored = new TreeMap<>();
        session.each(
                "SELECT zone, plots FROM " + TABLE + " WHERE plots <> 0",
                List.of(),
                row -> Map.entry(row.getString(1), row.getLong(2)),
                row -> stored.put(row.getKey(), row.getValue()));
        return stored;
    }
}
