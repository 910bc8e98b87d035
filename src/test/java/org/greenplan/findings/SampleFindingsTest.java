package org.greenplan.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.greenplan.catalogue.Catalogue;
import org.greenplan.feature.FeatureStore;
import org.greenplan.follow.Ground;
import org.greenplan.follow.Neighbourhood;
import org.greenplan.plan.DeskFixture;
import org.greenplan.plan.SamplePlan;
import org.greenplan.rule.Outcome;
import org.greenplan.rule.Outcome.State;
import org.greenplan.sql.Session;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;

/** What the rules say of the sample: the faults that are in it on purpose, and nothing that nobody knows of. */
class SampleFindingsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/rules/sample-findings.txt");

    @Test
    void theSampleHasTheFindingsThatAreListedAndNoOthers() throws IOException {
        Catalogue catalogue = DeskFixture.CATALOGUE;
        try (var plan = new DeskFixture(Kind.GEOPACKAGE, catalogue, SamplePlan.profile(catalogue))) {
            plan.desk().importAll("示例", "示例", SamplePlan.whole(catalogue));
            String found =
                    plan.desk().database().read(session -> told(plan.desk().ground(session), session));
            if (Boolean.getBoolean("bless")) {
                Files.createDirectories(GOLDEN.getParent());
                Files.writeString(GOLDEN, found);
            }
            assertThat(found).isEqualTo(Files.readString(GOLDEN));
        }
    }

    private static String told(Ground ground, Session session) {
        List<Outcome> outcomes = new PlanRules(ground, Neighbourhood.of(session, ground.crs())).whole();
        return outcomes.stream()
                .filter(outcome -> outcome.state() == State.HIT)
                .map(outcome -> line(outcome, session))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Outcome outcome, Session session) {
        String plot = new FeatureStore(session)
                .find(outcome.plot())
                .map(feature ->
                        feature.label(session.catalogue().layer(outcome.plot().layer())))
                .orElse("?");
        return String.format(
                Locale.ROOT,
                "%s | %s | %s | %.0f m² | %.0f m | %s | %s",
                outcome.rule().severity(),
                outcome.rule().code(),
                plot,
                outcome.hit().planeM2(),
                outcome.lengthM(),
                String.join("、", outcome.names()),
                outcome.note() == null ? "" : outcome.note().zh());
    }
}
