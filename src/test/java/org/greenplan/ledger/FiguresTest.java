package org.greenplan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.greenplan.plan.DeskFixture.CATALOGUE;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.line;
import static org.greenplan.plan.DeskFixture.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.TargetLine.Measure;
import org.greenplan.count.LedgerInput;
import org.greenplan.count.NetPlot;
import org.greenplan.count.PlotShape;
import org.greenplan.count.RandomPlans;
import org.greenplan.count.ShapeKernel;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.history.Milestones;
import org.greenplan.plan.CheckResult;
import org.greenplan.plan.DeskFixture;
import org.greenplan.problem.Problem;
import org.greenplan.programme.TargetState;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Figures without shapes are those that the shapes give. */
class FiguresTest {
    private static final PlanCrs CRS = PlanCrs.of("EPSG:4547");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theyAreThoseOfTheShapes(long seed) {
        LedgerInput input = withLines(RandomPlans.plan(seed, 60, 12));
        List<NetPlot> figures = new Figures(CRS, () -> {}).of(input);
        List<NetPlot> shapes = new ShapeKernel(CRS).netAll(input);
        assertThat(figures).hasSameSizeAs(shapes);
        for (int i = 0; i < shapes.size(); i++) {
            NetPlot is = figures.get(i);
            NetPlot ought = shapes.get(i);
            assertThat(is.key()).isEqualTo(ought.key());
            assertThat(is.gross()).isEqualTo(ought.gross());
            assertThat(is.net().planeM2()).isCloseTo(ought.net().planeM2(), within(1e-3));
            assertThat(is.net().ellipsoidM2()).isCloseTo(ought.net().ellipsoidM2(), within(1e-3));
            assertThat(is.ownPlaneMm2()).isCloseTo(ought.ownPlaneMm2(), within(1000L));
            assertThat(is.grossLengthM()).isEqualTo(ought.grossLengthM());
            assertThat(is.lengthM()).isEqualTo(ought.lengthM());
        }
        assertThat(shapes).anyMatch(plot -> plot.lengthM() > 0 && plot.lengthM() < plot.grossLengthM() - 1);
        assertThat(input.plots()).anyMatch(plot -> !plot.addsArea());
    }

    /** Every third plot has a line across it, and another one runs a metre beside. */
    private static LedgerInput withLines(LedgerInput plan) {
        List<PlotShape> plots = new ArrayList<>();
        for (PlotShape plot : plan.plots()) {
            Envelope box = plan.plots().get(plots.size() / 6 * 6).area().getEnvelopeInternal();
            double beside = plots.size() % 6 / 3;
            var line = new GeometryFactory().createLineString(new Coordinate[] {
                new Coordinate(box.getMinX(), box.getMinY() + beside),
                new Coordinate(box.getMaxX() + 20 * beside, box.getMaxY() + beside)
            });
            plots.add(
                    plots.size() % 3 != 0
                            ? plot
                            : new PlotShape(plot.key(), plot.precedence(), plot.area(), line, plot.addsArea()));
        }
        return new LedgerInput(plots, plan.baseline(), plan.district(), plan.zones(), plan.lineToleranceM());
    }

    /** However large the plan, who moves its border sees what becomes of the targets before it is saved. */
    @Test
    void aDraftOfTheDistrictTellsTheTargetsOfALargePlan() {
        var profile = new PlanProfile(
                DeskFixture.PROFILE.id(),
                DeskFixture.PROFILE.title(),
                DeskFixture.PROFILE.district(),
                DeskFixture.PROFILE.year(),
                DeskFixture.PROFILE.plane(),
                DeskFixture.PROFILE.timeZone(),
                false,
                DeskFixture.PROFILE.lineToleranceM(),
                List.of(
                        target("area", Measure.NET_AREA, List.of(), null, null, 1e6),
                        target("length", Measure.LENGTH, List.of("corridors"), null, null, 1e4),
                        target("count", Measure.COUNT, List.of("parks"), null, 50.0, 9000)));
        try (var plan = new DeskFixture(Kind.GEOPACKAGE, CATALOGUE, profile)) {
            Feature district = plan.one(create("district", box(0, 0, 3000, 3000), Map.of("name", "区")));
            List<Change.Create> many = new ArrayList<>();
            for (int i = 0; i < 5001; i++) {
                many.add(create("parks", box(30.0 * (i % 100), 30.0 * (i / 100), 10, 10), Map.of("name", "园")));
            }
            many.add(create("corridors", line(0, 1515, 3000, 1515), Map.of("name", "廊")));
            plan.desk().importAll("li", "many", many);
            var half = new Change.Replace(
                    district.ref(), district.version(), district.attributes(), box(0, 0, 1504, 3000));
            var told = new AtomicInteger();
            CheckResult draft = plan.desk().check(half, (phase, done, total) -> told.incrementAndGet());
            assertThat(told.get()).as("plots that progress was told of").isGreaterThan(5000);
            assertThat(draft.before()).isEqualTo(plan.desk().targets());
            assertThat(draft.notices()).isEmpty();
            assertThatThrownBy(() -> plan.desk().check(half, endedAt(100))).isInstanceOf(Problem.CalledOff.class);
            plan.desk().apply(DeskFixture.by("li", half));
            List<TargetState> saved = plan.desk().targets();
            assertThat(saved.get(0).planned()).isLessThan(draft.before().get(0).planned());
            for (int i = 0; i < saved.size(); i++) {
                assertThat(draft.after().get(i).planned())
                        .isCloseTo(saved.get(i).planned(), within(0.5e-3));
            }
        }
    }

    private static Milestones endedAt(int call) {
        var calls = new AtomicInteger();
        return (phase, done, total) -> {
            if (calls.incrementAndGet() >= call) {
                throw new Problem.CalledOff();
            }
        };
    }
}
