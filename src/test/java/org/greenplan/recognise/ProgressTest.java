package org.greenplan.recognise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.catalogue.CatalogueReader;
import org.greenplan.catalogue.PlanProfileReader;
import org.greenplan.exchange.Formats;
import org.greenplan.format.GivenFiles;
import org.greenplan.history.HistoryStore;
import org.greenplan.intake.Intake;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A long import says what it is doing, and stops where it is called off, in every phase, with the plan as it was. */
class ProgressTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final int PLOTS = 1200;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyPhaseIsTold(Kind kind) {
        try (PlanDesk desk = desk(kind)) {
            List<String> phases = new ArrayList<>();
            imported(desk, new Progress(phases::add));
            assertThat(phases).containsExactly("reading", "checking", "counting", "writing", "counting", "recording");
            assertThat(changesets(desk)).isEqualTo(1);
            assertThat(desk.verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GEOPACKAGE, reading",
        "GEOPACKAGE, checking",
        "GEOPACKAGE, writing",
        "GEOPACKAGE, counting",
        "GEOPACKAGE, recording",
        "POSTGIS, checking",
        "POSTGIS, recording"
    })
    void whatIsCalledOffLeavesThePlanAsItWas(Kind kind, String at) {
        try (PlanDesk desk = desk(kind)) {
            List<String> phases = new ArrayList<>();
            var progress = new AtomicReference<Progress>();
            progress.set(new Progress(phase -> {
                phases.add(phase);
                if (phase.equals(at)) {
                    progress.get().cancel();
                }
            }));
            assertThatThrownBy(() -> imported(desk, progress.get()))
                    .isInstanceOf(Problem.CalledOff.class)
                    .hasMessageContaining("nothing was changed");
            assertThat(phases).endsWith(at);
            assertThat(changesets(desk)).isZero();
            assertThat(desk.database()
                            .<Long>read(s -> new org.greenplan.feature.FeatureStore(s).count(CATALOGUE.get("parks"))))
                    .isZero();
            assertThat(desk.verify()).isEmpty();
        }
    }

    private void imported(PlanDesk desk, Progress progress) {
        var intake = new Intake(desk, Formats.readers());
        var files = GivenFiles.of("plots.geojson", geoJson().getBytes(StandardCharsets.UTF_8));
        Intake.Found found = intake.survey(files.files(), folder, null, progress);
        LayerChoice chosen = intake.suggested(found, 0, "parks");
        LayerChoice update = LayerChoice.plain(0, "parks", "EPSG:4490", chosen.fields(), LayerChoice.Mode.UPDATE);
        intake.apply(
                "li", "many", intake.prepare(found, List.of(update), progress).layers(), progress);
    }

    private static PlanDesk desk(Kind kind) {
        return PlanDesk.open(kind.openNew(CATALOGUE), CATALOGUE, PlanProfileReader.bundled("shangjie", CATALOGUE));
    }

    private static long changesets(PlanDesk desk) {
        return desk.database().<Long>read(s -> new HistoryStore(s).lastNumber());
    }

    private static String geoJson() {
        StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        IntStream.range(0, PLOTS).forEach(i -> {
            double west = 113.2 + (i % 40) * 1e-3;
            double south = 34.75 + (i / 40) * 1e-3;
            text.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"Feature\",\"properties\":{\"name\":\"%d\"},\"geometry\":{\"type\":\"Polygon\","
                            .formatted(i))
                    .append("\"coordinates\":[[[%1$f,%2$f],[%3$f,%2$f],[%3$f,%4$f],[%1$f,%2$f]]]}}"
                            .formatted(west, south, west + 5e-4, south + 5e-4));
        });
        return text.append("]}").toString();
    }
}
