package org.greenplan.waters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.network.Drawn;
import org.greenplan.network.Finding;
import org.greenplan.network.Kind;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.greenplan.store.Database;
import org.greenplan.supply.Row;
import org.greenplan.supply.Supply;
import org.greenplan.supply.Tables;
import org.greenplan.verdicts.Influence;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.Removals;
import org.greenplan.verdicts.WhatIf;
import org.greenplan.verdicts.WhyLake;
import org.greenplan.water.Network;
import org.greenplan.water.Stage;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What is to be said of the plan's water. It is computed when somebody asks, kept for the newest changeset alone, and told with the
 * changeset for which it is true.
 */
public final class PlanWater {
    private final Database database;
    private final NetworkFollower network;
    private final Function<Session, Ground> ground;
    private final WaterLayers layers = new WaterLayers(this);
    private final Map<Key, Read> inputs = new ConcurrentHashMap<>();
    private final Map<Key, Told> kept = new ConcurrentHashMap<>();
    private final Map<Key, Removed> removed = new ConcurrentHashMap<>();
    private final Influences influences = new Influences();

    private record Key(long changeset, Stage state, String year, boolean whole) {
        Key quick() {
            return new Key(changeset, state, year, false);
        }
    }

    /** A judgement and the changeset for which it is true. */
    public record Told(long changeset, Judgement judgement) {}

    /** @param ground the plan as a session sees it */
    public PlanWater(Database database, NetworkFollower network, Function<Session, Ground> ground) {
        this.database = database;
        this.network = network;
        this.ground = ground;
    }

    /** What is known of it as layers that nobody writes. */
    public WaterLayers layers() {
        return layers;
    }

    /**
     * What a line would join if it were drawn so; nothing is written.
     *
     * @param line its layer, and its number where it is there already, else 0
     * @param lonLat degrees
     */
    public LinkEnds joins(FeatureRef line, Map<String, @Nullable Object> values, Geometry lonLat) {
        return database.read(session -> {
            Ground plan = ground.apply(session);
            var shapes = new WaterShapes(plan.catalogue(), plan.crs());
            Drawn drawn = shapes.of(new Feature(line, 1, values, lonLat))
                    .filter(thing -> thing.kind() == Kind.LINK || thing.kind() == Kind.RIVER)
                    .orElseThrow(() -> new Problem.Invalid(
                            Words.of("应为水系图层的线。", "It is to be a line of a layer of water."), "geometry"));
            var farmland = shapes.farmland(Neighbourhood.of(session, plan.crs()));
            var then = network.now(plan).network().drawing().with(Map.of(drawn.id(), Optional.of(drawn)), farmland);
            return LinkEnds.of(org.greenplan.network.Network.of(then), drawn.id());
        });
    }

    /** The network as it is drawn now. */
    public NetworkNow network() {
        return database.read(session -> network.now(ground.apply(session)));
    }

    /** The same with what is wrong with it, once the plan's surveys of lakes are known. */
    public NetworkNow surveyed() {
        return database.read(session -> {
            Ground plan = ground.apply(session);
            NetworkNow now = network.now(plan);
            var drawn = now.network();
            return new NetworkNow(
                    now.changeset(),
                    now.crs(),
                    new org.greenplan.network.Network(
                            drawn.drawing(),
                            drawn.topology(),
                            Supply.findings(drawn, new WaterGround(plan).tables()).stream()
                                    .map(finding -> called(new WaterWords(plan.catalogue()), finding))
                                    .toList()));
        });
    }

    private static Finding called(WaterWords words, Finding finding) {
        String attribute = finding.attribute();
        return attribute == null ? finding : finding.with(words.called(finding.feature(), attribute));
    }

    /** The links and the structures of the network, as somebody filled them in, in the order of their ids. */
    public List<Row> works() {
        return network().network().drawing().things().values().stream()
                .filter(thing -> thing.kind() == Kind.LINK || thing.kind() == Kind.STRUCTURE)
                .map(thing -> new Row(thing.id(), thing.values()))
                .toList();
    }

    /** Whether there is anything of a network to speak of. */
    public boolean isDrawn() {
        return network().network().drawing().things().values().stream()
                .anyMatch(thing -> thing.kind() == Kind.LAKE || thing.kind() == Kind.LINK);
    }

    /**
     * The verdicts of a state of the works in a typical year.
     *
     * @param year its code; empty for the driest that the plan has
     */
    public Told judgement(Stage state, String year) {
        return judgement(state, year, true);
    }

    /** What can be said of it at once: without outages and without foresight, unless all of it is known already. */
    public Told quick(Stage state, String year) {
        return judgement(state, year, false);
    }

    /** Computes what can be said at once of each state, so that it is known when somebody asks; nothing where nothing is drawn. */
    public void lookAhead() {
        if (isDrawn()) {
            for (Stage state : Stage.values()) {
                quick(state, "");
            }
        }
    }

