package org.greenplan.water.inp;

import java.util.List;
import org.greenplan.water.Drive;
import org.greenplan.water.Junction;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Network;

/**
 * The network for EPANET 2.2: lakes as tanks, nodes at which water leaves as reservoirs, links as pipes that lead one way, pumps by their
 * power. The flows are those of July. EPANET knows neither evaporation nor open channels: the file is for the pressurised part.
 */
public final class EpanetInp {
    private static final int JULY = 6;
    private static final double SECONDS = 86_400;
    private static final double HAZEN_WILLIAMS = 130;
    private static final double FREEBOARD_M = 1;

    private final Network network;
    private final Ground ground;
    private final InpText text = new InpText();

    private EpanetInp(Network network, Layout layout, String year) {
        this.network = network;
        ground = new Ground(network, layout, year);
    }

    /** Writes a network in the July of a typical year. */
    public static InpFile of(Network network, Layout layout, String year) {
        var inp = new EpanetInp(network, layout, year);
        List<InpFinding> findings = inp.ground.findings(true);
        return findings.isEmpty() ? inp.write() : new InpFile.Refused(findings);
    }

    private InpFile write() {
        network.junctions().forEach(this::junction);
        network.lakes().forEach(this::tank);
        text.byDefault("roughness of all pipes, Hazen-Williams", HAZEN_WILLIAMS);
        network.links().forEach(this::link);
        for (String option :
                List.of("UNITS CMD", "HEADLOSS H-W", "TRIALS 200", "ACCURACY 0.001", "UNBALANCED CONTINUE 10")) {
            text.row("OPTIONS", option);
        }
        for (String time :
                List.of("DURATION 24:00", "HYDRAULIC TIMESTEP 1:00", "REPORT TIMESTEP 1:00", "PATTERN TIMESTEP 1:00")) {
            text.row("TIMES", time);
        }
        text.row("REPORT", "STATUS NO");
        network.places().forEach(place -> {
            Layout.Point point = ground.layout.places().getOrDefault(place, new Layout.Point(0, 0));
            text.row("COORDINATES", node(place), point.eastM(), point.northM());
        });
        for (Link link : network.links()) {
            for (Layout.Point bend : ground.layout.bends(link.id())) {
                text.row("VERTICES", text.shortId("K", link.id()), bend.eastM(), bend.northM());
            }
        }
        text.end();
        return text.written(
                "Greenplan, July of " + ground.year + ": every number below that is listed as default is assumed");
    }

    private void junction(Junction junction) {
        double bed = ground.listedBedM(junction.id(), text);
        if (junction.leaves()) {
            text.row("RESERVOIRS", node(junction.id()), bed, ";" + junction.id());
        } else {
            double taken = 0 - ground.comesM3PerS(junction.id())[JULY] * SECONDS;
            text.row("JUNCTIONS", node(junction.id()), bed, taken, ";" + junction.id());
        }
    }

    private void tank(Lake lake) {
        double most = ground.depthM(lake, lake.normalM3().number()) + FREEBOARD_M;
        double dead = ground.depthM(lake, lake.deadM3().number());
        double begins = ground.depthM(lake, ground.beginsM3(lake));
        double area = lake.shape().areaM2(lake.normalM3().number());
        String curve = text.shortId("V", lake.id());
        for (int i = 0; i <= 10; i++) {
            double depth = most * i / 10;
            text.row("CURVES", curve, depth, lake.shape().volumeM3(ground.bedM(lake.id()) + depth));
        }
        text.row(
                "TANKS",
                node(lake.id()),
                ground.bedM(lake.id()),
                begins,
                dead,
                most,
                Math.sqrt(4 * area / Math.PI),
                0,
                curve,
                "YES",
                ";" + lake.id());
    }

    private void link(Link link) {
        String id = text.shortId("K", link.id());
        String from = node(link.from());
        String to = node(link.to());
        if (link.drive() instanceof Drive.Pump pump) {
            double kw = 9.81
                    * link.capacityM3PerDay().number()
                    / SECONDS
                    * pump.liftM().number();
            text.row("PUMPS", id, from, to, "POWER", kw, ";" + link.id());
            return;
        }
        Layout.Section section = ground.section(link, text);
        double diameterMm = 1000 * Math.sqrt(4 * section.widthM() * section.depthM() / Math.PI);
        text.row(
                "PIPES",
                id,
                from,
                to,
                Math.max(1, link.lengthM().number()),
                diameterMm,
                HAZEN_WILLIAMS,
                0,
                "CV",
                ";" + link.id());
    }

    private String node(String place) {
        return text.shortId("N", place);
    }
}
