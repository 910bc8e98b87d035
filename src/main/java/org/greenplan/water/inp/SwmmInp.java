package org.greenplan.water.inp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.water.Bathymetry;
import org.greenplan.water.Drive;
import org.greenplan.water.Junction;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Monthly;
import org.greenplan.water.Network;

/**
 * The network for SWMM 5: dynamic waves, which rings need; lakes as storage units, pumped links as pumps, everything else as open
 * channels. What comes and goes is a flow at each node that changes by month. A year from July on.
 */
public final class SwmmInp {
    private static final int LONGEST_ID = 60;
    private static final double SECONDS = 86_400;
    private static final double JUNCTION_M = 5;
    private static final double WET_M = 0.3;
    private static final double OUTFALL_M = 10;
    private static final double OUTFALL_FALL_M = 0.1;
    private static final double FREEBOARD_M = 1;

    private final Network network;
    private final int firstYear;
    private final Ground ground;
    private final InpText text = new InpText();
    private final Map<String, Integer> touching = new HashMap<>();
    private final List<Way> ways = new ArrayList<>();

    /** A channel or pump of the file: a link, a spill, or the last piece to an outfall. */
    private record Way(
            String name,
            String from,
            String to,
            double lengthM,
            Layout.Section section,
            double mostM3PerS,
            boolean pumped,
            double sillM) {}

    private SwmmInp(Network network, Layout layout, String year, int firstYear) {
        this.network = network;
        this.firstYear = firstYear;
        ground = new Ground(network, layout, year);
    }

    /**
     * Writes a network in a typical year.
     *
     * @param firstYear of the calendar, in whose July the file begins
     */
    public static InpFile of(Network network, Layout layout, String year, int firstYear) {
        var inp = new SwmmInp(network, layout, year, firstYear);
        List<InpFinding> findings = inp.ground.findings(false);
        return findings.isEmpty() ? inp.write() : new InpFile.Refused(findings);
    }

    private InpFile write() {
        options();
        network.links().forEach(link -> ways.add(way(link)));
        network.lakes().forEach(this::spill);
        for (Way way : ways) {
            touching.merge(way.from(), 2, Integer::sum);
            touching.merge(way.to(), 1, Integer::sum);
        }
        network.junctions().forEach(this::junction);
        network.lakes().forEach(this::storage);
        ways.forEach(this::way);
        network.places().forEach(this::inflow);
        network.places().forEach(this::coordinates);
        return text.written(
                "Greenplan, " + ground.year + ": every level and section below that is listed as default is assumed");
    }

    private void options() {
        for (String option : List.of(
                "FLOW_UNITS CMS",
                "INFILTRATION HORTON",
                "FLOW_ROUTING DYNWAVE",
                "LINK_OFFSETS ELEVATION",
                "MIN_SLOPE 0",
                "ALLOW_PONDING NO",
                "SKIP_STEADY_STATE NO",
                "START_DATE 07/01/" + firstYear,
                "START_TIME 00:00:00",
                "REPORT_START_DATE 07/01/" + firstYear,
                "REPORT_START_TIME 00:00:00",
                "END_DATE 07/01/" + (firstYear + 1),
                "END_TIME 00:00:00",
                "REPORT_STEP 24:00:00",
                "WET_STEP 01:00:00",
                "DRY_STEP 24:00:00",
                "ROUTING_STEP 30",
                "INERTIAL_DAMPING PARTIAL",
                "VARIABLE_STEP 0.75",
                "LENGTHENING_STEP 0")) {
            text.row("OPTIONS", option);
        }
        List<Object> evaporation = new ArrayList<>(List.of("MONTHLY"));
        for (int m = 1; m <= 12; m++) {
            evaporation.add(network.year(ground.year).evaporationMm().at(m) / Monthly.days(m));
        }
        text.row("EVAPORATION", evaporation.toArray());
        text.row("EVAPORATION", "DRY_ONLY", "NO");
    }

    private Way way(Link link) {
        boolean pumped = link.drive() instanceof Drive.Pump;
        double sill = link.drive() instanceof Drive.Gravity gravity && gravity.sillM() != null
                ? gravity.sillM().number()
                : Double.NaN;
        double most = link.capacityM3PerDay().number() / SECONDS;
        if (link.lossShare().number() > 0) {
            text.byDefault("loss on the way of " + link.id() + ", which the engine does not know", 0);
        }
        return new Way(
                link.id(),
                link.from(),
                link.to(),
                Math.max(1, link.lengthM().number()),
                ground.section(link, text),
                most,
                pumped,
                sill);
    }

    private void spill(Lake lake) {
        if (lake.spillTo() != null) {
            var section = new Layout.Section(10, FREEBOARD_M, 0.03);
            text.byDefault("spill of " + lake.id() + ", width by depth, m", "10 by 1");
            ways.add(new Way(
                    "spill " + lake.id(),
                    lake.id(),
                    lake.spillTo(),
                    100,
                    section,
                    Double.POSITIVE_INFINITY,
                    false,
                    ground.normalLevelM(lake.id())));
        }
    }

