package org.greenplan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenplan.count.LedgerInput;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.locationtech.jts.geom.Geometry;

/** The made-up dense plan as a planner's desk receives it: lon/lat shapes with their attributes. */
final class DensePlanDesk {
    private static final long SEED = 20190315;
    private static final String[] STATUS = {"completed", "under_construction", "approved", "proposed"};

    private DensePlanDesk() {}

    /** District and sub-districts first, then plots and existing green, all as new features. */
    static List<Change.Create> creates(int count) {
        LedgerInput input = DensePlan.of(count, SEED);
        List<Change.Create> creates = new ArrayList<>(2 * count + 7);
        creates.add(create("district", input.district(), Map.of("name", "区界")));
        input.zones()
                .forEach(z -> creates.add(create(
                        "sub_districts",
                        z.area(),
                        Map.of("name", "街道 " + z.key().id()))));
        input.plots().forEach(p -> {
            String status = STATUS[p.precedence().statusRank() - 1];
            String kind = p.key().id() % 3 == 0 ? "G14" : "G12";
            creates.add(create(
                    "parks",
                    p.area(),
                    Map.of(
                            "name",
                            "地块 " + p.key().id(),
                            "status",
                            status,
                            "class",
                            kind,
                            "effect",
                            "new",
                            "year",
                            2019L)));
        });
        input.baseline().forEach(g -> creates.add(create("existing_green", g, Map.of("name", "现状绿地"))));
        return creates;
    }

    static Change.Create create(String layer, Geometry plane, Map<String, Object> attributes) {
        return new Change.Create(
                layer, null, 1, Map.copyOf(attributes), PlanCrs.of("EPSG:4547").toLonLat(plane));
    }
}
