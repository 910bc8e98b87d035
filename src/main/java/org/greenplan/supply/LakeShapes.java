package org.greenplan.supply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenplan.list.ListValue;
import org.greenplan.network.Drawn;
import org.greenplan.network.Finding;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.greenplan.problem.Words;
import org.greenplan.water.Bathymetry;
import org.greenplan.water.Given;
import org.greenplan.water.Monthly;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

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
        Optional<Row> table = surveyOf(lake);
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

    /** The most a lake may hold by month, where the plan has flood-limit levels; the most it ever holds in months without one. */
    Optional<Monthly> limits(Row lake, Holds holds, Given most) {
        Optional<Row> table = tables.of(Tables.LAKES, lake.name()).filter(one -> one.has(FLOOD));
        if (table.isEmpty() || holds.normal().isMissing()) {
            return Optional.empty();
        }
        List<Given> months = new ArrayList<>();
        for (Given level :
                values.monthly(lake.id(), "limitM3", table.get(), FLOOD).months()) {
            months.add(level.isMissing() ? most : at(holds.shape(), level));
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

    /** What is wrong with a drawing when the surveys are known. */
    List<Finding> findings(Network drawn) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : drawn.findings()) {
            Drawn thing = drawn.drawing().thing(finding.feature());
            boolean surveyed = thing.kind() == Kind.LAKE && surveyOf(thing).isPresent();
            if (!surveyed || !"volume_m3".equals(finding.attribute())) {
                findings.add(finding);
            }
        }
        for (Drawn thing : drawn.drawing().things().values()) {
            if (thing.kind() == Kind.LAKE) {
                surveyOf(thing).flatMap(table -> notRising(thing, table)).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Row> surveyOf(Drawn lake) {
        return tables.of(Tables.LAKES, lake.name()).filter(one -> one.has(CURVE));
    }

    private static Optional<Finding> notRising(Drawn lake, Row table) {
        if (!(table.values().get(CURVE) instanceof ListValue curve)) {
            return Optional.empty();
        }
        List<Double> volumes = known(curve.column("volume_m3"));
        int row = Bathymetry.Table.notRising(known(curve.column("level_m")), volumes, known(curve.column("area_m2")));
        boolean tooFew = curve.rows().size() < 2 && volumes.get(0) <= 0;
        if (row == 0 && !tooFew) {
            return Optional.empty();
        }
        Coordinate place = lake.shape().getInteriorPoint().getCoordinate();
        Words what = tooFew
                ? Words.of(
                        "“" + lake.name() + "”的水位—面积—库容表只有一行，没有水。",
                        "The survey of " + lake.name() + " has one row, without water.")
                : Words.of(
                        "“" + lake.name() + "”的水位—面积—库容表第 " + row + " 行没有高于上一行。",
                        "Row " + row + " of the survey of " + lake.name() + " does not rise above the row before it.");
        return Optional.of(
                new Finding(
                        "survey " + lake.id(),
                        Finding.Type.SURVEY,
                        lake.id(),
                        null,
                        List.of(table.id()),
                        place.x,
                        place.y,
                        what,
                        Words.of(
                                "在“湖泊水位表”中改正这一行：水位、库容逐行升高，面积不减小。",
                                "Mend that row in Levels of a lake: levels and volumes rise from row to row, and areas do not fall.")));
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
