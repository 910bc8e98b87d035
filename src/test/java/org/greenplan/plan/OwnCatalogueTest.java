package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.CATALOGUE;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;
import static org.greenplan.plan.DeskFixture.park;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.AttributeType;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.Code;
import org.greenplan.catalogue.CodeList;
import org.greenplan.catalogue.Grown;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.crs.Planes;
import org.greenplan.edition.CatalogueText;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.history.HistoryEntry;
import org.greenplan.history.HistoryStore;
import org.greenplan.history.Origin;
import org.greenplan.problem.Words;
import org.greenplan.store.Migration;
import org.greenplan.store.OldPlans;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** A plan opens by the catalogue it was made with; another one may add to it, and nothing else. */
class OwnCatalogueTest {
    private static final PlanProfile PROFILE = new PlanProfile(
            "test",
            Words.of("测试", "Test"),
            Words.of("上街区", "Shangjie"),
            2019,
            Planes.of("EPSG:4547"),
            true,
            DeskFixture.PROFILE.targets().subList(0, 1));

    /** The bundled catalogue with a layer of gardens, a date of parks and a status of its own. */
    private static final Catalogue WIDER = wider();

    @ParameterizedTest
    @EnumSource
    void aMailedPlanOpensAsItselfWhereTheProgramKnowsLess(Kind kind) {
        String address = kind.newAddress();
        FeatureRef garden;
        try (PlanDesk office = PlanDesk.open(kind.open(address, WIDER), WIDER, PROFILE)) {
            PlanBeginning.begin(office, "begun", PROFILE, List::of);
            garden = office.apply(by("li", garden("苗圃"))).features().get(0).ref();
        }
        try (PlanDesk elsewhere = open(kind, address, CATALOGUE)) {
            assertThat(elsewhere.catalogue()).isEqualTo(WIDER);
            assertThat(entries(elsewhere)).hasSize(2);
            assertThat(elsewhere.database().news()).isEmpty();
            Feature there = elsewhere
                    .database()
                    .read(s -> new FeatureStore(s).find(garden))
                    .orElseThrow();
            assertThat(there.attributes()).containsEntry("status", "handed_over");
            elsewhere.apply(by("wang", garden("花圃")));
            assertThat(elsewhere.targets().get(0).planned()).isPositive();
            assertThat(elsewhere.verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatThePlanLacksIsAddedOnceAndNamedInHistory(Kind kind) {
        String address = kind.newAddress();
        FeatureRef park;
        try (PlanDesk desk = open(kind, address, CATALOGUE)) {
            PlanBeginning.begin(desk, "begun", PROFILE, List::of);
            park = desk.apply(by("li", park("甲", box(0, 0, 100, 100))))
                    .features()
                    .get(0)
                    .ref();
            assertThat(identity(desk)).containsEntry("catalogue", CatalogueText.edition(CATALOGUE));
        }
        for (int time = 1; time <= 2; time++) {
            try (PlanDesk desk = open(kind, address, WIDER)) {
                assertThat(desk.catalogue()).isEqualTo(WIDER);
                List<HistoryEntry> entries = entries(desk);
                assertThat(entries).hasSize(3);
                assertThat(entries.get(2).origin()).isEqualTo(Origin.PROGRAM);
                assertThat(entries.get(2).comment())
                        .contains("园圃", "开放日期", "已移交", "layer gardens", "parks.opened", "handed_over");
                assertThat(entries.get(2).steps())
                        .singleElement()
                        .satisfies(step -> assertThat(step.ref().layer()).isEqualTo("identity"));
                assertThat(identity(desk)).containsEntry("catalogue", CatalogueText.edition(WIDER));
                assertThat(desk.database().news()).hasSize(time == 1 ? 1 : 0);
                assertThat(desk.database()
                                .<Feature>read(
                                        s -> new FeatureStore(s).find(park).orElseThrow())
                                .attributes())
                        .containsEntry("name", "甲")
                        .containsEntry("opened", null);
                assertThat(desk.verify()).isEmpty();
            }
        }
        // The files that it was first read from are no longer what it is told by.
        try (PlanDesk desk = open(kind, address, CATALOGUE)) {
            assertThat(desk.catalogue()).isEqualTo(WIDER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherTypeIsToldAndNothingIsChanged(Kind kind) {
        String address = kind.newAddress();
        open(kind, address, CATALOGUE).close();
        Catalogue other = withAttribute(WIDER, "parks", "year", AttributeType.TEXT);
        try (PlanDesk desk = open(kind, address, other)) {
            assertThat(desk.catalogue()).isEqualTo(CATALOGUE);
            assertThat(desk.database().news()).singleElement().satisfies(words -> {
                assertThat(words.zh()).contains("parks.year", "INTEGER", "TEXT");
                assertThat(words.en()).contains("parks.year", "nothing was added");
            });
            assertThat(entries(desk)).isEmpty();
        }
    }

    /** A column that the catalogue never named may stand in a table of the plan already, of whatever type. */
    @ParameterizedTest
    @EnumSource
    void aColumnOfAnotherTypeThatNobodyDescribedIsToldAndNothingIsChanged(Kind kind) {
        String address = kind.newAddress();
        open(kind, address, CATALOGUE).close();
        OutsideProgram.change(
                address, "ALTER TABLE lakes ADD COLUMN odd_m " + (kind == Kind.POSTGIS ? "text" : "TEXT"));
        Catalogue other = withAttribute(WIDER, "lakes", "odd_m", AttributeType.REAL);
        try (PlanDesk desk = open(kind, address, other)) {
            assertThat(desk.catalogue()).isEqualTo(CATALOGUE);
            assertThat(desk.database().news()).singleElement().satisfies(words -> assertThat(words.en())
                    .contains("lakes.odd_m"));
            assertThat(entries(desk)).isEmpty();
            desk.apply(by("li", park("甲", box(0, 0, 100, 100))));
        }
    }

    /** Existing green of a layer that the plan's catalogue did not name takes from the parks as soon as it does. */
    @ParameterizedTest
    @EnumSource
    void whatCountsOtherwiseIsCountedAnewInTheSameChangeset(Kind kind) {
        String address = kind.newAddress();
        FeatureRef park;
        LayerType green = CATALOGUE.layer("existing_green");
        Catalogue more = with(CATALOGUE, Grown.with(green, "old_green", green.attributes()));
        try (PlanDesk desk = open(kind, address, CATALOGUE)) {
            PlanBeginning.begin(desk, "begun", PROFILE, List::of);
            park = desk.apply(by("li", park("甲", box(0, 0, 100, 100))))
                    .features()
                    .get(0)
                    .ref();
            desk.database().write(session -> {
                Migration.fit(session.with(more), desk.database().blueprint().with(more));
                return new FeatureStore(session.with(more))
                        .insert(create("old_green", several(box(0, 0, 50, 100)), Map.of("name", "旧")));
            });
        }
        try (PlanDesk desk = open(kind, address, more)) {
            assertThat(desk.targets().get(0).planned()).isCloseTo(5000, org.assertj.core.data.Offset.offset(1.0));
            HistoryEntry last = entries(desk).get(2);
            assertThat(last.comment()).contains("old_green", " → ");
            assertThat(entries(desk)).hasSize(3);
            assertThat(desk.verify()).isEmpty();
            assertThat(park.layer()).isEqualTo("parks");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProgramThatHasThePlanOpenGoesByWhatAnotherAdds(Kind kind) {
        String address = kind.newAddress();
        try (PlanDesk first = open(kind, address, CATALOGUE)) {
            first.apply(by("li", park("甲", box(0, 0, 100, 100))));
            try (PlanDesk second = open(kind, address, WIDER)) {
                second.apply(by("wang", garden("苗圃")));
                assertThat(first.targets()).isEqualTo(second.targets());
                assertThat(first.catalogue()).isEqualTo(WIDER);
                first.apply(by("li", garden("花圃")));
                assertThat(first.verify()).isEmpty();
                assertThat(second.verify()).isEmpty();
                assertThat(first.targets()).isEqualTo(second.targets());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPlanOfTheFirstProgramKeepsTheCatalogueItIsBroughtUpWith(Kind kind) {
        String address = OldPlans.copy(kind);
        Catalogue theirs = Grown.withOrder(WIDER, "afforestation", 10);
        PlanDesk.open(kind.open(address, theirs), theirs, PROFILE).close();
        try (PlanDesk desk = open(kind, address, CATALOGUE)) {
            assertThat(desk.catalogue().layer("gardens")).isEqualTo(WIDER.layer("gardens"));
            assertThat(desk.catalogue().layer("afforestation").order()).isEqualTo(10);
            assertThat(desk.verify()).isEmpty();
        }
    }

    /** One of a program that kept no catalogue yet, with an identity that names none. */
    @ParameterizedTest
    @EnumSource
    void aPlanWithoutACatalogueIsGivenOneAndNamesIt(Kind kind) {
        String address = kind.newAddress();
        try (PlanDesk desk = open(kind, address, CATALOGUE)) {
            PlanBeginning.begin(desk, "begun", PROFILE, List::of);
        }
        OutsideProgram.change(address, "DROP TABLE greenplan_catalogue");
        if (kind == Kind.GEOPACKAGE) {
            OutsideProgram.change(address, "DELETE FROM gpkg_contents WHERE table_name = 'greenplan_catalogue'");
        }
        OutsideProgram.change(address, "UPDATE identity SET catalogue = NULL");
        for (int time = 1; time <= 2; time++) {
            try (PlanDesk desk = open(kind, address, CATALOGUE)) {
                assertThat(identity(desk)).containsEntry("catalogue", CatalogueText.edition(CATALOGUE));
                assertThat(entries(desk)).hasSize(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatANewerProgramDescribesOtherwiseIsLookedAtAllTheSame(Kind kind) {
        String address = kind.newAddress();
        try (PlanDesk desk = open(kind, address, WIDER)) {
            desk.apply(by("li", park("甲", box(0, 0, 100, 100))));
        }
        OutsideProgram.run(address, "UPDATE greenplan_part SET schema = schema + ? WHERE name = 'plan'", 1);
        try (PlanDesk desk = open(kind, address, CATALOGUE)) {
            assertThat(desk.database().readOnly()).isPresent();
            assertThat(desk.catalogue()).isEqualTo(WIDER);
        }
        OutsideProgram.change(
                address, "UPDATE greenplan_catalogue SET text = '{\"hologram\": true}' WHERE name = 'layers/parks'");
        try (PlanDesk desk = open(kind, address, CATALOGUE)) {
            assertThat(desk.catalogue()).isEqualTo(CATALOGUE);
            assertThat(desk.targets().get(0).planned()).isPositive();
        }
    }

    /** The edition is no matter of whoever fills in the form. */
    @ParameterizedTest
    @EnumSource
    void theProgramNamesTheEdition(Kind kind) {
        try (PlanDesk desk = open(kind, kind.newAddress(), CATALOGUE)) {
            PlanBeginning.begin(desk, "begun", PROFILE, List::of);
            desk.apply(by(
                    "li",
                    new org.greenplan.feature.Change.Patch(
                            new FeatureRef(PlanRecords.IDENTITY, 1), 1, Map.of("catalogue", "mine", "year", 2020))));
            assertThat(identity(desk))
                    .containsEntry("catalogue", CatalogueText.edition(CATALOGUE))
                    .containsEntry("year", 2020L);
        }
    }

    @Test
    void aPlanThatCannotBeWrittenOpensAsItIs() throws IOException {
        Path file = TestDatabases.folder().resolve("plan.gpkg");
        try (PlanDesk desk = open(Kind.GEOPACKAGE, file.toString(), WIDER)) {
            desk.apply(by("li", garden("苗圃")));
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        Catalogue other = Grown.withDate(CATALOGUE, "lakes", "filled", Words.of("蓄水", "Filled"));
        try (PlanDesk desk = open(Kind.GEOPACKAGE, file.toString(), other)) {
            assertThat(desk.catalogue()).isEqualTo(WIDER);
            assertThat(desk.targets().get(0).planned()).isPositive();
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    private static PlanDesk open(Kind kind, String address, Catalogue offered) {
        return PlanDesk.open(kind.open(address, offered), offered, PROFILE);
    }

    private static org.greenplan.feature.Change.Create garden(String name) {
        return create(
                "gardens",
                box(name.length() * 300.0 + name.codePointAt(0) % 7 * 30, 300, 40, 40),
                Map.of("name", name, "class", "G14", "status", "handed_over", "effect", "new"));
    }

    private static Geometry several(Geometry polygon) {
        return polygon.getFactory().createMultiPolygon(new Polygon[] {(Polygon) polygon});
    }

    private static List<HistoryEntry> entries(PlanDesk desk) {
        return desk.database().read(s -> new HistoryStore(s).since(0, 1000, 1000));
    }

    private static Map<String, Object> identity(PlanDesk desk) {
        return new HashMap<>(desk.database()
                .<Feature>read(s -> new FeatureStore(s)
                        .all(s.catalogue().get(PlanRecords.IDENTITY))
                        .get(0))
                .attributes());
    }

    private static Catalogue wider() {
        LayerType parks = CATALOGUE.layer("parks");
        Catalogue dated = Grown.withDate(CATALOGUE, "parks", "opened", Words.of("开放日期", "Opened"));
        LayerType gardens = new LayerType(
                "gardens",
                Words.of("园圃", "Gardens"),
                parks.geometry(),
                parks.role(),
                35,
                parks.attributes(),
                parks.label(),
                parks.style(),
                null,
                List.of());
        Catalogue layers = with(dated, gardens);
        Map<String, CodeList> lists = new HashMap<>(layers.codeLists());
        CodeList status = lists.get("status");
        List<Code> codes = new ArrayList<>(status.codes());
        codes.add(new Code("handed_over", Words.of("已移交", "Handed over"), null, 5, "#123456"));
        lists.put("status", new CodeList(status.id(), status.title(), status.source(), status.edition(), codes));
        return new Catalogue(layers.layers(), layers.records(), lists);
    }

    private static Catalogue with(Catalogue catalogue, LayerType layer) {
        List<LayerType> layers = new ArrayList<>(catalogue.layers());
        int place =
                (int) layers.stream().filter(l -> l.order() <= layer.order()).count();
        layers.add(place, layer);
        return catalogue.withLayers(layers);
    }

    /** The catalogue with an attribute of a layer of some type, in the place of the one of that name. */
    private static Catalogue withAttribute(Catalogue catalogue, String layer, String name, AttributeType type) {
        List<LayerType> layers = new ArrayList<>(catalogue.layers());
        layers.replaceAll(l -> {
            if (!l.id().equals(layer)) {
                return l;
            }
            List<Attribute> attributes = new ArrayList<>(l.attributes());
            attributes.removeIf(a -> a.name().equals(name));
            attributes.add(new Attribute(
                    name, Words.of(name, name), type, null, false, null, null, null, null, null, List.of()));
            return l.with(attributes);
        });
        return catalogue.withLayers(layers);
    }
}
