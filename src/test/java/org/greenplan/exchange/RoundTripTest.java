package org.greenplan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.greenplan.catalogue.Attribute;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.catalogue.PlanProfile;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.format.Gdal;
import org.greenplan.format.SourceFile;
import org.greenplan.intake.Difference;
import org.greenplan.intake.Intake;
import org.greenplan.intake.LayerChoice;
import org.greenplan.intake.Prepared;
import org.greenplan.intake.Progress;
import org.greenplan.plan.Feature;
import org.greenplan.plan.FeatureQuery;
import org.greenplan.plan.FeatureRef;
import org.greenplan.plan.FeatureStore;
import org.greenplan.plan.LedgerStore;
import org.greenplan.plan.PlanDesk;
import org.greenplan.plan.SamplePlan;
import org.greenplan.store.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;

/** The whole sample plan leaves in every format and every coordinate system that fits it, and comes back as the same plan. */
class RoundTripTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final PlanProfile PROFILE = PlanProfileReader.bundled("shangjie", CATALOGUE);
    private static final List<String> SYSTEMS = List.of("4326", "4547", "4526");

    /** A millimetre in degrees, north to south. */
    private static final double MILLIMETRE_DEG = 9.1e-9;

    /**
     * What comes back of the attributes where a format cannot carry them all: a drawing has texts, a parcel its name. Other formats
     * carry every attribute.
     */
    private static final Map<String, Set<String>> CARRIED = Map.of("dxf", Set.of("name"), "parcel", Set.of("name"));

    /** Parcel files know areas only, and no layers: each layer is a file of its own. */
    private static final String AREAS_ONLY = "parcel";

    private static final Set<String> TABLES = Set.of("parcel", "xlsx", "csv");

    private static PlanDesk plan;

    @BeforeAll
    static void theSamplePlan() {
        plan = emptyDesk();
        plan.begin("greenplan", "sample", () -> SamplePlan.bundled("shangjie", CATALOGUE));
    }

    @AfterAll
    static void close() {
        plan.close();
    }

    static Stream<Arguments> ways() {
        return Formats.writers().stream().flatMap(w -> SYSTEMS.stream()
                .filter(crs ->
                        ExportOrder.systems(w, PROFILE).stream().anyMatch(c -> crs.equals(String.valueOf(c.epsg()))))
                .map(crs -> Arguments.of(w.id(), crs)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatComesBackIsRecognisedAsTheSame(String format, String crs) throws IOException {
        Intake intake = new Intake(plan, Formats.readers());
        Intake.Found found = survey(intake, exported(format, crs));
        List<Prepared> prepared =
                intake.prepare(found, choices(intake, found, LayerChoice.Mode.UPDATE), new Progress());
        Map<String, Long> same = new TreeMap<>();
        for (Prepared layer : prepared) {
            assertThat(layer.refused()).as(layer.summary()).isEmpty();
            for (Difference difference : layer.differences()) {
                assertThat(difference.state())
                        .as("%s: %s", difference.ref(), difference.attributesChanged())
                        .isEqualTo(Difference.State.SAME);
                assertThat(apart(difference)).as("%s", difference.ref()).isLessThan(MILLIMETRE_DEG);
                same.merge(layer.layer().id(), 1L, Long::sum);
            }
        }
        assertThat(same).isEqualTo(counts(plan, format));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anEmptyPlanBecomesTheSamePlan(String format, String crs) throws IOException {
        Intake known = new Intake(plan, Formats.readers());
        Intake.Found found = survey(known, exported(format, crs));
        try (PlanDesk empty = emptyDesk()) {
            Intake intake = new Intake(empty, Formats.readers());
            List<Prepared> prepared =
                    intake.prepare(found, choices(known, found, LayerChoice.Mode.NEW), new Progress());
            intake.apply("li", "round trip", prepared, new Progress());
            assertThat(counts(empty, format)).isEqualTo(counts(plan, format));
            Set<String> carried = CARRIED.get(format);
            // Net areas follow from status and widths: where these stay behind, only the shapes' own areas can be the
            // same.
            Map<String, Double> before = areasM2(plan, carried == null);
            areasM2(empty, carried == null)
                    .forEach((layer, m2) ->
                            assertThat(m2).as(layer).isEqualTo(before.get(layer), within(1e-6 * before.get(layer))));
            sameAttributes(empty, format);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void gdalCountsTheSameFeaturesInTheSameCoordinateSystem(String format, String crs) throws IOException {
        SourceFile file = exported(format, crs).get(0);
        if (TABLES.contains(format)) {
            // GDAL reads no parcel files, and tables as texts: their own tests hold what can be held of them.
            return;
        }
        String path = file.name().endsWith(".zip")
                ? "/vsizip/" + file.path()
                : file.path().toString();
        String said = Gdal.run("ogrinfo", "-ro", "-al", "-so", path);
        assertThat(said).doesNotContain("ERROR");
        if (CARRIED.containsKey(format)) {
            // A drawing holds texts and notes beside the plots, and names no coordinate system.
            return;
        }
        long count = 0;
        String layer = "";
        for (String line : said.lines().toList()) {
            layer = line.startsWith("Layer name: ") ? line.substring(12) : layer;
            boolean counts =
                    line.startsWith("Feature Count: ") && !layer.equals("readme") && !layer.equals("layer_styles");
            count += counts ? Long.parseLong(line.substring(15)) : 0;
        }
        assertThat(count)
                .isEqualTo(
                        counts(plan, format).values().stream().mapToLong(n -> n).sum());
        assertThat(said).contains(crs.equals("4326") ? "4326" : "Gauss");
        // GDAL 3.6 reads no typed data out of a KMZ, only out of a KML.
        assertThat(said.contains("gp_plot")).isEqualTo(!format.equals("kmz"));
    }

    private static PlanDesk emptyDesk() {
        return PlanDesk.open(TestDatabases.Kind.GEOPACKAGE.openNew(CATALOGUE), CATALOGUE, PROFILE);
    }

    private static List<SourceFile> exported(String format, String crs) throws IOException {
        if (!format.equals(AREAS_ONLY)) {
            return List.of(exported(format, crs, Selection.everything(CATALOGUE)));
        }
        List<SourceFile> files = new ArrayList<>();
        for (LayerType layer : layers(format)) {
            files.add(exported(format, crs, Selection.of(CATALOGUE, layer.id(), null, null)));
        }
        return files;
    }

    private static SourceFile exported(String format, String crs, Selection selection) throws IOException {
        ExportOrder order = ExportOrder.of(PROFILE, selection, Formats.writer(format), crs, Map.of());
        String name = ExportName.today(PROFILE, order).plain();
        Path path = TestDatabases.folder().resolve(name);
        plan.database().read(session -> {
            try (OutputStream out = Files.newOutputStream(path)) {
                return new Export(session, PROFILE).write(order, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new SourceFile(name, path, Files.size(path));
    }

    private static Intake.Found survey(Intake intake, List<SourceFile> files) throws IOException {
        return intake.survey(files, Files.createTempDirectory(TestDatabases.folder(), "in"), null, new Progress());
    }

    /** Everything as it would be suggested: the layer, the coordinate system, the columns. */
    private static List<LayerChoice> choices(Intake intake, Intake.Found found, LayerChoice.Mode mode) {
        List<LayerChoice> choices = new ArrayList<>();
        for (int source = 0; source < found.layers().size(); source++) {
            LayerChoice s = intake.suggested(found, source, null);
            choices.add(new LayerChoice(
                    source,
                    s.target(),
                    s.crs(),
                    null,
                    s.method(),
                    List.of(),
                    s.fields(),
                    s.fixed(),
                    mode,
                    null,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    false));
        }
        return choices;
    }

    private static double apart(Difference difference) {
        FeatureRef ref = difference.ref();
        Feature feature =
                plan.database().read(s -> new FeatureStore(s).find(ref).orElseThrow());
        return DiscreteHausdorffDistance.distance(
                feature.geometry(), difference.taken().shape());
    }

    /** The layers that a format can carry. */
    private static List<LayerType> layers(String format) {
        return CATALOGUE.layers().stream()
                .filter(l -> !format.equals(AREAS_ONLY) || l.geometry() == GeometryKind.POLYGON)
                .toList();
    }

    private static Map<String, Long> counts(PlanDesk desk, String format) {
        Map<String, Long> counts = new TreeMap<>();
        layers(format).forEach(l -> counts.put(l.id(), (long) features(desk, l).size()));
        return counts;
    }

    private static List<Feature> features(PlanDesk desk, LayerType layer) {
        List<Feature> features = new ArrayList<>();
        desk.database().<Boolean>read(s -> {
            new FeatureStore(s).stream(layer, FeatureQuery.all(), features::add);
            return true;
        });
        return features;
    }

    private static Map<String, Double> areasM2(PlanDesk desk, boolean net) {
        Map<String, Double> sums = new TreeMap<>();
        desk.database().read(s -> new LedgerStore(s).rows()).stream()
                .filter(row -> net || CATALOGUE.get(row.ref().layer()).geometry() == GeometryKind.POLYGON)
                .forEach(row -> sums.merge(row.ref().layer(), (net ? row.net() : row.gross()).planeM2(), Double::sum));
        return sums;
    }

    private static void sameAttributes(PlanDesk other, String format) {
        Set<String> carried = CARRIED.get(format);
        for (LayerType layer : layers(format)) {
            for (Attribute attribute : layer.attributes()) {
                if (carried == null || carried.contains(attribute.name())) {
                    assertThat(values(other, layer, attribute))
                            .as("%s.%s", layer.id(), attribute.name())
                            .containsExactlyInAnyOrderElementsOf(values(plan, layer, attribute));
                }
            }
        }
    }

    private static List<@Nullable Object> values(PlanDesk desk, LayerType layer, Attribute attribute) {
        List<@Nullable Object> values = new ArrayList<>();
        features(desk, layer).forEach(f -> values.add(f.attributes().get(attribute.name())));
        return values;
    }
}
