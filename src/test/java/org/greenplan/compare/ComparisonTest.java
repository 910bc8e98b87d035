package org.greenplan.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.ControlFit;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.recognise.Taking;
import org.greenplan.store.Database;
import org.greenplan.store.TestDatabases.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Returned work is recognised: what is new, what has changed and how, what is the same, what has vanished. */
class ComparisonTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final LayerType PARKS = CATALOGUE.get("parks");
    private static final Database PLAN = Kind.GEOPACKAGE.openNew(CATALOGUE);
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double LON = 113.28;

    private final List<Feature> plan = List.of(feature(1, "一", 0), feature(2, "二", 1), feature(3, "三", 2));

    @AfterAll
    static void close() {
        PLAN.close();
    }

    @Test
    void thePlansOwnIdsAreKnownWhateverTheShape() {
        var differences = compare(null, taken(1, "parks.2", "二", 7), taken(2, "parks.1", "改名", 0));
        assertThat(differences.get(0).state()).isEqualTo(Difference.State.CHANGED);
        assertThat(differences.get(0).ref()).isEqualTo(new FeatureRef("parks", 2));
        assertThat(differences.get(0).shapeChanged()).isTrue();
        assertThat(differences.get(0).attributesChanged()).isEmpty();
        assertThat(differences.get(1).shapeChanged()).isFalse();
        assertThat(differences.get(1).attributesChanged()).containsExactly("name");
        assertThat(differences.get(2).state()).isEqualTo(Difference.State.VANISHED);
        assertThat(differences.get(2).ref()).isEqualTo(new FeatureRef("parks", 3));
    }

    @Test
    void withoutIdsTheShapeIsKnownToTwoMillimetresAndWhereverItsRingBegins() {
        Geometry rounded = square(LON + 1e-8, true);
        Geometry moved = square(LON + 0.001 + 1e-7, false);
        var differences = compare(null, taken(1, null, "一", rounded), taken(2, null, "二", moved));
        assertThat(differences)
                .extracting(Difference::state)
                .containsExactly(
                        Difference.State.SAME,
                        Difference.State.NEW,
                        Difference.State.VANISHED,
                        Difference.State.VANISHED);
    }

    @Test
    void akeyKnowsAFeatureByItsValue() {
        var differences = compare("name", taken(1, null, "三", 9), taken(2, null, "四", 0));
        assertThat(differences.get(0).ref()).isEqualTo(new FeatureRef("parks", 3));
        assertThat(differences.get(0).shapeChanged()).isTrue();
        assertThat(differences.get(1).state()).isEqualTo(Difference.State.NEW);
    }

    @Test
    void anIdOfAnotherLayerOrOfNobodyIsNone() {
        var differences = compare(null, taken(1, "lakes.1", "湖", 8), taken(2, "parks.99", "远", 9));
        assertThat(differences.subList(0, 2)).extracting(Difference::state).containsOnly(Difference.State.NEW);
    }

    @Test
    void whatStandsTwiceIsTakenOnceAndTheOtherIsRefused() {
        var comparison = comparison(null, Set.of("name"), taken(1, "parks.1", "甲", 0), taken(2, "parks.1", "乙", 0));
        assertThat(comparison.twice()).extracting(Taking.Refused::number).containsExactly(2L);
        assertThat(comparison.differences().get(0).attributesChanged()).containsExactly("name");
    }

    @Test
    void attributesThatAreNotMappedStayAsTheyAre() {
        List<Change> changes = changes(LayerChoice.Mode.UPDATE, Set.of(), Set.of(), taken(1, "parks.1", "改名", 0));
        assertThat(changes).hasSize(1);
        var replace = (Change.Replace) changes.get(0);
        assertThat(replace.baseVersion()).isEqualTo(4);
        assertThat(replace.attributes())
                .containsEntry("name", "改名")
                .containsEntry("status", "approved")
                .containsEntry("remark", "原备注");
        assertThat(replace.geometry() == plan.get(0).geometry()).isTrue();
    }

    @Test
    void anEmptiedCellOfAMappedColumnEmptiesTheAttribute() {
        var comparison = comparison(null, Set.of("name", "remark"), taken(1, "parks.1", "一", 0));
        assertThat(comparison.differences().get(0).attributesChanged()).containsExactly("remark");
    }

    @Test
    void differencesAreTakenOneByOne() {
        Taking.Taken[] records = {taken(1, "parks.1", "改名", 0), taken(2, null, "新", 8), taken(3, null, "新二", 9)};
        List<Change> changes = changes(LayerChoice.Mode.UPDATE, Set.of(1L, 3L), Set.of(3L), records);
        assertThat(changes).hasSize(2);
        assertThat(((Change.Create) changes.get(0)).attributes()).containsEntry("name", "新");
        assertThat(((Change.Delete) changes.get(1)).ref()).isEqualTo(new FeatureRef("parks", 3));
    }

    @Test
    void replacingDeletesWhatVanishedAndUpdatingDoesNot() {
        Taking.Taken kept = taken(1, "parks.1", "一", 0);
        assertThat(changes(LayerChoice.Mode.UPDATE, Set.of(), Set.of(), kept)).isEmpty();
        assertThat(changes(LayerChoice.Mode.REPLACE, Set.of(), Set.of(), kept))
                .extracting(c -> ((Change.Delete) c).ref().id())
                .containsExactly(2L, 3L);
    }

    @Test
    void refusedRecordsStopTheImportUnlessTheyAreLeftOut() {
        var refused = List.of(new Taking.Refused(7, Words.of("没有图形。", "It has no shape."), null, ""));
        var fresh = List.of(Difference.fresh(taken(1, null, "新", 8)));
        var strict = new Prepared(choice(LayerChoice.Mode.NEW, Set.of(), Set.of(), false), PARKS, fresh, refused);
        assertThatThrownBy(strict::changes)
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("record 7")
                .hasMessageContaining("It has no shape");
        var lenient = new Prepared(choice(LayerChoice.Mode.NEW, Set.of(), Set.of(), true), PARKS, fresh, refused);
        assertThat(lenient.changes()).hasSize(1);
    }

    private List<Difference> compare(@Nullable String key, Taking.Taken... records) {
        var comparison = comparison(key, Set.of("name"), records);
        assertThat(comparison.twice()).isEmpty();
        return comparison.differences();
    }

    /** A plan whose history is empty: these files never left it. */
    private Comparison comparison(@Nullable String key, Set<String> mapped, Taking.Taken... records) {
        return PLAN.read(session -> {
            var comparison = new Comparison(
                    new Comparison.Rules(PARKS, key, mapped, null), new Bases(session), List.of(records));
            plan.forEach(comparison::take);
            comparison.end();
            return comparison;
        });
    }

    private List<Change> changes(LayerChoice.Mode mode, Set<Long> leaveOut, Set<Long> remove, Taking.Taken... records) {
        return new Prepared(choice(mode, leaveOut, remove, false), PARKS, compare(null, records), List.of()).changes();
    }

    private static LayerChoice choice(LayerChoice.Mode mode, Set<Long> leaveOut, Set<Long> remove, boolean skip) {
        return new LayerChoice(
                0,
                "parks",
                "EPSG:4490",
                null,
                ControlFit.Method.SIMILARITY,
                List.of(),
                Map.of("name", "name"),
                Map.of(),
                mode,
                null,
                leaveOut,
                remove,
                Set.of(),
                skip,
                false,
                false,
                false);
    }

    private static Feature feature(long id, String name, int place) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        for (Attribute attribute : PARKS.attributes()) {
            attributes.put(attribute.name(), attribute.defaultValue());
        }
        attributes.put("name", name);
        attributes.put("status", "approved");
        attributes.put("remark", "原备注");
        return new Feature(new FeatureRef("parks", id), 4, attributes, square(LON + place * 0.001, false));
    }

    private static Taking.Taken taken(long number, @Nullable String id, String name, int place) {
        return taken(number, id, name, square(LON + place * 0.001, false));
    }

    private static Taking.Taken taken(long number, @Nullable String id, String name, Geometry shape) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("name", name);
        attributes.put("status", "proposed");
        return new Taking.Taken(
                number, id, null, attributes, Set.of("name"), "name", shape, List.of(), List.of(), false);
    }

    /** A square of some ten metres; its ring may begin at another corner. */
    private static Geometry square(double west, boolean turned) {
        double side = 1e-4;
        var corners = new ArrayList<>(List.of(
                new Coordinate(west, 34.8),
                new Coordinate(west + side, 34.8),
                new Coordinate(west + side, 34.8 + side),
                new Coordinate(west, 34.8 + side)));
        if (turned) {
            corners.add(corners.remove(0));
        }
        corners.add(corners.get(0).copy());
        return SHAPES.createMultiPolygon(
                new org.locationtech.jts.geom.Polygon[] {SHAPES.createPolygon(corners.toArray(new Coordinate[0]))});
    }
}
