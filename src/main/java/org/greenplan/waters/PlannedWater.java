package org.greenplan.waters;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.follow.Ground;
import org.greenplan.network.Network;
import org.greenplan.supply.Green;
import org.greenplan.supply.Offers;
import org.greenplan.supply.Supply;
import org.greenplan.supply.Tables;
import org.greenplan.supply.ValueAt;
import org.greenplan.water.Stage;

/**
 * A plan's water with all its works, as one state of the plan has it.
 *
 * @param years the plan in each typical year that was asked for
 * @param paid the same in the year that comes as often as not
 * @param versions of the features of the network, by their ids
 * @param names where a value is filled in, by the catalogue's name of its attribute
 */
public record PlannedWater(
        long changeset,
        Network drawn,
        List<Supply> years,
        Supply paid,
        Tables tables,
        Map<String, Integer> versions,
        UnaryOperator<ValueAt> names) {
    public PlannedWater {
        years = List.copyOf(years);
        versions = Map.copyOf(versions);
    }

    /** Reads a plan; without years the driest that it has. */
    static PlannedWater of(NetworkNow now, Ground plan, List<String> years) {
        var water = new WaterGround(plan);
        Tables tables = water.tables();
        List<Green> greens = water.greens(tables);
        List<String> codes = years.isEmpty() ? List.of(tables.driest()) : years;
        var words = new WaterWords(plan.catalogue());
        Map<String, Supply> each = new HashMap<>();
        Stream.concat(codes.stream(), Stream.of(tables.usual()))
                .distinct()
                .forEach(code -> each.put(
                        code,
                        Supply.of(now.network(), tables, greens, Stage.PROPOSED, code)
                                .with(water.shores(now.network(), tables, Stage.PROPOSED))
                                .called(words::called)));
        return new PlannedWater(
                now.changeset(),
                now.network(),
                codes.stream()
                        .distinct()
                        .map(code -> Objects.requireNonNull(each.get(code)))
                        .toList(),
                Objects.requireNonNull(each.get(tables.usual())),
                tables,
                versions(now, plan),
                words::called);
    }

    private static Map<String, Integer> versions(NetworkNow now, Ground plan) {
        Map<String, Integer> versions = new HashMap<>();
        var features = new FeatureStore(plan.session());
        for (LayerType layer : plan.catalogue().layers()) {
            if (WaterShapes.kind(layer).isPresent()) {
                features.stream(layer, FeatureQuery.all(), feature -> {
                    if (now.network()
                            .drawing()
                            .things()
                            .containsKey(feature.ref().toString())) {
                        versions.put(feature.ref().toString(), feature.version());
                    }
                });
            }
        }
        return versions;
    }

    /** What could be built beside what is there in a state of the works. */
    public Offers offers(Stage there) {
        return Offers.of(drawn, years, paid, tables, there).called(names);
    }

    /** What the catalogue calls an attribute of a feature. */
    public String called(String feature, String word) {
        return names.apply(new ValueAt(feature, word, "", 0)).attribute();
    }
}
