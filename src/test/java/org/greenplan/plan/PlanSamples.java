package org.greenplan.plan;

import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.greenplan.feature.Change;

/** Plans in which most things overlap. */
public final class PlanSamples {
    private static final List<String> STATUSES = List.of("proposed", "approved", "under_construction", "completed");

    private PlanSamples() {}

    /** A district with sub-districts that overlap and leave a gap, existing green, and plots of every kind, in one changeset. */
    public static void overlapping(DeskFixture plan, int plots, long seed) {
        var random = new Random(seed);
        List<Change> changes = new ArrayList<>();
        changes.add(create("district", box(0, 0, 900, 900), Map.of("name", "区")));
        changes.add(create("sub_districts", box(0, 0, 450, 900), Map.of("name", "西")));
        changes.add(create("sub_districts", box(400, 0, 300, 900), Map.of("name", "东")));
        for (int i = 0; i < plots; i++) {
            changes.add(plot(random));
        }
        plan.desk().apply(by("li", changes.toArray(Change[]::new)));
    }

    /** A park, a wood, a corridor or existing green somewhere on a square of 900 m, in any status; now and then an upgrade. */
    public static Change.Create plot(Random random) {
        double east = 900 * random.nextDouble();
        double north = 900 * random.nextDouble();
        double width = 20 + 200 * random.nextDouble();
        double height = 20 + 200 * random.nextDouble();
        Map<String, Object> attributes = Map.of(
                "name",
                "地块",
                "status",
                STATUSES.get(random.nextInt(4)),
                "effect",
                random.nextInt(6) == 0 ? "upgrade" : "new");
        return switch (random.nextInt(5)) {
            case 0 -> create("existing_green", box(east, north, width, height), Map.of("name", "现状"));
            case 1 -> create("afforestation", box(east, north, width, height), attributes);
            case 2 ->
                create(
                        "corridors",
                        line(east, north, east + width, north + 50, east + 2 * width, north - 80),
                        attributes);
            default -> create("parks", box(east, north, width, height), attributes);
        };
    }
}
