package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.programme.TargetState;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** On the plan that comes with the program: a corridor along each of its real lines is counted once, however often it is drawn. */
class SampleFiguresTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final Set<String> LINES = Set.of("corridors", "railways", "roads");

    @Test
    void aRealLineThatIsSavedAgainAddsNoMetreToTheTarget() {
        List<Change.Create> sample = SamplePlan.bundled("shangjie", CATALOGUE);
        Geometry district = sample.stream()
                .filter(c -> c.layer().equals("district"))
                .findFirst()
                .orElseThrow()
                .geometry();
        int overTheBorder = 0;
        try (PlanDesk desk = PlanDesk.open(
                Kind.GEOPACKAGE.openNew(CATALOGUE), CATALOGUE, PlanProfileReader.bundled("shangjie", CATALOGUE))) {
            desk.begin("sample", () -> sample);
            for (Change.Create line : sample) {
                if (LINES.contains(line.layer())) {
                    overTheBorder += district.covers(line.geometry()) ? 0 : 1;
                    savedTwice(desk, line.geometry());
                }
            }
            assertThat(overTheBorder).isGreaterThan(3);
            assertThat(desk.verify()).isEmpty();
        }
    }

    private static void savedTwice(PlanDesk desk, Geometry line) {
        desk.apply(new Changeset("li", "first", List.of(corridor(line))));
        double onceM = metres(desk.targets());
        for (Geometry again : List.of(line, line.reverse(), withAPointMoreOnEachLeg(line))) {
            CheckResult check = desk.check(corridor(again));
            assertThat(check.lengthM()).isCloseTo(0, within(1e-6));
            assertThat(metres(check.after())).isCloseTo(onceM, within(1e-6));
        }
        desk.apply(new Changeset("li", "again", List.of(corridor(withAPointMoreOnEachLeg(line)))));
        assertThat(metres(desk.targets())).isCloseTo(onceM, within(1e-6));
    }

    private static double metres(List<TargetState> targets) {
        return targets.stream()
                .filter(t -> t.line().id().equals("corridors"))
                .findFirst()
                .orElseThrow()
                .planned();
    }

    private static Geometry withAPointMoreOnEachLeg(Geometry line) {
        List<LineString> parts = new ArrayList<>();
        for (int part = 0; part < line.getNumGeometries(); part++) {
            Coordinate[] corners = line.getGeometryN(part).getCoordinates();
            List<Coordinate> points = new ArrayList<>(List.of(corners[0]));
            for (int i = 1; i < corners.length; i++) {
                points.add(new Coordinate(
                        corners[i - 1].x + 0.4 * (corners[i].x - corners[i - 1].x),
                        corners[i - 1].y + 0.4 * (corners[i].y - corners[i - 1].y)));
                points.add(corners[i]);
            }
            parts.add(line.getFactory().createLineString(points.toArray(Coordinate[]::new)));
        }
        return line.getFactory().createMultiLineString(parts.toArray(LineString[]::new));
    }

    private static Change.Create corridor(Geometry lonLat) {
        return new Change.Create(
                "corridors",
                null,
                1,
                Map.of(
                        "name",
                        "廊道",
                        "status",
                        "proposed",
                        "effect",
                        "new",
                        "left_width_m",
                        10.0,
                        "right_width_m",
                        10.0),
                lonLat);
    }
}
