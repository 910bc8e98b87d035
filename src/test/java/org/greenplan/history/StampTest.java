package org.greenplan.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.park;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.greenplan.feature.Change;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.plan.DeskFixture;
import org.greenplan.sql.Session;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every changeset's stamp follows from the one before it, from all that is stored of it, and from chance. */
class StampTest {
    @ParameterizedTest
    @EnumSource
    void theChainOfStampsFollowsFromWhatIsStored(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            Feature first = plan.one(park("甲", box(0, 0, 100, 100)));
            plan.one(park("乙", box(50, 0, 100, 100)));
            plan.desk().undo("li");
            plan.desk().repair();
            plan.desk().apply(DeskFixture.by("wang", new Change.Delete(first.ref(), 1)));
            List<String> stored = stamps(plan);
            assertThat(plan.desk().database().<List<String>>read(StampTest::recomputed))
                    .hasSize(5)
                    .isEqualTo(stored);
            plan.desk()
                    .database()
                    .write(s ->
                            s.execute("UPDATE greenplan_change SET layer = 'lakes' WHERE changeset = 2", List.of()));
            assertThat(plan.desk()
                            .database()
                            .<List<String>>read(StampTest::recomputed)
                            .get(1))
                    .isNotEqualTo(stored.get(1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void originsTellWhoWroteWhatNamesCannot(Kind kind) {
        try (var plan = new DeskFixture(kind)) {
            plan.desk().begin("sample", () -> List.of(park("甲", box(0, 0, 100, 100))));
            plan.one(park("乙", box(0, 0, 100, 100)));
            plan.desk().undo("li");
            assertThat(plan.desk().database().<List<HistoryEntry>>read(s -> new HistoryStore(s).since(0, 10, 0)))
                    .extracting(HistoryEntry::origin)
                    .containsExactly(Origin.PROGRAM, Origin.PERSON, Origin.PERSON);
            assertThat(plan.desk().database().<java.util.Optional<Long>>read(s -> new HistoryStore(s)
                            .lastUndoable(Heading.PROGRAM)))
                    .isEmpty();
        }
    }

    @Test
    void noTwoContentsReadAlike() {
        String one = new Stamp("", "0").text("a").text("bc").finished();
        String other = new Stamp("", "0").text("ab").text("c").finished();
        String nothing = new Stamp("", "0").text("abc").text(null).finished();
        assertThat(List.of(one, other, nothing)).doesNotHaveDuplicates().allSatisfy(s -> assertThat(s)
                .hasSize(32));
    }

    private static List<String> stamps(DeskFixture plan) {
        return plan.desk().database().read(s -> new HistoryStore(s)
                .since(0, 100, 0).stream().map(HistoryEntry::stamp).toList());
    }

    /** The same chain from the stored rows alone. */
    private static List<String> recomputed(Session session) {
        List<String> chain = new ArrayList<>();
        String before = "";
        for (HistoryEntry entry : new HistoryStore(session).since(0, 100, 0)) {
            Map<String, String> row = session.find(
                            "SELECT nonce, at FROM greenplan_changeset WHERE fid = ?",
                            List.of(entry.number()),
                            r -> Map.of("nonce", r.getString(1), "at", r.getString(2)))
                    .orElseThrow();
            var stamp = new Stamp(before, row.get("nonce")).heading(entry.heading(), row.get("at"));
            session.each(
                    "SELECT layer, feature, before, after FROM greenplan_change WHERE changeset = ? ORDER BY step",
                    List.of(entry.number()),
                    r -> stamp.step(new FeatureRef(r.getString(1), r.getLong(2)), r.getString(3), r.getString(4)),
                    same -> {});
            before = stamp.finished();
            chain.add(before);
        }
        return chain;
    }
}
