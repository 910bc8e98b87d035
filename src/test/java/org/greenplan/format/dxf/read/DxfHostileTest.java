package org.greenplan.format.dxf.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken and hostile drawings: rows or a sentence, nothing else, and soon. */
class DxfHostileTest {
    private static byte[] drawing() {
        return new DrawingText()
                .header(9, "$ACADVER", 1, "AC1015", 9, "$INSUNITS", 70, 6)
                .table(0, "LAYER", 2, "绿地", 70, 0, 62, 3)
                .block(0, "BLOCK", 2, "b", 10, 0, 20, 0, 0, "CIRCLE", 8, "0", 10, 0, 20, 0, 40, 3, 0, "ENDBLK")
                .rectangle("绿地", 0, 0, 10, 10, 1001, "GREENPLAN", 1000, "plot=parks.1", 1000, "role=ring")
                .add(0, "INSERT", 8, "a", 2, "b", 10, 5, 20, 5, 70, 2, 71, 2, 44, 5, 45, 5)
                .add(0, "HATCH", 8, "h", 91, 1, 92, 3, 72, 0, 73, 1, 93, 3, 10, 0, 20, 0, 10, 9, 20, 0, 10, 0, 20, 9)
                .add(97, 0, 75, 0)
                .add(0, "SPLINE", 8, "s", 71, 2, 40, 0, 40, 0, 40, 0, 40, 1, 40, 1, 40, 1)
                .add(10, 0, 20, 0, 10, 5, 20, 9, 10, 10, 20, 0)
                .add(0, "ELLIPSE", 8, "e", 10, 0, 20, 0, 11, 10, 21, 0, 40, 0.5, 41, 0, 42, 6.28)
                .add(0, "LINE", 8, "l", 10, 0, 20, 0, 11, 10, 21, 0, 0, "LINE", 8, "l", 10, 10, 20, 0, 11, 0, 21, 9)
                .add(0, "ARC", 8, "l", 10, 0, 20, 0, 40, 9, 50, 90, 51, 180)
                .add(0, "MTEXT", 8, "t", 10, 5, 20, 5, 40, 1, 71, 5, 1, "{\\fSimSun;游园\\P二}")
                .bytes();
    }

    @Test
    void flippedBytesAndCutFilesGiveRowsOrAProblem() {
        byte[] sound = drawing();
        var random = new Random(20191124);
        int problems = 0;
        for (int round = 0; round < 400; round++) {
            byte[] bytes = sound.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte)
                        (random.nextBoolean() ? random.nextInt(256) : "0123456789-.e\n".charAt(random.nextInt(14)));
            }
            if (round % 3 == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            long begin = System.nanoTime();
            problems += isRefused(bytes) ? 1 : 0;
            assertThat(System.nanoTime() - begin).isLessThan(3_000_000_000L);
        }
        assertThat(problems).isBetween(100, 399);
    }

    private static boolean isRefused(byte[] bytes) {
        try {
            DrawingText.rows(DrawingText.layers(bytes));
            return false;
        } catch (Problem.Invalid e) {
            assertThat(e.words().zh()).contains("图纸.dxf");
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "1e999", "Infinity", "0x1p3", "", "1,5"})
    void numbersThatAreNoneAreNamedWithTheirLine(String number) {
        assertThatThrownBy(() -> new DrawingText()
                        .add(0, "POINT", 8, "a", 10, number, 20, 0)
                        .rows())
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("图纸.dxf, line ")
                .hasMessageContaining("is no number");
    }

    @Test
    void aCutDrawingIsNotTakenForAWholeOne() {
        String text = new DrawingText().rectangle("a", 0, 0, 1, 1).text();
        String cut = text.substring(0, text.indexOf("0\nENDSEC\n0\nEOF"));
        assertThatThrownBy(() -> DrawingText.layers(cut.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("was cut off");
    }

    @Test
    void aDrawingWithoutShapesSaysWhatItHolds() {
        assertThatThrownBy(() -> new DrawingText().add(0, "3DSOLID", 8, "a").layers())
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("no shape to import")
                .hasMessageContaining("3DSOLID × 1");
    }

    @Test
    void anEndlessLineIsRefused() {
        byte[] bytes =
                ("0\nSECTION\n2\nENTITIES\n0\nTEXT\n1\n" + "x".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> DrawingText.layers(bytes)).hasMessageContaining("longer than 1 MB");
    }
}
