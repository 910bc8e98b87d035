package org.greenplan.waters;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.greenplan.follow.Ground;
import org.greenplan.sql.Session;
import org.greenplan.store.Database;
import org.greenplan.supply.Supply;
import org.greenplan.supply.Tables;
import org.greenplan.verdicts.Judgement;
import org.greenplan.verdicts.WhatIf;
import org.greenplan.water.Stage;

/**
 * What is to be said of the plan's water. It is computed when somebody asks, kept for the newest changeset alone, and told with the
 * changeset for which it is true.
 */
public final class PlanWater {
    private final Database database;
    private final NetworkFollower network;
    private final Function<Session, Ground> ground;
    private final Map<Key, Told> kept = new ConcurrentHashMap<>();

    private record Key(long changeset, Stage state, String year) {}

    /** A judgement and the changeset for which it is true. */
    public record Told(long changeset, Judgement judgement) {}

    /** @param ground the plan as a session sees it */
    public PlanWater(Database database, NetworkFollower network, Function<Session, Ground> ground) {
        this.database = database;
        this.network = network;
        this.ground = ground;
    }

    /** The network as it is drawn now. */
    public NetworkNow network() {
        return database.read(session -> network.now(ground.apply(session)));
    }

    /**
     * The verdicts of a state of the works in a typical year.
     *
     * @param year its code; empty for the driest that the plan has
     */
    public Told judgement(Stage state, String year) {
        record Read(long changeset, Supply supply) {}
        Read read = database.read(session -> {
            Ground plan = ground.apply(session);
            NetworkNow now = network.now(plan);
            var water = new WaterGround(plan);
            Tables tables = water.tables();
            String code = year.isEmpty() ? tables.driest() : year;
            return new Read(now.changeset(), Supply.of(now.network(), tables, water.greens(tables), state, code));
        });
        kept.keySet().removeIf(key -> key.changeset() < read.changeset());
        var key = new Key(read.changeset(), state, read.supply().year());
        return kept.computeIfAbsent(key, k -> new Told(k.changeset(), Judgement.of(read.supply())));
    }

    /** What a change of works would do; nothing is written. */
    public Told tried(Stage state, String year, WhatIf question) {
        Told now = judgement(state, year);
        return new Told(
                now.changeset(), Judgement.quick(question.of(now.judgement().supply())));
    }
}