    /** A node at which water leaves is an outfall where one channel ends in it, which is all that an outfall may have. */
    private void junction(Junction junction) {
        String id = node(junction.id());
        double bed = ground.listedBedM(junction.id(), text);
        if (junction.leaves() && touching.getOrDefault(junction.id(), 0) == 1) {
            text.row("OUTFALLS", id, bed, "FREE", "NO");
            return;
        }
        text.byDefault("depth of " + junction.id() + ", m", JUNCTION_M);
        text.byDefault("water in " + junction.id() + " at the beginning, m", WET_M);
        text.row("JUNCTIONS", id, bed, JUNCTION_M, WET_M, 0, 0);
        if (junction.leaves()) {
            String out = "out of " + junction.id();
            text.row("OUTFALLS", node(out), bed - OUTFALL_FALL_M, "FREE", "NO");
            text.byDefault("last piece to the outfall of " + junction.id() + ", m", OUTFALL_M);
            ways.add(new Way(
                    out,
                    junction.id(),
                    out,
                    OUTFALL_M,
                    new Layout.Section(10, 2, 0.03),
                    Double.POSITIVE_INFINITY,
                    false,
                    Double.NaN));
        }
    }

    private void storage(Lake lake) {
        double normal = ground.depthM(lake, lake.normalM3().number());
        double seepMmPerHour = lake.seepageMmPerDay().number() / 24;
        String id = node(lake.id());
        double bed = ground.bedM(lake.id());
        double most = normal + FREEBOARD_M;
        double begins = ground.depthM(lake, ground.beginsM3(lake));
        if (lake.shape() instanceof Bathymetry.Table table) {
            String curve = text.id("curve", "area " + lake.id(), LONGEST_ID);
            for (int i = 0; i < table.levelsM().size(); i++) {
                double depth = table.levelsM().get(i) - table.levelsM().get(0);
                text.row(
                        "CURVES",
                        curve,
                        i == 0 ? "Storage" : "",
                        depth,
                        table.areasM2().get(i));
            }
            text.row("STORAGE", id, bed, most, begins, "TABULAR", curve, 0, 1, seepMmPerHour);
        } else {
            double area = lake.shape().areaM2(lake.normalM3().number());
            text.byDefault("shape of " + lake.id(), "area grows as the root of the depth");
            text.row(
                    "STORAGE",
                    id,
                    bed,
                    most,
                    begins,
                    "FUNCTIONAL",
                    area / Math.sqrt(normal),
                    0.5,
                    0,
                    0,
                    1,
                    seepMmPerHour);
        }
    }

    private void way(Way way) {
        String id = text.id("link", way.name(), LONGEST_ID);
        String from = node(way.from());
        String to = node(way.to());
        if (way.pumped()) {
            String curve = text.id("curve", "pump " + way.name(), LONGEST_ID);
            text.row("PUMPS", id, from, to, curve, "ON", 0, 0);
            text.row("CURVES", curve, "PUMP2", 100, way.mostM3PerS());
        } else {
            Layout.Section section = way.section();
            double most = way.mostM3PerS() == Double.POSITIVE_INFINITY ? 0 : way.mostM3PerS();
            text.row(
                    "CONDUITS",
                    id,
                    from,
                    to,
                    way.lengthM(),
                    section.roughness(),
                    offset(way, way.from(), way.sillM()),
                    offset(way, way.to(), Double.NaN),
                    0,
                    most);
            text.row("XSECTIONS", id, "RECT_OPEN", section.depthM(), section.widthM(), 0, 0, 1);
        }
        for (Layout.Point bend : ground.layout.bends(way.name())) {
            text.row("VERTICES", id, bend.eastM(), bend.northM());
        }
    }

    /** The level of a channel's bed at its end: the sill; else as deep below a full lake's level as it is itself; else the junction's bed. */
    private Object offset(Way way, String place, double sillM) {
        if (!Double.isNaN(sillM)) {
            return sillM;
        } else if (!ground.isLake(place)) {
            return "*";
        }
        double level = Math.max(
                ground.bedM(place), ground.normalLevelM(place) - way.section().depthM());
        text.byDefault("bed of " + way.name() + " at " + place + ", m", level);
        return level;
    }

    private void inflow(String place) {
        double[] comes = ground.comesM3PerS(place);
        double mean = Ground.mean(comes);
        if (Math.abs(mean) < 1e-9) {
            return;
        }
        String pattern = text.id("pattern", "months " + place, LONGEST_ID);
        text.row("INFLOWS", node(place), "FLOW", "\"\"", "FLOW", 1.0, 1.0, mean, pattern);
        List<Object> months = new ArrayList<>(List.of(pattern, "MONTHLY"));
        for (double month : comes) {
            months.add(month / mean);
        }
        text.row("PATTERNS", months.toArray());
    }

    private void coordinates(String place) {
        Layout.Point point = ground.layout.places().getOrDefault(place, new Layout.Point(0, 0));
        text.row("COORDINATES", node(place), point.eastM(), point.northM());
    }

    private String node(String place) {
        return text.id("node", place, LONGEST_ID);
    }
}
