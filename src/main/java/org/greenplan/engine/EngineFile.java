package org.greenplan.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.greenplan.network.Drawn;
import org.greenplan.network.Edge;
import org.greenplan.network.Node;
import org.greenplan.problem.Words;
import org.greenplan.supply.Supply;
import org.greenplan.supply.ValueAt;
import org.greenplan.water.Given;
import org.greenplan.water.Inflow;
import org.greenplan.water.Junction;
import org.greenplan.water.Lake;
import org.greenplan.water.Link;
import org.greenplan.water.Network;
import org.greenplan.water.Source;
import org.greenplan.water.inp.EpanetInp;
import org.greenplan.water.inp.InpFile;
import org.greenplan.water.inp.InpFinding;
import org.greenplan.water.inp.Layout;
import org.greenplan.water.inp.SwmmInp;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * A plan's water as a file for an engine, or why there is none.
 *
 * @param text the file; empty where it is refused
 * @param findings what is missing or wrong; empty where there is a file
 */
public record EngineFile(String text, List<Finding> findings) {
    /** For which engine. */
    public enum Engine {
        SWMM,
        EPANET
    }

    /**
     * Why no file is written.
     *
     * @param feature where it can be mended; empty where nothing is drawn yet
     * @param attribute that is to be filled in; empty where none is meant
     */
    public record Finding(String feature, String attribute, Words what) {}

    public EngineFile {
        findings = List.copyOf(findings);
    }

    /**
     * Writes the water of a plan in a state of the works and a typical year.
     *
     * @param firstYear of the calendar, in whose July SWMM's file begins
     */
    public static EngineFile of(org.greenplan.network.Network drawn, Supply supply, Engine engine, int firstYear) {
        if (!supply.gaps().isEmpty()) {
            return new EngineFile(
                    "", supply.gaps().stream().map(EngineFile::gap).toList());
        }
        Network network = joined(supply.network());
        Layout layout = layout(drawn, network);
        InpFile file = engine == Engine.SWMM
                ? SwmmInp.of(network, layout, supply.year(), firstYear)
                : EpanetInp.of(network, layout, supply.year());
        return file instanceof InpFile.Written written
                ? new EngineFile(named(drawn, supply, written), List.of())
                : new EngineFile("", findings(drawn, supply, (InpFile.Refused) file));
    }

    private static Finding gap(ValueAt gap) {
        String month = gap.month() == 0 ? "" : " " + gap.month();
        return new Finding(
                gap.id(),
                gap.attribute(),
                Words.of(
                        "“" + gap.of() + "”缺少 " + gap.attribute() + (gap.month() == 0 ? "" : "（" + gap.month() + " 月）")
                                + "，填写后再导出。",
                        gap.of() + " lacks " + gap.attribute() + (month.isEmpty() ? "" : " of month" + month)
                                + "; enter it, then export."));
    }

    /** Places that nothing of this state of the works touches are left out; lakes stay. */
    private static Network joined(Network network) {
        Set<String> touched = new LinkedHashSet<>();
        for (Link link : network.links()) {
            touched.add(link.from());
            touched.add(link.to());
        }
        network.sources().stream().map(Source::at).forEach(touched::add);
        network.inflows().stream().map(Inflow::at).forEach(touched::add);
        network.lakes().stream().map(Lake::spillTo).filter(to -> to != null).forEach(touched::add);
        network.demands().forEach(demand -> touched.add(demand.at()));
        return new Network(
                network.lakes(),
                network.junctions().stream()
                        .filter(junction -> touched.contains(junction.id()))
                        .toList(),
                network.inflows(),
                network.links(),
                network.sources(),
                network.licences(),
                network.demands(),
                network.years(),
                network.yuanPerKwh());
    }

    private static Layout layout(org.greenplan.network.Network drawn, Network network) {
        Map<String, Layout.Point> places = new HashMap<>();
        for (Node node : drawn.topology().nodes()) {
            places.put(node.id(), new Layout.Point(node.x(), node.y()));
        }
        Map<String, List<Layout.Point>> bends = new HashMap<>();
        for (Edge edge : drawn.topology().edges()) {
            bends.put(edge.id(), bends(drawn, edge));
        }
        var beds = new Beds(drawn, network.lakes());
        Map<String, Given> bedM = new HashMap<>();
        for (Junction junction : network.junctions()) {
            bedM.put(junction.id(), beds.at(junction.id()));
        }
        return new Layout(places, bends, bedM, Map.of());
    }

    /** The corners of a stretch between its ends. */
    private static List<Layout.Point> bends(org.greenplan.network.Network drawn, Edge edge) {
        Drawn line = drawn.drawing().things().get(edge.feature());
        if (line == null) {
            return List.of();
        }
        Coordinate[] all = new LengthIndexedLine(line.shape().getGeometryN(edge.part()))
                .extractLine(edge.fromM(), edge.toM())
                .getCoordinates();
        List<Layout.Point> bends = new ArrayList<>();
        for (int i = 1; i < all.length - 1; i++) {
            bends.add(new Layout.Point(all[i].x, all[i].y));
        }
        return bends;
    }

    private static List<Finding> findings(org.greenplan.network.Network drawn, Supply supply, InpFile.Refused refused) {
        List<Finding> findings = new ArrayList<>();
        for (InpFinding finding : refused.findings()) {
            Words what = finding.words(at -> name(drawn, supply, at));
            if (finding.kind() == InpFinding.Kind.NO_BED) {
                Beds.Place place = Beds.toFill(drawn, finding.at());
                findings.add(new Finding(place.feature(), place.attribute(), what));
            } else {
                findings.add(new Finding(feature(drawn, supply, finding.at()), finding.field(), what));
            }
        }
        return findings;
    }

    private static String feature(org.greenplan.network.Network drawn, Supply supply, String at) {
        return drawn.topology().nodes().stream()
                .filter(node -> node.id().equals(at))
                .map(node -> node.features().get(0))
                .findFirst()
                .orElse(supply.feature(at));
    }

    /** What people call a place: what stands there, or what meets there. */
    private static String name(org.greenplan.network.Network drawn, Supply supply, String at) {
        return drawn.topology().nodes().stream()
                .filter(node ->
                        node.id().equals(at) && !drawn.drawing().things().containsKey(at))
                .map(node -> String.join(
                        "—", node.features().stream().map(supply::name).toList()))
                .findFirst()
                .orElse(supply.name(at));
    }

    /** The file, with what people call each thing of it before the first section but the title. */
    private static String named(org.greenplan.network.Network drawn, Supply supply, InpFile.Written written) {
        StringBuilder names = new StringBuilder();
        new TreeMap<>(written.ids()).forEach((id, at) -> names.append(";; name: ")
                .append(id)
                .append(" = ")
                .append(name(drawn, supply, at).replaceAll("\\s+", " "))
                .append('\n'));
        int head = written.text().indexOf("\n\n") + 2;
        return written.text().substring(0, head) + names + written.text().substring(head);
    }
}
