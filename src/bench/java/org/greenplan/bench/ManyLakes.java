package org.greenplan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenplan.water.Bathymetry;
import org.greenplan.water.Demand;
import org.greenplan.water.Drive;
import org.greenplan.water.Given;
import org.greenplan.water.Inflow;
import org.greenplan.water.Junction;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Monthly;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.Stage;
import org.greenplan.water.TypicalYear;

/** A made-up river with a lake at each confluence, rings of ten lakes closed by a pump, and too little water. */
final class ManyLakes {
    private ManyLakes() {}

    static Network network(int count) {
        List<Lake> lakes = new ArrayList<>();
        List<Junction> junctions = new ArrayList<>();
        List<Inflow> inflows = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        List<Demand> demands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String lake = "L" + i;
            lakes.add(lake(i));
            junctions.add(new Junction("J" + i, false));
            links.add(link("river " + i, "J" + i, "J" + (i + 1), Double.POSITIVE_INFINITY, false));
            links.add(link("in " + i, "J" + i, lake, 8_000, false));
            links.add(link("out " + i, lake, "J" + (i + 1), 6_000, false));
            if (i % 10 < 9 && i + 1 < count) {
                links.add(link("channel " + i, lake, "L" + (i + 1), 5_000, false));
            } else if (i >= 9) {
                links.add(link("pump " + i, lake, "L" + (i - 9), 5_000, true));
            }
            if (i % 5 == 0) {
                inflows.add(new Inflow(
                        "side " + i,
                        "J" + i,
                        Map.of("year", Monthly.of(5e3, 4e3, 5e3, 6e3, 7e3, 9e3, 3e4, 4e4, 2e4, 1e4, 8e3, 6e3))));
                sources.add(new Source(
                        "works " + i,
                        lake,
                        "works " + i,
                        Given.of(3_000),
                        Map.of("year", Monthly.constant(Given.of(0.9))),
                        Monthly.constant(Given.of(1)),
                        null,
                        Given.of(1),
                        Stage.TODAY));
            }
            demands(lake, demands);
        }
        junctions.add(new Junction("J" + count, true));
        var year = new TypicalYear(
                "year",
                75,
                Monthly.of(6, 6, 14, 20, 30, 45, 100, 85, 45, 25, 16, 8),
                Monthly.of(38, 49, 92, 124, 157, 173, 140, 124, 92, 70, 43, 32));
        return new Network(lakes, junctions, inflows, links, sources, List.of(), demands, List.of(year), Given.of(0.6));
    }

    private static Lake lake(int i) {
        double normal = 200_000 + 10_000 * (i % 7);
        return new Lake(
                "L" + i,
                new Bathymetry.PowerLaw(150, normal, normal / 3),
                Given.of(0),
                Given.of(normal),
                Monthly.constant(Given.of(normal)),
                Given.of(1e6),
                Given.of(0.15),
                Given.of(2),
                "J" + (i + 1));
    }

    private static void demands(String lake, List<Demand> demands) {
        demands.add(new Demand.Storage(lake + " minimum_level", 2, lake, Monthly.constant(Given.of(0.6))));
        demands.add(new Demand.Use(lake + " green_irrigation", 3, lake, Monthly.constant(Given.of(1_500))));
        demands.add(new Demand.Storage(lake + " normal_level", 4, lake, Monthly.constant(Given.of(0.9))));
        demands.add(new Demand.Turnover(lake + " turnover", 5, lake, Given.of(60)));
    }

    private static Link link(String id, String from, String to, double capacity, boolean pumped) {
        Drive drive = pumped ? new Drive.Pump(Given.of(12), Given.of(0.7), Given.of(24)) : new Drive.Gravity(null);
        return new Link(
                id,
                from,
                to,
                Given.of(capacity),
                Monthly.constant(Given.of(1)),
                Given.of(0.02),
                drive,
                Given.of(1_000),
                Stage.TODAY);
    }
}
