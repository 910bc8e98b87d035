package org.greenplan.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenplan.crs.PlanCrs;
import org.greenplan.sweep.AreaKernel;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What is lit on the map of a plot's lost parts is as large as the account says. */
class TakenShapeTest {
    private static final PlanCrs CRS = PlanCrs.of("EPSG:4547");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void everyPartIsAsLargeAsItIsTold() {
        Set<Taken.Why> met = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            LedgerInput plan = plan(new Random(seed));
            Set<PlotKey> keys = plan.plots().stream().map(PlotShape::key).collect(Collectors.toSet());
            new AreaKernel(CRS).taken(plan, keys).forEach((key, parts) -> {
                PlotShape plot = plan.plots().stream()
                        .filter(p -> p.key().equals(key))
                        .findFirst()
                        .orElseThrow();
                for (Taken part : parts) {
                    met.add(part.why());
                    Geometry shape = new TakenShape(CRS).of(plot, plan, part.why(), part.by());
                    assertThat(shape.getArea())
                            .as("%s of %s", part, key)
                            .isCloseTo(part.area().planeM2(), within(1e-3));
                }
            });
        }
        assertThat(met).containsExactlyInAnyOrder(Taken.Why.values());
    }

    private static LedgerInput plan(Random random) {
        List<PlotShape> plots = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            var key = new PlotKey("parks", i);
            plots.add(new PlotShape(key, Precedence.of(1 + i % 3, 10, key), box(random), null, i % 4 != 0));
        }
        return new LedgerInput(
                plots,
                List.of(box(random), box(random)),
                FACTORY.toGeometry(new Envelope(435_000, 435_350, 3_853_000, 3_853_400)),
                List.of());
    }

    private static Geometry box(Random random) {
        double east = 435_000 + random.nextInt(300);
        double north = 3_853_000 + random.nextInt(300);
        return FACTORY.toGeometry(
                new Envelope(east, east + 30 + random.nextInt(120), north, north + 30 + random.nextInt(120)));
    }
}
