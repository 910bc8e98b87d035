package org.greenplan.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.Role;
import org.greenplan.feature.Change;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.HistoryStore;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.greenplan.store.Blueprint;
import org.greenplan.store.Database;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** How a plan comes to its identity: a new one begins with it; one of an older program, which kept none, is given it once. */
public final class PlanBeginning {
    /** So far beyond its district's box the roads, rivers and constraints of the sample's own plan may reach, degrees. */
    private static final double AROUND_DEG = 0.3;

    private PlanBeginning() {}

    /** What a plan with a catalogue is made of, to be opened by a store. */
    public static Blueprint blueprint(Catalogue catalogue) {
        return KeptTrue.with(List.of()).blueprint(catalogue);
    }

    /**
     * Opens a plan as itself. One with features and no identity, which an older program made, is the sample's district where all of it
     * lies there; otherwise nobody but a person can say whose it is.
     *
     * @param named settings that a person named for a plan without identity, or null
     */
    public static PlanDesk open(Database database, Catalogue catalogue, @Nullable PlanProfile named) {
        Optional<PlanProfile> own = database.read(PlanBeginning::said);
        PlanProfile without = named == null ? own.orElseGet(() -> SamplePlan.profile(catalogue)) : named;
        boolean nameless =
                own.isEmpty() && database.<Boolean>read(session -> new HistoryStore(session).lastNumber() > 0);
        if (nameless && named == null && !database.<Boolean>read(session -> liesInSample(session))) {
            database.close();
            throw unknown(database.describe());
        }
        PlanDesk desk = PlanDesk.open(database, catalogue, without);
        if (nameless && database.readOnly().isEmpty()) {
            desk.adopt(without);
        }
        return desk;
    }

    /** Whether nobody has written anything into a plan yet. */
    static boolean untouched(Session session) {
        var store = new FeatureStore(session);
        return new HistoryStore(session).lastNumber() == 0
                && session.catalogue().layers().stream().allMatch(layer -> store.count(layer) == 0);
    }

    /** What a plan says of itself; nothing where it has no identity. */
    public static Optional<PlanProfile> said(Session session) {
        return PlanRecords.read(session);
    }

    /** Fills a plan that nobody has touched with its identity, its targets and features; whether it did. */
    public static boolean begin(
            PlanDesk desk, String comment, PlanProfile profile, Supplier<List<Change.Create>> features) {
        return desk.begin(comment, () -> {
            List<Change.Create> all = new ArrayList<>(PlanRecords.of(profile));
            all.addAll(features.get());
            return all;
        });
    }

    /** The sample, in a plan that nobody has touched; whether it was put there. */
    public static boolean sample(PlanDesk desk) {
        return begin(
                desk,
                "示例规划 Sample plan",
                SamplePlan.profile(desk.catalogue()),
                () -> SamplePlan.whole(desk.catalogue()));
    }

    private static boolean liesInSample(Session session) {
        Envelope box = new Envelope();
        SamplePlan.bundled(session.catalogue()).stream()
                .filter(c -> session.catalogue().get(c.layer()).role() == Role.BOUNDARY)
                .forEach(c -> box.expandToInclude(c.geometry().getEnvelopeInternal()));
        box.expandBy(AROUND_DEG);
        var store = new FeatureStore(session);
        for (LayerType layer : session.catalogue().layers()) {
            if (store.count(layer, FeatureQuery.in(box)) < store.count(layer, FeatureQuery.all())) {
                return false;
            }
        }
        return true;
    }

    private static Problem unknown(String name) {
        return new Problem.Invalid(
                Words.of(
                        "规划 " + name + " 没有规划信息，要素也不在示例规划的区域。请用 --profile 文件.yaml 说明它的名称、范围、年度、平面坐标系和目标；"
                                + "新规划请用 greenplan new。",
                        "The plan " + name
                                + " does not say whose it is, and does not lie in the sample's district. Name its title,"
                                + " district, year, plane and targets with --profile FILE.yaml; a new plan is made by greenplan new."),
                "--profile");
    }
}
