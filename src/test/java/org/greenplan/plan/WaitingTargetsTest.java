package org.greenplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.plan.DeskFixture.box;
import static org.greenplan.plan.DeskFixture.by;
import static org.greenplan.plan.DeskFixture.create;

import java.util.List;
import java.util.Map;
import org.greenplan.feature.FeatureRef;
import org.greenplan.programme.TargetState;
import org.greenplan.programme.TargetStore;
import org.greenplan.store.OutsideProgram;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While edits of other programs wait to be taken in, the targets are those of the newest changeset, however they are summed. */
class WaitingTargetsTest {
    @ParameterizedTest
    @EnumSource
    void whatWaitsIsSummedAsItWas(Kind kind) {
        String address = kind.newAddress();
        try (var desk = new PlanDesk(kind.open(address, DeskFixture.CATALOGUE), DeskFixture.PROFILE)) {
            FeatureRef restyled = park(desk, "改", 0);
            FeatureRef gone = park(desk, "删", 1000);
            park(desk, "留", 2000);
            List<TargetState> before = desk.targets();
            assertThat(before.get(2).planned()).isEqualTo(3);

            outside(address, "UPDATE parks SET class = 'G11', status = 'completed' WHERE fid = " + restyled.id());
            outside(address, "DELETE FROM parks WHERE fid = " + gone.id());
            outside(
                    address,
                    "INSERT INTO parks (name, class, status, effect, version, geom) SELECT '新', 'G14', 'proposed', 'new', 1, geom"
                            + " FROM parks WHERE name = '留'");
            assertThat(summed(desk)).isEqualTo(before);
            FeatureRef far = park(desk, "远", 20_000);
            assertThat(OutsideProgram.count(address, "SELECT count(*) FROM greenplan_outside"))
                    .as("a save far away takes nothing in")
                    .isEqualTo(3);
            List<TargetState> after = desk.targets();
            assertThat(after.get(2).planned()).as("and %s is one more", far).isEqualTo(4);
            assertThat(summed(desk)).isEqualTo(after);
            assertThat(desk.verify()).isEmpty();

            desk.catchUp();
            assertThat(desk.targets().get(2).planned())
                    .as("one is of another class, one gone; the new one has the place of another")
                    .isEqualTo(2);
            assertThat(summed(desk)).isEqualTo(desk.targets());
        }
    }

    private static FeatureRef park(PlanDesk desk, String name, double east) {
        return desk.apply(by(
                        "li",
                        create(
                                "parks",
                                box(east, 0, 50, 50),
                                Map.of("name", name, "class", "G14", "status", "proposed", "effect", "new"))))
                .features()
                .get(0)
                .ref();
    }

    private static void outside(String address, String sql) {
        assertThat(OutsideProgram.commit(address, sql)).isEqualTo(1);
    }

    /** By the database, not by what the desk remembers. */
    private static List<TargetState> summed(PlanDesk desk) {
        return desk.database()
                .read(s ->
                        new TargetStore(s, DeskFixture.PROFILE).sums(desk.crs()).states());
    }
}
