package org.greenplan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.LayerType;
import org.greenplan.feature.Feature;
import org.greenplan.format.GivenFiles;
import org.greenplan.format.SourceFile;
import org.greenplan.format.SourceFiles;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Geometry;

/** Every kind of shape and every type of value comes back from every format, but for what the format is known not to hold. */
class WideRoundTripTest {
    private static final double MILLIMETRE_M = 0.001;

    private static OutAndBack wide;

    @BeforeAll
    static void theWidePlan() {
        wide = new OutAndBack(WidePlan.desk());
    }

    @AfterAll
    static void close() {
        wide.plan().close();
    }

    /** Every format, and the wishes that change how it is written and still let it come back. */
    static Stream<OutAndBack.Way> ways() {
        return Stream.concat(
                OutAndBack.ways(),
                Stream.of(
                        new OutAndBack.Way(
                                "dxf", "4547", Map.of("encoding", "escapes", "vertices", "true", "hatch", "true")),
                        new OutAndBack.Way("dxf", "4526", Map.of("origin", "local")),
                        new OutAndBack.Way("kml", "4326", Map.of("datum", "gcj02")),
                        new OutAndBack.Way("parcel", "4526", Map.of("preset", "2000", "precision", "0.0001"))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everythingComesBackButForWhatIsTold(OutAndBack.Way way) throws IOException {
        List<Words> told = new ArrayList<>();
        List<SourceFile> files = wide.exported(way, told::add);
        assertThat(told).extracting(Words::en).containsExactlyElementsOf(losses(way));
        SoftAssertions all = new SoftAssertions();
        try (PlanDesk empty = WidePlan.emptyDesk()) {
            OutAndBack other = new OutAndBack(empty);
            other.takeIn(files, way);
            assertThat(other.counts(way)).isEqualTo(wide.counts(way));
            for (LayerType layer : wide.layers(way)) {
                List<Feature> back = other.features(layer);
                wide.features(layer).forEach(sent -> same(all, way, sent, nearest(sent, back), layer));
            }
        }
        all.assertAll();
    }

    @Test
    void whatOthersLeaveEmptyTakesItsDefaultAndTheirDaysAndCodesAreUnderstood() throws IOException {
        SourceFiles files = GivenFiles.of(
                "公园.csv",
                """
                名称,编号,调查日期,年度,绿化占比,WKT
                街角,1.10,2019/3/15,,65.50,"POLYGON ((113.29 34.81, 113.291 34.81, 113.29 34.811, 113.29 34.81))"
                路口,2,2019-3-9,2018,,"POLYGON ((113.28 34.81, 113.281 34.81, 113.28 34.811, 113.28 34.81))"
                """);
        try (PlanDesk empty = WidePlan.emptyDesk()) {
            OutAndBack other = new OutAndBack(empty);
            other.takeIn(files.files());
            assertThat(other.features(WidePlan.CATALOGUE.get("parks")))
                    .extracting(Feature::attributes)
                    .extracting("name", "code", "surveyed_on", "year", "greened_share")
                    .containsExactly(
                            tuple("街角", "1.10", LocalDate.of(2019, 3, 15), 2019L, 65.5),
                            tuple("路口", "2", LocalDate.of(2019, 3, 9), 2018L, null));
        }
    }

    /** A drawing brings shapes in another order. */
    private static Feature nearest(Feature sent, List<Feature> back) {
        return back.stream()
                .min(Comparator.comparingDouble(b -> DiscreteHausdorffDistance.distance(sent.geometry(), b.geometry())))
                .orElseThrow();
    }

    private static void same(SoftAssertions all, OutAndBack.Way way, Feature sent, Feature back, LayerType layer) {
        Geometry before = wide.plan().crs().toPlane(sent.geometry());
        Geometry after = wide.plan().crs().toPlane(back.geometry());
        all.assertThat(after.getGeometryType()).as("%s", sent.ref()).isEqualTo(before.getGeometryType());
        all.assertThat(after.getNumGeometries()).as("%s", sent.ref()).isEqualTo(before.getNumGeometries());
        all.assertThat(after.getNumPoints()).as("%s", sent.ref()).isEqualTo(before.getNumPoints());
        // Every edge may have moved by that much.
        all.assertThat(after.getArea())
                .as("%s", sent.ref())
                .isCloseTo(before.getArea(), within(MILLIMETRE_M * before.getLength()));
        all.assertThat(DiscreteHausdorffDistance.distance(before, after))
                .as("%s", sent.ref())
                .isLessThan(MILLIMETRE_M);
        for (Attribute attribute : layer.attributes()) {
            if (way.carries(attribute)) {
                all.assertThat(back.attributes().get(attribute.name()))
                        .as("%s.%s", sent.ref(), attribute.name())
                        .isEqualTo(way.after(sent.attributes().get(attribute.name())));
            }
        }
    }

    /** What the writer has to say of this plan, word for word: neither less than is lost nor more. */
    private static List<String> losses(OutAndBack.Way way) {
        String cut = "parks.remark: 1 texts were longer than 254 bytes and have been cut.";
        String lacking = ": 1 texts have characters that the encoding lacks; they stand as \"?\".";
        return switch (way.format()) {
            case "shapefile" ->
                way.isGbk() ? List.of("parks.name" + lacking, cut, "parks.gp_label" + lacking) : List.of(cut);
            case "parcel" ->
                List.of(
                        "\"朱寨,\"游园\"@北 <&> 100%\" has commas, @ or line breaks; it was written as \"朱寨\uFF0C\"游园\"\uFF20北 <&> 100%\".",
                        "\"" + WidePlan.RARE_TEXT + "\" has characters that GBK lacks; it was written as \"?塘?\".");
            default -> List.of();
        };
    }
}
