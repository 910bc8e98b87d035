package org.greenplan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;

class PlanFileTest {
    @Test
    void withoutRoomForACopyNothingIsBroughtUp() {
        var file = new PlanFile(Path.of("plan.gpkg"));
        assertThatCode(() -> file.requireRoom(1_000_000, 1_000_000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> file.requireRoom(1_000_001, 1_000_000))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("plan.gpkg")
                .hasMessageContaining("2 MB");
    }

    @Test
    void anEarlierCopyIsNeverWrittenOver() throws IOException {
        Path folder = TestDatabases.folder();
        var file = new PlanFile(folder.resolve("plan.gpkg"));
        assertThat(file.before(2)).isEqualTo(folder.resolve("plan.before-2.gpkg"));
        Files.createFile(folder.resolve("plan.before-2.gpkg"));
        assertThat(file.before(2)).isEqualTo(folder.resolve("plan.before-2-2.gpkg"));
    }
}
