package org.greenplan.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownTreesTest {
    private static final Path DATA = Path.of("data");

    @Test
    void whatTheBuildHasReadIsWhatTheTextSays() throws IOException {
        byte[] written = KnownTrees.written(DATA);
        try (Stream<Path> found = Files.walk(DATA)) {
            List<Path> files = found.filter(f -> f.toString().endsWith(".yaml")).toList();
            assertThat(files).hasSizeGreaterThan(50);
            for (Path file : files) {
                String text = Files.readString(file);
                assertThat(KnownTrees.find(written, text)).as(file.toString()).isEqualTo(YamlText.parse(text));
            }
        }
    }

    @Test
    void aTextThatWasChangedIsReadAsItStands() throws IOException {
        byte[] written = KnownTrees.written(DATA);
        String text = Files.readString(DATA.resolve("catalogue/codes/status.yaml"));
        assertThat(KnownTrees.find(written, text)).isNotNull();
        assertThat(KnownTrees.find(written, text.replace("proposed", "proposee")))
                .isNull();
        assertThat(YamlText.read("a: 一"))
                .isEqualTo(new YamlTree.Mapping(
                        1,
                        List.of(new YamlTree.Member(
                                new YamlTree.Scalar(1, "a", false), new YamlTree.Scalar(1, "一", false)))));
    }

    @Test
    void anAnchorIsReadWhereverItStandsAndNeverInsideItself() {
        var one = new YamlTree.Scalar(1, "x", false);
        assertThat(YamlText.parse("[&a x, *a]")).isEqualTo(new YamlTree.Sequence(1, List.of(one, one)));
        assertThatThrownBy(() -> YamlText.parse("a: 1\nb: &b [*b]"))
                .isInstanceOfSatisfying(
                        YamlText.Fault.class, fault -> assertThat(fault.line()).isEqualTo(2));
    }
}
