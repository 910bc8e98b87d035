package org.greenplan.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.greenplan.history.Milestones;
import org.greenplan.sql.Session;
import org.greenplan.sql.Table;
import org.greenplan.store.Part;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * In how many pairs the box of a plot meets that of existing green, by the plot's layer: taken to be so costly that it is built behind
 * the transaction, where the green beside a plot may have changed since.
 */
final class Meetings implements Follower<Meetings.Counts> {
    private static final String TABLE = "greenplan_meetings";

    private static final Part PART = new Part(
            "meetings",
            new Part.Version(1, 1),
            List.of(new Table(TABLE, TABLE, null, List.of(Table.text("layer"), Table.integer("pairs")), List.of())),
            List.of());

    private final Runnable costly;

    /** @param costly what is waited for when a portion has been counted and is not put down yet */
    Meetings(Runnable costly) {
        this.costly = costly;
    }

    /** Pairs by layer: all of them, or how many more. */
    record Counts(boolean whole, Map<String, Long> byLayer) {}

    @Override
    public Part part() {
        return PART;
    }

    @Override
    public boolean within() {
        return false;
    }

    /** As if another district made all of it another. */
    @Override
    public Scope scope(Ground ground, Collection<FeatureRef> touched, Deltas earlier) {
        List<Role> roles = touched.stream()
                .map(ref -> ground.catalogue().get(ref.layer()).role())
                .toList();
        if (roles.contains(Role.BOUNDARY)) {
            return new Scope.All();
        }
        return roles.contains(Role.ADDS_GREEN) || roles.contains(Role.BASELINE)
                ? new Scope.Near(0, Set.of(Role.ADDS_GREEN, Role.BASELINE))
                : new Scope.Nothing();
    }

    @Override
    public Counts delta(Turn turn, Deltas earlier) {
        Map<String, Long> more = new TreeMap<>();
        for (HistoryEntry.Step step : turn.steps()) {
            count(turn, turn.was(), step.before(), -1, more);
            count(turn, turn.is(), step.after(), 1, more);
        }
        costly.run();
        return new Counts(false, more);
    }

    @Override
    public Counts whole(Turn turn, Deltas earlier) {
        Map<String, Long> all = new TreeMap<>();
        for (LayerType layer : turn.ground().catalogue().withRole(Role.ADDS_GREEN)) {
            turn.is().stream(layer, plot -> count(turn, turn.is(), plot, 1, all));
        }
        costly.run();
        return new Counts(true, all);
    }

    /** A pair of which both are touched is counted with its plot. */
    private static void count(
            Turn turn, Neighbourhood plan, @Nullable Feature feature, long sign, Map<String, Long> to) {
        if (feature == null) {
            return;
        }
        Role role = plan.session().catalogue().get(feature.ref().layer()).role();
        if (role == Role.ADDS_GREEN) {
            to.merge(
                    feature.ref().layer(),
                    sign * met(plan, Role.BASELINE, feature).size(),
                    Long::sum);
        } else if (role == Role.BASELINE) {
            for (Feature plot : met(plan, Role.ADDS_GREEN, feature)) {
                if (!turn.touched().contains(plot.ref())) {
                    to.merge(plot.ref().layer(), sign, Long::sum);
                }
            }
        }
    }

    private static List<Feature> met(Neighbourhood plan, Role role, Feature feature) {
        Envelope lonLat = feature.geometry().getEnvelopeInternal();
        return plan.near(role, plan.crs().toPlane(feature.geometry()).getEnvelopeInternal(), 0).stream()
                .filter(other -> other.geometry().getEnvelopeInternal().intersects(lonLat))
                .toList();
    }

    @Override
    public void put(Ground ground, Counts counts) {
        Session session = ground.session();
        if (counts.whole()) {
            session.execute("DELETE FROM " + TABLE, List.of());
        }
        counts.byLayer().forEach((layer, pairs) -> {
            if (session.execute("UPDATE " + TABLE + " SET pairs = pairs + ? WHERE layer = ?", List.of(pairs, layer))
                    == 0) {
                session.insert(TABLE, List.of("layer", "pairs"), List.of(layer, pairs));
            }
        });
    }

    @Override
    public List<Difference> compare(Ground ground) {
        Map<String, Long> stored = stored(ground.session());
        Map<String, Long> found = new TreeMap<>();
        Turn still = Turn.still(ground, Milestones.UNWATCHED);
        for (LayerType layer : ground.catalogue().withRole(Role.ADDS_GREEN)) {
            still.is().stream(layer, plot -> count(still, still.is(), plot, 1, found));
        }
        List<Difference> differences = new ArrayList<>();
        for (LayerType layer : ground.catalogue().withRole(Role.ADDS_GREEN)) {
            long is = stored.getOrDefault(layer.id(), 0L);
            long ought = found.getOrDefault(layer.id(), 0L);
            if (is != ought) {
                differences.add(new Difference(layer.id(), "pairs", is, ought));
            }
        }
        return differences;
    }

    /** What the table says, without zeros. */
    static Map<String, Long> stored(Session session) {
        Map<String, Long> stored = new TreeMap<>();
        session.each(
                "SELECT layer, pairs FROM " + TABLE + " WHERE pairs <> 0",
                List.of(),
                row -> Map.entry(row.getString(1), row.getLong(2)),
                row -> stored.put(row.getKey(), row.getValue()));
        return stored;
    }
}