    private Told judgement(Stage state, String year, boolean whole) {
        Read read = read(state, year);
        kept.keySet().removeIf(key -> key.changeset() < read.changeset());
        var key = new Key(read.changeset(), state, read.supply().year(), true);
        if (whole) {
            return kept.computeIfAbsent(key, k -> new Told(k.changeset(), Judgement.of(read.supply())));
        }
        Told known = kept.get(key);
        return known != null
                ? known
                : kept.computeIfAbsent(key.quick(), k -> new Told(k.changeset(), Judgement.quick(read.supply())));
    }

    /**
     * The plan's water with all its works, for a search among them.
     *
     * @param years codes of the typical years that have to hold; the driest where none is named
     */
    public PlannedWater planned(List<String> years) {
        return database.read(session -> {
            Ground plan = ground.apply(session);
            return PlannedWater.of(network.now(plan), plan, years);
        });
    }

    /** The network as it is drawn, with what the kernel is given of it, for a state of the works in a typical year; the driest where none is named. */
    public DrawnWater drawn(Stage state, String year) {
        return database.read(session -> {
            Ground plan = ground.apply(session);
            var water = new WaterGround(plan);
            Tables tables = water.tables();
            String code = year.isEmpty() ? tables.driest() : year;
            NetworkNow now = network.now(plan);
            Supply supply = Supply.of(now.network(), tables, water.greens(tables), state, code);
            return new DrawnWater(now.network(), supply.called(new WaterWords(plan.catalogue())::called));
        });
    }

    /** A drawing, and what the kernel is given of it. */
    public record DrawnWater(org.greenplan.network.Network network, Supply supply) {}

    private record Read(long changeset, Supply supply) {}

    private Read read(Stage state, String year) {
        return database.read(session -> {
            Ground plan = ground.apply(session);
            NetworkNow now = network.now(plan);
            var asked = new Key(now.changeset(), state, year, true);
            Read known = inputs.get(asked);
            if (known != null) {
                return known;
            }
            var water = new WaterGround(plan);
            Tables tables = water.tables();
            String code = year.isEmpty() ? tables.driest() : year;
            Supply supply = Supply.of(now.network(), tables, water.greens(tables), state, code);
            Read read = new Read(
                    now.changeset(),
                    supply.with(water.shores(now.network(), tables, state))
                            .called(new WaterWords(plan.catalogue())::called));
            inputs.keySet().removeIf(key -> key.changeset() < now.changeset());
            inputs.put(asked, read);
            return read;
        });
    }

    /**
     * Why what is wanted at a lake or river is not served, in a state of the works.
     *
     * @param month 1 to 12, or 0 for the one in which each lacks most
     */
    public Why why(Stage state, String year, String feature, int month) {
        Told now = quick(state, year);
        Network planned = read(Stage.PROPOSED, year).supply().network();
        return new Why(now, WhyLake.of(now.judgement(), planned, feature, month));
    }

    /** The answer, with the judgement to which it belongs. */
    public record Why(Told told, List<WhyLake> reasons) {
        public Why {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What becomes of the verdicts if a value that was assumed is a fifth less or more.
     *
     * @param total how many such values there are
     * @param running whether the others are still being computed
     * @param asGiven with the values as they are; empty before that is known, and where nothing can be said
     * @param values those that are known
     */
    public record Assumed(
            long changeset,
            Supply supply,
            int total,
            boolean running,
            Optional<Influence.Effect> asGiven,
            List<Influence> values) {
        public Assumed {
            values = List.copyOf(values);
        }
    }

    /** What is known of the influence of the assumed values; the rest is computed behind. */
    public Assumed influence(Stage state, String year) {
        Read read = read(state, year);
        Influences.Seen seen = influences.ask(read.changeset(), read.supply());
        return new Assumed(
                read.changeset(), read.supply(), seen.total(), seen.running(), seen.asGiven(), seen.values());
    }

    /** Ends that. */
    public void callOffInfluence() {
        influences.callOff();
    }

    /** What each link and pump is worth in a state of the works, true for a changeset. */
    public Removed removals(Stage state, String year) {
        Read read = read(state, year);
        removed.keySet().removeIf(key -> key.changeset() < read.changeset());
        Set<String> lines = works().stream().map(Row::id).collect(Collectors.toSet());
        return removed.computeIfAbsent(
                new Key(read.changeset(), state, read.supply().year(), true),
                key -> new Removed(key.changeset(), Removals.of(read.supply(), lines)));
    }

    /** The works taken away one by one. */
    public record Removed(long changeset, Removals removals) {}

    /** What a change of works would do; nothing is written. */
    public Told tried(Stage state, String year, WhatIf question) {
        Told now = quick(state, year);
        return new Told(
                now.changeset(), Judgement.quick(question.of(now.judgement().supply())));
    }
}
