package org.greenplan.water.inp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.water.Demand;
import org.greenplan.water.Given;
import org.greenplan.water.Inflow;
import org.greenplan.water.Junction;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Monthly;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.TypicalYear;
import org.greenplan.water.ValueList;

/** What both files need of a network: its faults, its levels, its sections, what comes and goes at each place. */
final class Ground {
    private static final int JULY = 7;
    /** A river without a limit is drawn this wide and deep. */
    private static final Layout.Section RIVER = new Layout.Section(10, 2, 0.03);

    private static final double USUAL_ROUGHNESS = 0.03;
    private static final double USUAL_M_PER_S = 1;
    private static final double SECONDS = 86_400;

    final Network network;
    final Layout layout;
    final String year;
    private final Map<String, Lake> lakes = new HashMap<>();

    Ground(Network network, Layout layout, String year) {
        this.network = network;
        this.layout = layout;
        this.year = year;
        network.lakes().forEach(lake -> lakes.put(lake.id(), lake));
    }

    List<InpFinding> findings(boolean connected) {
        List<InpFinding> findings = new ArrayList<>();
        new ValueList(network, year)
                .missing()
                .forEach(one -> findings.add(new InpFinding(InpFinding.Kind.MISSING, one.at(), one.field())));
        network.places()
                .filter(place -> !layout.places().containsKey(place))
                .forEach(place -> findings.add(new InpFinding(InpFinding.Kind.NO_PLACE, place, "")));
        for (Junction junction : network.junctions()) {
            if (layout.bedM().getOrDefault(junction.id(), Given.MISSING).isMissing()) {
                findings.add(new InpFinding(InpFinding.Kind.NO_BED, junction.id(), ""));
            }
        }
        if (network.junctions().stream().noneMatch(Junction::leaves)) {
            findings.add(new InpFinding(InpFinding.Kind.NO_OUTFALL, "", ""));
        }
        Set<String> touched = new HashSet<>();
        for (Link link : network.links()) {
            touched.add(link.from());
            touched.add(link.to());
        }
        network.places()
                .filter(place -> connected && !touched.contains(place))
                .forEach(place -> findings.add(new InpFinding(InpFinding.Kind.UNCONNECTED, place, "")));
        return findings;
    }

    boolean isLake(String place) {
        return lakes.containsKey(place);
    }

    double bedM(String place) {
        Lake lake = lakes.get(place);
        return lake == null
                ? layout.bedM().getOrDefault(place, Given.MISSING).number()
                : lake.shape().levelM(0);
    }

    /** A junction's bed; where it is taken for want of better, that is listed. */
    double listedBedM(String place, InpText text) {
        if (layout.bedM().getOrDefault(place, Given.MISSING).isAssumed()) {
            text.byDefault("bed of " + place + ", m", bedM(place));
        }
        return bedM(place);
    }

    double normalLevelM(String lake) {
        Lake one = lakes.getOrDefault(lake, network.lakes().get(0));
        return one.shape().levelM(one.normalM3().number());
    }

    double depthM(Lake lake, double volumeM3) {
        return lake.shape().levelM(volumeM3) - lake.shape().levelM(0);
    }

    /** What stands in a lake when July begins: the normal volume, or what the flood-limit level allows. */
    double beginsM3(Lake lake) {
        return Math.min(lake.normalM3().number(), lake.limitM3().at(JULY));
    }

    /** A link's section; that of its capacity at a metre a second where nobody gave one. */
    Layout.Section section(Link link, InpText text) {
        Layout.Section given = layout.sections().get(link.id());
        if (given != null) {
            return given;
        }
        double m3PerS = link.capacityM3PerDay().number() / SECONDS;
        Layout.Section taken = RIVER;
        if (m3PerS < Double.POSITIVE_INFINITY) {
            double depth = Math.max(0.1, Math.sqrt(m3PerS / USUAL_M_PER_S / 2));
            taken = new Layout.Section(2 * depth, depth, USUAL_ROUGHNESS);
        }
        text.byDefault(
                "section of " + link.id() + ", width by depth, m",
                InpText.number(taken.widthM()) + " by " + InpText.number(taken.depthM()));
        text.byDefault("roughness of " + link.id(), taken.roughness());
        return taken;
    }

    /** What comes to a place by itself and from sources, less what is used there, m³ a second by month, January first. */
    double[] comesM3PerS(String place) {
        double[] m3 = new double[12];
        TypicalYear typical = network.year(year);
        for (int m = 1; m <= 12; m++) {
            for (Inflow inflow : network.inflows()) {
                m3[m - 1] += inflow.at().equals(place) ? inflow.m3(year, m) : 0;
            }
            for (Source source : network.sources()) {
                m3[m - 1] += source.at().equals(place) ? source.availableM3(year, m) : 0;
            }
            for (Demand demand : network.demands()) {
                if (demand instanceof Demand.Use use && use.at().equals(place)) {
                    m3[m - 1] -= use.m3PerDay().at(m) * Monthly.days(m);
                }
            }
            Lake lake = lakes.get(place);
            if (lake != null) {
                double rainM = typical.rainMm().at(m) / 1000;
                double wet = lake.shape().areaM2(lake.normalM3().number());
                double land = Math.max(0, lake.catchmentM2().number() - wet);
                m3[m - 1] += rainM * (wet + lake.runoffCoefficient().number() * land);
            }
            m3[m - 1] /= Monthly.days(m) * SECONDS;
        }
        return m3;
    }

    /** The mean of what is not nothing; 0 where nothing comes. */
    static double mean(double[] months) {
        double sum = 0;
        for (double month : months) {
            sum += month;
        }
        return sum / months.length;
    }
}
