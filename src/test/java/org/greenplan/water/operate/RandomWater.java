package org.greenplan.water.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenplan.water.Bathymetry;
import org.greenplan.water.Demand;
import org.greenplan.water.Drive;
import org.greenplan.water.Given;
import org.greenplan.water.Inflow;
import org.greenplan.water.Junction;
import org.greenplan.water.Lake;
import org.greenplan.water.Licence;
import org.greenplan.water.Link;
import org.greenplan.water.Monthly;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.Stage;
import org.greenplan.water.TypicalYear;

/** Networks of a few lakes as they ought not to be: isolated, dry, with gates that are shut, losses, licences that bind. */
final class RandomWater {
    private final Random random;
    private final List<String> places = new ArrayList<>();
    private final List<Demand> demands = new ArrayList<>();

    private RandomWater(int seed) {
        random = new Random(seed);
    }

    static Network network(int seed) {
        return new RandomWater(seed).make();
    }

    private Network make() {
        int lakeCount = 1 + random.nextInt(4);
        List<Junction> junctions = List.of(new Junction("J", false), new Junction("out", true));
        List<Lake> lakes = new ArrayList<>();
        for (int i = 0; i < lakeCount; i++) {
            lakes.add(lake("L" + i));
        }
        lakes.forEach(lake -> places.add(lake.id()));
        places.add("J");
        List<Inflow> inflows = new ArrayList<>();
        for (String place : places) {
            if (random.nextInt(3) == 0) {
                inflows.add(new Inflow("river " + place, place, Map.of("year", monthly(400))));
            }
        }
        List<Link> links = new ArrayList<>();
        int linkCount = random.nextInt(3 * lakeCount + 1);
        for (int i = 0; i < linkCount; i++) {
            link("K" + i, links);
        }
        links.add(link("away", "J", "out", Given.of(Double.POSITIVE_INFINITY), Monthly.constant(Given.of(1)), 0));
        List<Source> sources = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            sources.add(source("S" + i));
        }
        lakes.forEach(lake -> demands(lake, links));
        var licence = new Licence(
                "permit", Map.of("year", Given.of(20_000 + random.nextInt(60_000))), 1 + random.nextInt(12));
        var year = new TypicalYear("year", 50, monthly(120), monthly(200));
        return new Network(
                lakes, junctions, inflows, links, sources, List.of(licence), demands, List.of(year), Given.of(0.6));
    }

    private Monthly monthly(double most) {
        double[] numbers = new double[12];
        for (int i = 0; i < 12; i++) {
            numbers[i] = random.nextInt(4) == 0 ? 0 : random.nextDouble() * most;
        }
        return Monthly.of(numbers);
    }

    private Lake lake(String id) {
        double normal = 10_000 + random.nextInt(40_000);
        return new Lake(
                id,
                new Bathymetry.PowerLaw(100, normal, normal / (1 + random.nextInt(4))),
                Given.of(0),
                Given.of(normal),
                Monthly.constant(Given.of(random.nextBoolean() ? normal : normal * 0.9)),
                Given.of(random.nextInt(3) * 100_000),
                Given.of(0.15),
                Given.of(random.nextInt(3)),
                random.nextInt(3) == 0 ? null : random.nextBoolean() ? "out" : "J");
    }

    private void link(String id, List<Link> links) {
        String from = places.get(random.nextInt(places.size()));
        String to = places.get(random.nextInt(places.size()));
        if (!from.equals(to)) {
            Monthly open = random.nextInt(3) == 0 ? monthly(1) : Monthly.constant(Given.of(1));
            double loss = random.nextInt(2) * 0.2 * random.nextDouble();
            links.add(link(id, from, to, Given.of(random.nextInt(5) * 200), open, loss));
        }
    }

    private Link link(String id, String from, String to, Given capacity, Monthly open, double loss) {
        Drive drive = random.nextInt(3) == 0
                ? new Drive.Pump(Given.of(5), Given.of(0.7), Given.of(18))
                : new Drive.Gravity(random.nextInt(3) == 0 ? Given.of(99) : null);
        return new Link(
                id, from, to, capacity, open, Given.of(loss), drive, Given.of(1 + random.nextInt(5)), Stage.TODAY);
    }

    private Source source(String id) {
        return new Source(
                id,
                places.get(random.nextInt(places.size())),
                id,
                Given.of(random.nextInt(600)),
                Map.of("year", Monthly.constant(Given.of(0.9))),
                random.nextBoolean() ? monthly(1) : Monthly.constant(Given.of(1)),
                random.nextBoolean() ? "permit" : null,
                Given.of(random.nextInt(2)),
                Stage.TODAY);
    }

    private void demands(Lake lake, List<Link> links) {
        String id = lake.id();
        if (random.nextBoolean()) {
            demands.add(new Demand.Use(id + " use", 1 + random.nextInt(3), id, monthly(300)));
        }
        if (random.nextBoolean()) {
            demands.add(new Demand.Storage(
                    id + " level", 1 + random.nextInt(3), id, Monthly.constant(Given.of(random.nextDouble()))));
        }
        if (random.nextInt(3) == 0) {
            Set<String> notBy = links.stream()
                    .filter(link -> link.from().equals(id) && random.nextInt(4) == 0)
                    .map(Link::id)
                    .collect(Collectors.toSet());
            demands.add(new Demand.Turnover(id + " turnover", 3, id, Given.of(60), notBy));
        }
        if (id.equals("L0")) {
            demands.add(new Demand.LinkFlow("flow", 1, "away", Monthly.constant(Given.of(random.nextInt(200)))));
        }
    }
}
