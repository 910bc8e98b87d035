package org.greenplan.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotKey;
import org.greenplan.count.PlotShape;
import org.greenplan.count.Precedence;
import org.greenplan.count.ShapeKernel;
import org.greenplan.crs.PlanCrs;
import org.greenplan.geo.BeltShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Small plans whose figures a planner can reckon on paper, put to both kernels. The district is 1,000 m square; a plot is written
 * as its status rank and its outline, {@code +} for new green, {@code ^} for an upgrade, {@code =} for the belt of a line with its
 * widths; existing green follows after {@code //}.
 */
class SmallCasesTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final PlanCrs CRS = PlanCrs.of("EPSG:4547");
    private static final double EAST = 435_000;
    private static final double NORTH = 3_853_000;
    private static final String A = "POLYGON((0 0,100 0,100 100,0 100,0 0))";
    private static final String RING = "POLYGON((0 0,100 0,100 100,0 100,0 0),(20 20,80 20,80 80,20 80,20 20))";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            one plot                            | 4+A                                        | 10000
            the same plot twice                 | 4+A; 4+A                                   | 10000 0
            the later but more advanced first   | 4+A; 1+A                                   | 0 10000
            touching along an edge              | 4+A; 4+B(100,0,200,100)                    | 10000 10000
            touching along part of an edge      | 4+A; 4+B(100,50,200,150)                   | 10000 10000
            touching at a corner                | 4+A; 4+B(100,100,200,200)                  | 10000 10000
            half overlapping                    | 4+A; 4+B(50,0,150,100)                     | 10000 5000
            three over one another              | 4+A; 3+A; 2+B(50,0,150,100)                | 0 5000 10000
            nested                              | 4+A; 4+B(20,20,80,80)                      | 10000 0
            around an earlier                   | 4+B(20,20,80,80); 4+A                      | 3600 6400
            in the hole of an earlier           | 4+RING; 4+B(20,20,80,80)                   | 6400 3600
            over the hole's border              | 4+RING; 4+B(10,10,90,90)                   | 6400 3600
            a hole around an earlier            | 4+B(20,20,80,80); 4+RING                   | 3600 6400
            two parts, one taken                | 4+A; 4+TWO                                 | 10000 100
            a sliver of a millimetre            | 4+A; 4+B(0,0,100.001,100)                  | 10000 0.1
            a gap of a millimetre               | 4+A; 4+B(100.001,0,200.001,100)            | 10000 10000
            across the district's border        | 4+B(900,900,1100,1100)                     | 10000
            outside the district                | 4+B(2000,0,2100,100)                       | 0
            touching the district from outside  | 4+B(1000,0,1100,100)                       | 0
            existing green under it             | 4+A // B(0,0,100,30); B(0,20,100,40)       | 6000
            existing green identical            | 4+A // A                                   | 0
            existing green with a hole          | 4+A // RING                                | 3600
            existing green beside it            | 4+A // B(100,0,200,100)                    | 10000
            an upgrade adds nothing             | 4^A                                        | 0
            an upgrade takes nothing            | 1^A; 4+A                                   | 0 10000
            a belt                              | 4=10,10                                    | 20000
            a belt on one side                  | 4=10,0                                     | 10000
            a belt over an earlier plot         | 4+B(0,490,100,510); 4=10,10                | 2000 18000
            a plot over an earlier belt         | 4=10,10; 4+B(0,490,100,520)                | 20000 1000
            two belts on one line               | 4=10,10; 4=20,10                           | 20000 10000
            """)
    void eachPlotAddsWhatNobodyCounted(String name, String plan, String expected) {
        LedgerInput input = input(plan);
        double[] wanted = java.util.Arrays.stream(expected.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        List<NetPlot> shapes = new ShapeKernel(CRS).netAll(input);
        var areas = new AreaKernel(CRS).shares(input);
        assertThat(shapes).hasSize(wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            NetPlot line = shapes.get(i);
            double swept = areas.get(line.key()).stream()
                    .mapToDouble(s -> s.net().planeM2())
                    .sum();
            assertThat(line.net().planeM2()).as("shape of plot %d", i + 1).isCloseTo(wanted[i], within(1e-6));
            assertThat(swept).as("sweep of plot %d", i + 1).isCloseTo(wanted[i], within(1e-6));
            assertThat(line.netShape().isValid()).isTrue();
            assertThat(line.netShape().getArea()).isCloseTo(wanted[i], within(1e-6));
        }
    }

    private static LedgerInput input(String plan) {
        String[] halves = plan.split("//");
        List<PlotShape> plots = new ArrayList<>();
        for (String plot : halves[0].split(";")) {
            plots.add(plot(plot.strip(), plots.size() + 1));
        }
        List<Geometry> green = new ArrayList<>();
        if (halves.length > 1) {
            for (String each : halves[1].split(";")) {
                green.add(shape(each.strip()));
            }
        }
        return new LedgerInput(plots, green, shape("B(0,0,1000,1000)"), List.of());
    }

    private static PlotShape plot(String text, long id) {
        var precedence = new Precedence(text.charAt(0) - '0', 10, "plots", id);
        var key = new PlotKey("plots", id);
        char kind = text.charAt(1);
        if (kind == '=') {
            String[] widths = text.substring(2).split(",");
            Geometry line = moved("LINESTRING(0 500,1000 500)");
            Geometry belt = BeltShape.of(line, Double.parseDouble(widths[0]), Double.parseDouble(widths[1]));
            return new PlotShape(key, precedence, belt, line, true);
        }
        return new PlotShape(key, precedence, shape(text.substring(2)), null, kind == '+');
    }

    private static Geometry shape(String name) {
        return switch (name) {
            case "A" -> moved(A);
            case "RING" -> moved(RING);
            case "TWO" -> moved("MULTIPOLYGON(((0 0,50 0,50 50,0 50,0 0)),((200 0,210 0,210 10,200 10,200 0)))");
            default -> {
                String[] n = name.substring(2, name.length() - 1).split(",");
                yield moved("POLYGON((%1$s %2$s,%3$s %2$s,%3$s %4$s,%1$s %4$s,%1$s %2$s))"
                        .formatted(n[0], n[1], n[2], n[3]));
            }
        };
    }

    private static Geometry moved(String wkt) {
        try {
            Geometry shape = new WKTReader(SHAPES).read(wkt);
            shape.apply((Coordinate c) -> {
                c.x += EAST;
                c.y += NORTH;
            });
            shape.geometryChanged();
            return shape;
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
