package org.greenplan.supply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greenplan.network.Drawn;
import org.greenplan.network.Edge;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.water.Demand;
import org.greenplan.water.Given;
import org.greenplan.water.Link;
import org.greenplan.water.Monthly;
import org.greenplan.water.Stage;
import org.locationtech.jts.geom.GeometryFactory;

/** What lakes, reaches and the plan's own green want, in a state of the works. */
record Demands(Network drawn, Tables tables, Values values) {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double PER_CENT = 0.01;
    private static final double M3_PER_LITRE = 0.001;

    List<Demand> all(Stage state, List<Link> links, List<Green> greens) {
        List<Demand> all = new ArrayList<>();
        Set<String> there = links.stream().map(Link::id).collect(Collectors.toSet());
        for (Drawn thing : drawn.drawing().things().values()) {
            if (thing.kind() == Kind.LAKE) {
                if (Lakes.stage(thing).isThereAt(state)) {
                    ofLake(Row.of(thing), all);
                }
            } else if (thing.kind() == Kind.RIVER && Row.of(thing).has("ecological_m3d")) {
                lowerEnd(thing, there, all);
            }
        }
        greens(state, greens, all);
        return all;
    }

    /** The name of a demand in the kernel. */
    static String id(String of, Need need) {
        return of + " " + need.code();
    }

    private int level(Need need) {
        return tables.need(need)
                .filter(row -> row.has("level"))
                .map(row -> (int) row.given("level").number())
                .orElse(need.level());
    }

    /** What a plan says of a need; an empty row where it says nothing. */
    private Row row(Need need) {
        return tables.need(need).orElse(new Row(Tables.NEEDS, Map.of("name", need.code())));
    }

    private void ofLake(Row lake, List<Demand> to) {
        for (Need need : List.of(Need.MINIMUM_LEVEL, Need.NORMAL_LEVEL)) {
            String id = id(lake.id(), need);
            Given share = values.given(id, "shareOfNormal", row(need), "share_percent", need.sharePercent());
            to.add(new Demand.Storage(id, level(need), lake.id(), Monthly.constant(share.times(PER_CENT))));
        }
        String turnover = id(lake.id(), Need.TURNOVER);
        Given days = values.given(turnover, "days", lake, "turnover_d");
        to.add(new Demand.Turnover(turnover, level(Need.TURNOVER), lake.id(), days));
        Given peak = lake.given("irrigation_m3d");
        if (!peak.isMissing() && peak.number() > 0) {
            String id = id(lake.id(), Need.IRRIGATION);
            Monthly pattern = values.monthly(id, "m3PerDay", row(Need.IRRIGATION), "months_percent");
            to.add(new Demand.Use(id, level(Need.IRRIGATION), lake.id(), product(pattern.times(PER_CENT), peak)));
        }
    }

    /** Both were entered, or the product is an assumption. */
    private static Monthly product(Monthly months, Given factor) {
        return new Monthly(months.months().stream()
                .map(month -> month.isMissing()
                        ? month
                        : new Given(
                                month.number() * factor.number(),
                                factor.isAssumed() ? factor.origin() : month.origin()))
                .toList());
    }

    /** A reach's ecological flow is wanted where the reach ends. */
    private void lowerEnd(Drawn river, Set<String> there, List<Demand> to) {
        String last = null;
        for (Edge edge : drawn.topology().edges()) {
            if (edge.feature().equals(river.id()) && there.contains(edge.id())) {
                last = edge.id();
            }
        }
        if (last != null) {
            String id = id(river.id(), Need.ECOLOGICAL_FLOW);
            Given flow = values.given(id, "m3PerDay", Row.of(river), "ecological_m3d");
            to.add(new Demand.LinkFlow(id, level(Need.ECOLOGICAL_FLOW), last, Monthly.constant(flow)));
        }
    }

    /** Each plot is watered from the nearest lake; a lake that may never be made waters none. */
    private void greens(Stage state, List<Green> greens, List<Demand> to) {
        Row quota = row(Need.GREEN_IRRIGATION);
        List<Drawn> lakes = drawn.drawing().things().values().stream()
                .filter(thing -> thing.kind() == Kind.LAKE && Lakes.stage(thing) == Stage.TODAY)
                .toList();
        if (!quota.has("months_l_m2") || lakes.isEmpty()) {
            return;
        }
        Map<String, Double> areaM2 = new TreeMap<>();
        for (Green green : greens) {
            if (green.netM2() > 0 && green.stage().isThereAt(state)) {
                areaM2.merge(nearest(green, lakes), green.netM2(), Double::sum);
            }
        }
        areaM2.forEach((place, m2) -> {
            String id = id(place, Need.GREEN_IRRIGATION);
            Monthly litres = values.monthly(id, "m3PerDay", quota, "months_l_m2");
            List<Given> daily = new ArrayList<>();
            for (int month = 1; month <= 12; month++) {
                double m3PerDay = m2 * M3_PER_LITRE / Monthly.days(month);
                daily.add(litres.months().get(month - 1).times(m3PerDay));
            }
            to.add(new Demand.Use(id, level(Need.GREEN_IRRIGATION), place, new Monthly(daily)));
        });
    }

    private static String nearest(Green green, List<Drawn> lakes) {
        var at = SHAPES.createPoint(green.at());
        return Collections.min(
                        lakes, Comparator.comparingDouble(lake -> lake.shape().distance(at)))
                .id();
    }
}
