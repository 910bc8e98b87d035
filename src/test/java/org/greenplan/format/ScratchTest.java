package org.greenplan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process leaves when it is killed is thrown away by the next. */
class ScratchTest {
    @Test
    void onlyTheFoldersOfProcessesThatAreNoMoreAreSwept(@TempDir Path root) throws IOException {
        Path mine = Scratch.newFile("probe", ".bin");
        Path dead = Files.createDirectories(root.resolve("greenplan-999999999-1"));
        Files.writeString(dead.resolve("answer.bin"), "left");
        // The number of a process is given again: the start tells which one it was.
        Path earlier = Files.createDirectories(
                root.resolve("greenplan-" + ProcessHandle.current().pid() + "-1"));
        Path living = Files.createDirectories(
                root.resolve(String.valueOf(mine.getParent().getFileName())));
        Path foreign = Files.createDirectories(root.resolve("greenplan-test123"));
        Scratch.sweep(root);
        assertThat(dead).doesNotExist();
        assertThat(earlier).doesNotExist();
        assertThat(living).exists();
        assertThat(foreign).exists();
        Scratch.delete(mine);
        assertThat(mine).doesNotExist();
    }
}
