package org.greenplan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.greenplan.network.Drawing;
import org.greenplan.network.Drawn;
import org.greenplan.network.Kind;
import org.greenplan.network.Network;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** How long the topology of many lines takes: all of it, and after one line has changed. */
public final class NetworkBench {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double MESH_M = 200;

    private NetworkBench() {}

    public static void main(String[] args) {
        int lines = args.length == 0 ? 20_000 : Integer.parseInt(args[0]);
        List<Drawn> things = mesh(lines);
        Drawing.Farmland none = box -> List.of();
        Stopwatch.time("touches, the first time", () -> Drawing.of(5, things, none));
        Drawing all = Stopwatch.time("touches of " + lines + " lines", () -> Drawing.of(5, things, none));
        Network network = Stopwatch.time("nodes, edges, findings", () -> Network.of(all));
        System.out.println("  " + network.topology().nodes().size() + " nodes, "
                + network.topology().edges().size() + " edges, "
                + network.findings().size() + " findings");
        Drawn one = things.get(lines / 2);
        Drawn moved = Drawn.of(one.id(), Kind.LINK, line(new Random(1), 3000, 3000, 3200, 3000), false, Map.of());
        Stopwatch.often(
                "touches after one line changed", 50, () -> all.with(Map.of(moved.id(), Optional.of(moved)), none));
        Stopwatch.often("nodes, edges, findings", 20, () -> Network.of(all));
    }

    /** Streets of water: lines from crossing to crossing of a mesh, each of eleven points. */
    private static List<Drawn> mesh(int lines) {
        var random = new Random(7);
        int side = (int) Math.ceil(Math.sqrt(lines / 2.0));
        List<Drawn> things = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            double x = MESH_M * (i / 2 % side);
            double y = MESH_M * (i / 2 / side);
            boolean east = i % 2 == 0;
            Geometry shape = line(random, x, y, x + (east ? MESH_M : 0), y + (east ? 0 : MESH_M));
            things.add(Drawn.of("water_links/" + i, Kind.LINK, shape, true, Map.of("kind", "pumped")));
        }
        return things;
    }

    private static Geometry line(Random random, double x, double y, double toX, double toY) {
        Coordinate[] points = new Coordinate[11];
        for (int i = 0; i < points.length; i++) {
            double share = i / 10.0;
            points[i] = new Coordinate(
                    x + share * (toX - x) + 2 * random.nextDouble(), y + share * (toY - y) + 2 * random.nextDouble());
        }
        return SHAPES.createLineString(points);
    }
}
