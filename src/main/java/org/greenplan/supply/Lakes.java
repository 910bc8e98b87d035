package org.greenplan.supply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenplan.list.ListValue;
import org.greenplan.network.Drawn;
import org.greenplan.network.Edge;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.water.Demand;
import org.greenplan.water.Given;
import org.greenplan.water.Lake;
import org.greenplan.water.Monthly;
import org.greenplan.water.Stage;
import org.greenplan.water.remedy.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * The lakes of a drawing. Those that the plan is about are there in every state of the works; a lake that has a cost is a work, and there by
 * its status.
 */
record Lakes(Network drawn, LakeShapes shapes, Values values) {
    static final String COST = "cost_10k_yuan";
    private static final double M2_PER_KM2 = 1e6;
    static final String MOST = "most_m3";

    /** From when on a lake is there. */
    static Stage stage(Drawn lake) {
        Row row = Row.of(lake);
        return row.has(COST) ? Stages.of(row.text("status")) : Stage.TODAY;
    }

    /** Lakes that are not there yet in a state of the works. */
    static Set<String> later(Network drawn, Stage state) {
        return drawn.drawing().things().values().stream()
                .filter(thing -> thing.kind() == Kind.LAKE && !stage(thing).isThereAt(state))
                .map(Drawn::id)
                .collect(Collectors.toSet());
    }

    List<Lake> all(Stage state) {
        return drawn.drawing().things().values().stream()
                .filter(thing -> thing.kind() == Kind.LAKE && stage(thing).isThereAt(state))
                .map(this::lake)
                .toList();
    }

    private Lake lake(Drawn thing) {
        Row row = Row.of(thing);
        String id = thing.id();
        LakeShapes.Holds holds = shapes.of(thing, row);
        Given dead = values.given(id, "deadM3", row, "dead_level_m", Double.NEGATIVE_INFINITY);
        return new Lake(
                id,
                holds.shape(),
                dead.isMissing() ? dead : new Given(finite(holds.shape().volumeM3(dead.number())), dead.origin()),
                holds.normal(),
                limits(row, holds),
                values.given(id, "catchmentM2", row, "catchment_km2").times(M2_PER_KM2),
                values.given(id, "runoffCoefficient", row, "runoff_coefficient"),
                values.given(id, "seepageMmPerDay", row, "seepage_mm_d"),
                spillTo(id));
    }

    /** Where the lake's own numbers are missing there is no volume to name; those are told. */
    private static double finite(double volumeM3) {
        return Double.isFinite(volumeM3) ? volumeM3 : 0;
    }

    /** A lake that was made to hold more than it normally does does so outside of the flood months. */
    private Monthly limits(Row row, LakeShapes.Holds holds) {
        if (!row.has(MOST)) {
            return shapes.limits(row, holds, holds.normal())
                    .orElseGet(() -> limit(row, holds.normal(), holds.normal()));
        }
        Given most = values.given(row.id(), "limitM3", row, MOST);
        return shapes.limits(row, holds, most).orElseGet(() -> limit(row, holds.normal(), most));
    }

    private Monthly limit(Row row, Given normal, Given most) {
        if (!row.has("flood_percent")) {
            values.from(row.id(), "limitM3", row, row.has(MOST) ? MOST : "volume_m3");
            return Monthly.constant(most);
        }
        Given share = values.given(row.id(), "limitM3", row, "flood_percent").times(0.01);
        List<Boolean> flood = row.months("flood_months", false);
        if (flood.isEmpty() || !flood.contains(true)) {
            values.from(row.id(), "limitM3", row, "flood_months");
            return Monthly.constant(Given.MISSING);
        }
        List<Given> months = new ArrayList<>(Collections.nCopies(12, most));
        for (int i = 0; i < 12; i++) {
            if (flood.get(i) && !normal.isMissing()) {
                months.set(i, share.times(normal.number()));
            }
        }
        return new Monthly(months);
    }

    /** The lower end of the lake's spillway, or else the next place of the river that leaves the lake. */
    private @Nullable String spillTo(String lake) {
        String river = null;
        for (Edge edge : drawn.topology().edges()) {
            Drawn line = Objects.requireNonNull(drawn.drawing().things().get(edge.feature()));
            if (edge.from().equals(lake) && !edge.to().equals(lake)) {
                if (line.is("spillway")) {
                    return lowerEnd(edge);
                } else if (line.kind() == Kind.RIVER && river == null) {
                    river = edge.to();
                }
            }
        }
        return river;
    }

    private String lowerEnd(Edge first) {
        String end = first.to();
        for (Edge edge : drawn.topology().edges()) {
            if (edge.feature().equals(first.feature()) && edge.part() == first.part() && edge.fromM() >= first.toM()) {
                end = edge.to();
            }
        }
        return end;
    }

    /**
     * Lakes that could be made, or hold more.
     *
     * @param assumed where it is noted that a table of sizes is an assumption
     */
    record Storages(Network drawn, Tables tables, Set<ValueAt> assumed) {
        private static final String STORAGE = "most_m3";
        private static final double YUAN = 1e4;

        /** The sizes in which a lake could hold more than it does, outside of the flood months. */
        List<Offer> deeper(Lake lake) {
            Row table = tables.of(
                            Tables.SIZES,
                            Row.of(drawn.drawing().thing(lake.id())).name())
                    .orElse(null);
            List<Offer> offers = new ArrayList<>();
            if (table != null && table.values().get("storages") instanceof ListValue list) {
                if (table.isAssumed("storages")) {
                    assumed.add(new ValueAt(table.id(), "storages", table.name(), 0));
                }
                List<@Nullable Double> volumes = list.column(STORAGE);
                List<@Nullable Double> costs = list.column(Lakes.COST);
                double now = lake.limitM3().months().stream()
                        .mapToDouble(Given::number)
                        .max()
                        .orElseThrow();
                for (int i = 0; i < volumes.size(); i++) {
                    double most = Objects.requireNonNull(volumes.get(i));
                    double yuan = YUAN * Objects.requireNonNull(costs.get(i));
                    if (most > now) {
                        Monthly limit = new Monthly(lake.limitM3().months().stream()
                                .map(month -> month.number() < now
                                        ? month
                                        : month.isAssumed() ? Given.assumed(most) : Given.of(most))
                                .toList());
                        String id = lake.id() + " " + Math.round(most);
                        var candidate = new Candidate(
                                id, lake.id(), List.of(), List.of(), List.of(lake.withLimit(limit)), List.of(), yuan);
                        offers.add(new Offer(List.of(lake.id()), lake.id(), most, yuan, candidate));
                    }
                }
            }
            return offers;
        }

        /** A lake that is not there yet, as it is drawn or with more storage; it brings what is wanted of it. */
        List<Offer> made(Lake lake, double yuan, List<Demand> demands) {
            List<Demand> wanted = demands.stream()
                    .filter(demand -> demand.at().equals(lake.id()))
                    .toList();
            List<Offer> offers = new ArrayList<>();
            offers.add(new Offer(
                    List.of(lake.id()),
                    null,
                    lake.normalM3().number(),
                    yuan,
                    new Candidate(lake.id(), lake.id(), List.of(), List.of(), List.of(lake), wanted, yuan)));
            for (Offer more : deeper(lake)) {
                Candidate of = more.candidate();
                double both = yuan + of.capitalYuan();
                offers.add(new Offer(
                        more.features(),
                        more.sized(),
                        more.capacityM3PerDay(),
                        both,
                        new Candidate(of.id(), of.work(), List.of(), List.of(), of.lakes(), wanted, both)));
            }
            return offers;
        }
    }
}
