package org.greenplan.waters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.network.Drawing;
import org.greenplan.network.Drawn;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.plan.SamplePlan;
import org.greenplan.supply.Row;
import org.greenplan.supply.Supply;
import org.greenplan.supply.Tables;
import org.greenplan.verdicts.Judgement;
import org.greenplan.water.Stage;
import org.jspecify.annotations.Nullable;

/** The water of the sample plan as the kernel is given it, without a database. */
public final class SampleWater {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final List<Change.Create> PLAN = SamplePlan.bundled(CATALOGUE);

    /** Computed when somebody asks: it takes long. */
    private static final class Judged {
        private static final Map<Stage, Judgement> DRY = Arrays.stream(Stage.values())
                .collect(Collectors.toMap(state -> state, state -> Judgement.of(supply(state, "dry"))));
    }

    private SampleWater() {}

    /** All that is to be said of a dry year. */
    public static Judgement judgement(Stage state) {
        return Objects.requireNonNull(Judged.DRY.get(state));
    }

    /** What the kernel computes with. */
    public static Supply supply(Stage state, String year) {
        return Supply.of(drawn(Map.of()), tables(), List.of(), state, year);
    }

    /** The sample's network, with one attribute of some features left out. */
    public static Network drawn(Map<String, String> without) {
        var shapes = new WaterShapes(
                CATALOGUE, PlanCrs.of(SamplePlan.profile(CATALOGUE).plane()));
        List<Drawn> all = new ArrayList<>();
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (Change.Create create : PLAN) {
            var ref = new FeatureRef(create.layer(), numbers.merge(create.layer(), 1L, Long::sum));
            Map<String, @Nullable Object> values = new LinkedHashMap<>(create.attributes());
            if (without.containsKey(ref.toString())) {
                values.put(without.get(ref.toString()), null);
            }
            shapes.of(new Feature(ref, 1, values, create.geometry()))
                    .filter(thing -> thing.kind() != Kind.FARMLAND)
                    .ifPresent(all::add);
        }
        return Network.of(Drawing.of(5, all, box -> List.of()));
    }

    /** The sample's network where one feature has a cost, in 10,000 yuan. */
    public static Network costing(String feature, double cost) {
        Drawing drawing = drawn(Map.of()).drawing();
        Drawn was = drawing.thing(feature);
        Map<String, @Nullable Object> values = new LinkedHashMap<>(was.values());
        values.put("cost_10k_yuan", cost);
        var things = new TreeMap<String, Drawn>(drawing.things());
        things.put(feature, Drawn.of(feature, was.kind(), was.shape(), was.isBuilt(), values));
        return Network.of(new Drawing(drawing.toleranceM(), things, drawing.touches()));
    }

    /** What the sample keeps about water in records. */
    public static Tables tables() {
        return Tables.of(SampleWater::rows);
    }

    private static List<Row> rows(String kind) {
        List<Row> rows = new ArrayList<>();
        for (Change.Create record : SamplePlan.records(CATALOGUE)) {
            if (record.layer().equals(kind)) {
                rows.add(new Row(kind + "/" + (rows.size() + 1), record.attributes()));
            }
        }
        return rows;
    }

    /** The sample with all its works, without its green, for a search; one attribute of some features left out. */
    public static PlannedWater planned(Map<String, String> without, String... years) {
        return planned(drawn(without), years);
    }

    /** The same of any drawing. */
    public static PlannedWater planned(Network drawn, String... years) {
        List<Supply> each = new ArrayList<>();
        for (String year : years) {
            each.add(Supply.of(drawn, tables(), List.of(), Stage.PROPOSED, year));
        }
        return new PlannedWater(
                1,
                drawn,
                each,
                Supply.of(drawn, tables(), List.of(), Stage.PROPOSED, tables().usual()),
                tables(),
                Map.of(),
                UnaryOperator.identity());
    }
}
