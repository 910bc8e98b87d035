package org.greenplan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.compare.Difference;
import org.greenplan.compare.Prepared;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.ledger.LedgerStore;
import org.greenplan.plan.PlanDesk;
import org.greenplan.plan.SamplePlan;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.store.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;

/** The whole sample plan leaves in every format and every coordinate system that fits it, and comes back as the same plan. */
class RoundTripTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();

    /** A millimetre in degrees, north to south. */
    private static final double MILLIMETRE_DEG = 9.1e-9;

    private static OutAndBack sample;

    @BeforeAll
    static void theSamplePlan() {
        sample = new OutAndBack(emptyDesk());
        sample.plan().begin("sample", () -> SamplePlan.bundled("shangjie", CATALOGUE));
    }

    @AfterAll
    static void close() {
        sample.plan().close();
    }

    static Stream<OutAndBack.Way> ways() {
        return OutAndBack.ways();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatComesBackIsRecognisedAsTheSame(OutAndBack.Way way) throws IOException {
        Map<String, Long> same = new TreeMap<>();
        for (Prepared layer : sample.prepared(sample.exported(way), LayerChoice.Mode.UPDATE)) {
            assertThat(layer.refused()).as(layer.summary()).isEmpty();
            for (Difference difference : layer.differences()) {
                assertThat(difference.state())
                        .as("%s: %s", difference.ref(), difference.attributesChanged())
                        .isEqualTo(
                                losesNothing(difference.ref(), layer.layer(), way)
                                        ? Difference.State.SAME
                                        : Difference.State.CHANGED);
                assertThat(apart(difference)).as("%s", difference.ref()).isLessThan(MILLIMETRE_DEG);
                same.merge(layer.layer().id(), 1L, Long::sum);
            }
        }
        assertThat(same).isEqualTo(sample.counts(way));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anEmptyPlanBecomesTheSamePlan(OutAndBack.Way way) throws IOException {
        try (PlanDesk empty = emptyDesk()) {
            OutAndBack other = new OutAndBack(empty);
            other.takeIn(sample.exported(way), way);
            assertThat(other.counts(way)).isEqualTo(sample.counts(way));
            // Net areas follow from status and widths: where these stay behind, only the shapes' own areas can be the
            // same.
            Map<String, Double> before = areasM2(sample, way.carriesAttributes());
            areasM2(other, way.carriesAttributes())
                    .forEach((layer, m2) ->
                            assertThat(m2).as(layer).isEqualTo(before.get(layer), within(1e-6 * before.get(layer))));
            sameAttributes(other, way);
        }
    }

    private static PlanDesk emptyDesk() {
        return PlanDesk.open(
                TestDatabases.Kind.GEOPACKAGE.openNew(CATALOGUE),
                CATALOGUE,
                PlanProfileReader.bundled("shangjie", CATALOGUE));
    }

    /** GBK has no ©, for one. */
    private static boolean losesNothing(FeatureRef ref, LayerType layer, OutAndBack.Way way) {
        Map<String, @Nullable Object> values = sent(ref).attributes();
        return layer.attributes().stream()
                .filter(way::carries)
                .map(a -> values.get(a.name()))
                .allMatch(value -> Objects.equals(way.after(value), value));
    }

    private static double apart(Difference difference) {
        return DiscreteHausdorffDistance.distance(
                sent(difference.ref()).geometry(), difference.taken().shape());
    }

    private static Feature sent(FeatureRef ref) {
        return sample.plan().database().read(s -> new FeatureStore(s).find(ref).orElseThrow());
    }

    private static Map<String, Double> areasM2(OutAndBack one, boolean net) {
        Map<String, Double> sums = new TreeMap<>();
        one.plan().database().read(s -> new LedgerStore(s).rows()).stream()
                .filter(row -> net || CATALOGUE.get(row.ref().layer()).geometry() == GeometryKind.POLYGON)
                .forEach(row -> sums.merge(row.ref().layer(), (net ? row.net() : row.gross()).planeM2(), Double::sum));
        return sums;
    }

    private static void sameAttributes(OutAndBack other, OutAndBack.Way way) {
        for (LayerType layer : other.layers(way)) {
            for (Attribute attribute : layer.attributes()) {
                if (way.carries(attribute)) {
                    assertThat(values(other, layer, attribute))
                            .as("%s.%s", layer.id(), attribute.name())
                            .containsExactlyInAnyOrderElementsOf(values(sample, layer, attribute).stream()
                                    .map(way::after)
                                    .toList());
                }
            }
        }
    }

    private static List<@Nullable Object> values(OutAndBack one, LayerType layer, Attribute attribute) {
        List<@Nullable Object> values = new ArrayList<>();
        one.features(layer).forEach(f -> values.add(f.attributes().get(attribute.name())));
        return values;
    }
}
