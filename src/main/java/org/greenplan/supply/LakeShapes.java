package org.greenplan.supply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenplan.list.ListValue;
import org.greenplan.network.Drawn;
import org.greenplan.water.Bathymetry;
import org.greenplan.water.Given;
import org.greenplan.water.Monthly;
import org.jspecify.annotations.Nullable;

/** What lakes hold at which level: by a survey where the plan has one, else by a law that is told as an assumption. */
record LakeShapes(Tables tables, Values values) {
    private static final String CURVE = "curve";
    private static final String FLOOD = "flood_level_m";

    /** A lake's shape and what stands in it at its normal level. */
    record Holds(Bathymetry shape, Given normal) {}

    Holds of(Drawn lake, Row row) {
        values.need(row, "normal_level_m");
        values.from(row.id(), "shape", row, "shape");
        Given level = row.given("normal_level_m");
        Optional<Row> table = tables.of(Tables.LAKES, row.name()).filter(one -> one.has(CURVE));
        Optional<Bathymetry.Table> survey = table.flatMap(this::survey);
        if (survey.isPresent()) {
            values.need(table.orElseThrow(), CURVE);
            values.from(row.id(), "normalM3", row, "normal_level_m");
            return new Holds(survey.get(), at(survey.get(), level));
        }
        Given normal = values.given(row.id(), "normalM3", row, "volume_m3");
        return new Holds(
                new Bathymetry.PowerLaw(
                        level.number(), normal.number(), lake.shape().getArea()),
                normal);
    }

    /** What stands in a lake at a level; missing where the level is, or the numbers that make the shape. */
    static Given at(Bathymetry shape, Given level) {
        double volumeM3 = shape.volumeM3(level.number());
        return level.isMissing() || !Double.isFinite(volumeM3) ? Given.MISSING : new Given(volumeM3, level.origin());
    }

    /** The most a lake may hold by month, where the plan has flood-limit levels; the normal volume in months without one. */
    Optional<Monthly> limits(Row lake, Holds holds) {
        Optional<Row> table = tables.of(Tables.LAKES, lake.name()).filter(one -> one.has(FLOOD));
        if (table.isEmpty() || holds.normal().isMissing()) {
            return Optional.empty();
        }
        List<Given> months = new ArrayList<>();
        for (Given level :
                values.monthly(lake.id(), "limitM3", table.get(), FLOOD).months()) {
            months.add(level.isMissing() ? holds.normal() : at(holds.shape(), level));
        }
        return Optional.of(new Monthly(months));
    }

    /**
     * The survey that a table holds. Below its first row, where that holds water, the bed is taken as deep as the usual law has it. A table
     * that does not rise is no survey, and lacks.
     */
    private Optional<Bathymetry.Table> survey(Row table) {
        if (!(table.values().get(CURVE) instanceof ListValue curve)) {
            return Optional.empty();
        }
        List<Double> levels = known(curve.column("level_m"));
        List<Double> areas = known(curve.column("area_m2"));
        List<Double> volumes = known(curve.column("volume_m3"));
        if (areas.size() == levels.size()
                && volumes.size() == levels.size()
                && volumes.get(0) > 0
                && areas.get(0) > 0) {
            levels.add(0, levels.get(0) - 1.5 * volumes.get(0) / areas.get(0));
            areas.add(0, 0.0);
            volumes.add(0, 0.0);
            values.assume(table, CURVE);
        }
        try {
            return Optional.of(new Bathymetry.Table(levels, volumes, areas));
        } catch (IllegalArgumentException e) {
            values.lack(table, CURVE);
            return Optional.empty();
        }
    }

    private static List<Double> known(List<@Nullable Double> column) {
        List<Double> known = new ArrayList<>();
        for (Double cell : column) {
            if (cell != null) {
                known.add(cell);
            }
        }
        return known;
    }
}
