package org.greenplan.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A method that does not fit on a screen has two ideas. */
class MethodLengthTest {
    private static final int MOST_LINES = 50;

    @Test
    void methodsStaySmall() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("src/main/java", "src/test/java", "src/bench/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(p -> p.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        assertThat(longMethods(sources)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"48, 0", "49, 1"})
    void aLineTooManyIsSeen(int statements, int seen, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("Long.java");
        Files.writeString(file, "class Long {\n  void say() {\n" + "    say();\n".repeat(statements) + "  }\n}\n");
        assertThat(longMethods(List.of(file))).hasSize(seen);
    }

    /** Lines from the brace that opens a method to the one that closes it. */
    private static List<String> longMethods(List<Path> sources) throws IOException {
        var javac = ToolProvider.getSystemJavaCompiler();
        List<String> found = new ArrayList<>();
        try (var files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var task = (JavacTask) javac.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Measure(unit, positions, found).scan(unit, "");
            }
        }
        return found;
    }

    private static final class Measure extends TreeScanner<Void, String> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        private Measure(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, String around) {
            return super.visitClass(type, type.getSimpleName().toString());
        }

        @Override
        public Void visitMethod(MethodTree method, String type) {
            if (method.getBody() != null) {
                long lines = line(positions.getEndPosition(unit, method.getBody()))
                        - line(positions.getStartPosition(unit, method.getBody()))
                        + 1;
                if (lines > MOST_LINES) {
                    found.add(type + "." + method.getName() + ": " + lines + " lines");
                }
            }
            return super.visitMethod(method, type);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
