package org.greenplan.supply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.greenplan.network.Drawn;
import org.greenplan.network.Edge;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.water.Given;
import org.greenplan.water.Lake;
import org.greenplan.water.Monthly;
import org.jspecify.annotations.Nullable;

/** The lakes of a drawing. All of them are there in every state of the works. */
record Lakes(Network drawn, LakeShapes shapes, Values values) {
    private static final double M2_PER_KM2 = 1e6;
    static final String MOST = "most_m3";

    List<Lake> all() {
        return drawn.drawing().things().values().stream()
                .filter(thing -> thing.kind() == Kind.LAKE)
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
}
