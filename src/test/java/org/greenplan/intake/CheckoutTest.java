package org.greenplan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.cli.Greenplan;
import org.greenplan.cli.SampleMaker;
import org.greenplan.compare.Difference;
import org.greenplan.compare.Prepared;
import org.greenplan.compare.SameShape;
import org.greenplan.feature.Change;
import org.greenplan.feature.Changeset;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureQuery;
import org.greenplan.feature.FeatureStore;
import org.greenplan.format.Gdal;
import org.greenplan.format.SourceFile;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.recognise.LayerChoice;
import org.greenplan.recognise.Progress;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A file goes out, is worked on elsewhere while the plan goes on, and comes back. */
class CheckoutTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void cleanChangesOfBothSidesGoTogetherAndConflictsWait(Kind kind) throws IOException, SQLException {
        try (PlanDesk desk = desk(kind)) {
            for (String name : List.of("甲", "乙", "丙", "丁", "戊", "己")) {
                desk.apply(new Changeset("li", "new", List.of(park(name, 113.27 + 0.001 * name.hashCode() % 7))));
            }
            Path file = checkedOut(desk);
            // Elsewhere: 甲 renamed, 乙 renamed, 丙 deleted, 丁 deleted, 戊 gets a remark, one new.
            outside(
                    file,
                    "UPDATE parks SET name = '甲外' WHERE name = '甲'",
                    "UPDATE parks SET name = '乙外' WHERE name = '乙'",
                    "DELETE FROM parks WHERE name IN ('丙', '丁')",
                    "UPDATE parks SET remark = '外' WHERE name = '戊'",
                    "INSERT INTO parks(geom, name, class, status, effect) SELECT geom, '新', class, status, effect"
                            + " FROM parks WHERE name = '己'");
            // Here meanwhile: 乙 renamed, 丁 changed, 戊 another attribute, 己 renamed.
            change(desk, "乙", "name", "乙内");
            change(desk, "丁", "remark", "内");
            change(desk, "戊", "code", "W5");
            change(desk, "己", "name", "己内");

            List<Prepared> prepared = prepared(desk, file, Set.of());
            assertThat(prepared.get(0).undecided())
                    .extracting(d -> feature(desk, d).attributes().get("name"))
                    .containsExactlyInAnyOrder("乙内", "丁");
            new Intake(desk, List.of()).apply("wang", "check in", prepared, new Progress());

            assertThat(names(desk)).containsExactlyInAnyOrder("甲外", "乙内", "丁", "戊", "己内", "新");
            Map<String, Object> both = feature(desk, "戊").attributes();
            assertThat(both).containsEntry("remark", "外").containsEntry("code", "W5");
            assertThat(desk.verify()).isEmpty();
        }
    }

    @Test
    void aDecidedConflictIsWonByTheFile() throws IOException, SQLException {
        try (PlanDesk desk = desk(Kind.GEOPACKAGE)) {
            desk.apply(new Changeset("li", "new", List.of(park("甲", 113.27), park("乙", 113.28))));
            Path file = checkedOut(desk);
            outside(
                    file,
                    "UPDATE parks SET name = '甲外' WHERE name = '甲'",
                    "UPDATE parks SET name = '乙外' WHERE name = '乙'");
            change(desk, "甲", "name", "甲内");
            Feature gone = feature(desk, "乙");
            desk.apply(new Changeset("li", "gone", List.of(new Change.Delete(gone.ref(), gone.version()))));

            Set<Long> decided =
                    Set.of(feature(desk, "甲内").ref().id(), gone.ref().id());
            List<Prepared> prepared = prepared(desk, file, decided);
            assertThat(prepared.get(0).undecided()).isEmpty();
            new Intake(desk, List.of()).apply("wang", "check in", prepared, new Progress());
            assertThat(names(desk)).containsExactlyInAnyOrder("甲外", "乙外");
            assertThat(feature(desk, "乙外").ref()).isEqualTo(gone.ref());
            assertThat(feature(desk, "乙外").version()).isGreaterThan(gone.version());
        }
    }

    /** Both sides heard of the same mistake and mended it. */
    @ParameterizedTest
    @EnumSource
    void theSameChangeOnBothSidesIsNoConflict(Kind kind) throws IOException, SQLException {
        try (PlanDesk desk = desk(kind)) {
            for (int i = 0; i < 5; i++) {
                desk.apply(new Changeset("li", "new", List.of(park("甲乙丙丁戊".substring(i, i + 1), 113.27 + 0.001 * i))));
            }
            Path file = checkedOut(desk);
            outside(
                    file,
                    "UPDATE parks SET name = '甲改' WHERE name = '甲'",
                    "UPDATE parks SET name = '乙改', remark = '外' WHERE name = '乙'",
                    "UPDATE parks SET geom = (SELECT geom FROM parks WHERE name = '丁') WHERE name = '丙'",
                    "UPDATE parks SET geom = (SELECT geom FROM parks WHERE name = '丁') WHERE name = '戊'");
            change(desk, "甲", "name", "甲改");
            change(desk, "乙", "name", "乙改");
            reshape(desk, "丙", square(113.273));
            reshape(desk, "戊", square(113.275));

            List<Prepared> prepared = prepared(desk, file, Set.of());
            assertThat(prepared.get(0).undecided())
                    .as("only 戊 went to two places")
                    .extracting(d -> feature(desk, d).attributes().get("name"))
                    .containsExactly("戊");
            new Intake(desk, List.of()).apply("wang", "check in", prepared, new Progress());
            assertThat(names(desk)).containsExactlyInAnyOrder("甲改", "乙改", "丙", "丁", "戊");
            assertThat(feature(desk, "乙改").attributes()).containsEntry("remark", "外");
            Geometry moved = feature(desk, "丙").geometry();
            assertThat(SameShape.test(moved, feature(desk, "丁").geometry())).isTrue();
        }
    }

    @Test
    void anUntouchedFileBringsNothingHoweverThePlanWentOn() throws IOException {
        try (PlanDesk desk = desk(Kind.GEOPACKAGE)) {
            desk.apply(new Changeset("li", "new", List.of(park("甲", 113.27))));
            Path file = checkedOut(desk);
            change(desk, "甲", "name", "甲内");
            desk.apply(new Changeset("li", "new", List.of(park("乙", 113.28))));
            assertThat(prepared(desk, file, Set.of()).stream().flatMap(p -> p.changes().stream()))
                    .isEmpty();
        }
    }

    @Test
    void gdalOpensTheFileAndWorkIsNotOverwritten() {
        try (PlanDesk desk = desk(Kind.GEOPACKAGE)) {
            desk.apply(new Changeset("li", "new", List.of(park("甲", 113.27))));
            Path file = checkedOut(desk);
            assertThat(Gdal.run("ogrinfo", "-so", file.toString(), "parks"))
                    .contains("Feature Count: 1")
                    .contains("CGCS2000");
            assertThatThrownBy(() -> checkedOut(desk)).isInstanceOf(Problem.Invalid.class);
        }
    }

    @Test
    void theCommandsTakeAFileOutAndBack() throws SQLException {
        String plan =
                SampleMaker.make(Kind.GEOPACKAGE, folder.resolve("plan.gpkg").toString());
        Path file = folder.resolve("work.gpkg");
        assertThat(Greenplan.run(
                        new String[] {"checkout", "--plan", plan, "--to", file.toString(), "--layer", "parks"}))
                .isZero();
        outside(file, "UPDATE parks SET remark = '外业核实' WHERE fid = 3");
        assertThat(Greenplan.run(new String[] {"checkin", "--plan", plan, file.toString()}))
                .isZero();
        assertThat(Gdal.run("ogrinfo", plan, "-sql", "SELECT remark FROM parks WHERE fid = 3"))
                .contains("外业核实");
    }

    private PlanDesk desk(Kind kind) {
        return PlanDesk.open(kind.openNew(CATALOGUE), CATALOGUE, PlanProfileReader.bundled("shangjie", CATALOGUE));
    }

    private Path checkedOut(PlanDesk desk) {
        Path file = folder.resolve("out.gpkg");
        new Checkout(desk).write(file, List.of(CATALOGUE.get("parks"), CATALOGUE.get("corridors")), null);
        return file;
    }

    /** Another program, with the R-tree's functions but none of ours. */
    private static void outside(Path file, String... statements) throws SQLException {
        for (String sql : statements) {
            assertThat(Gdal.run("ogrinfo", file.toString(), "-sql", sql)).doesNotContain("ERROR");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private List<Prepared> prepared(PlanDesk desk, Path file, Set<Long> overwrite) throws IOException {
        Intake intake = new Intake(desk, List.of());
        var given = new SourceFile("out.gpkg", file, Files.size(file));
        Intake.Found found = intake.survey(List.of(given), folder, null, new Progress());
        List<LayerChoice> choices = new ArrayList<>();
        for (int source = 0; source < found.layers().size(); source++) {
            LayerChoice c = intake.suggested(
                    found, source, found.layers().get(source).layer().name());
            assertThat(c.mode()).isEqualTo(LayerChoice.Mode.CHECKIN);
            choices.add(new LayerChoice(
                    c.source(),
                    c.target(),
                    c.crs(),
                    null,
                    c.method(),
                    List.of(),
                    c.fields(),
                    c.fixed(),
                    c.mode(),
                    null,
                    Set.of(),
                    Set.of(),
                    overwrite,
                    false,
                    false,
                    false,
                    false));
        }
        List<Prepared> prepared =
                new ArrayList<>(intake.prepare(found, choices, new Progress()).layers());
        prepared.sort((a, b) -> a.layer().id().equals("parks") ? -1 : 1);
        return prepared;
    }

    private static void change(PlanDesk desk, String name, String attribute, String value) {
        Feature feature = feature(desk, name);
        Map<String, Object> attributes = new LinkedHashMap<>(feature.attributes());
        attributes.put(attribute, value);
        desk.apply(new Changeset(
                "li",
                "change",
                List.of(new Change.Replace(feature.ref(), feature.version(), attributes, feature.geometry()))));
    }

    private static void reshape(PlanDesk desk, String name, Geometry shape) {
        Feature feature = feature(desk, name);
        desk.apply(new Changeset(
                "li",
                "reshape",
                List.of(new Change.Replace(feature.ref(), feature.version(), feature.attributes(), shape))));
    }

    private static Feature feature(PlanDesk desk, Difference difference) {
        return desk.database()
                .read(s -> new FeatureStore(s).find(difference.ref()))
                .orElseThrow();
    }

    private static Feature feature(PlanDesk desk, String name) {
        return all(desk).stream()
                .filter(f -> name.equals(f.attributes().get("name")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(PlanDesk desk) {
        return all(desk).stream()
                .map(f -> String.valueOf(f.attributes().get("name")))
                .toList();
    }

    private static List<Feature> all(PlanDesk desk) {
        List<Feature> all = new ArrayList<>();
        desk.database().<Boolean>read(s -> {
            new FeatureStore(s).stream(CATALOGUE.get("parks"), FeatureQuery.all(), all::add);
            return true;
        });
        return all;
    }

    private static Change.Create park(String name, double lon) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("name", name);
        return new Change.Create("parks", null, 1, attributes, square(lon));
    }

    private static Geometry square(double lon) {
        double east = lon + 0.0005;
        try {
            return new WKTReader()
                    .read("POLYGON((%1$s 34.8, %2$s 34.8, %2$s 34.8005, %1$s 34.8005, %1$s 34.8))"
                            .formatted(lon, east));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
