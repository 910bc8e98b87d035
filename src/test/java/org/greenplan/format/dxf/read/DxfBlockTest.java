package org.greenplan.format.dxf.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.greenplan.format.SourceRow;
import org.junit.jupiter.api.Test;

/** Symbols and parts that a drawing inserts: at their place, however nested, and never without end. */
class DxfBlockTest {
    private static DrawingText square() {
        return new DrawingText()
                .block(0, "BLOCK", 8, "0", 2, "plot", 70, 0, 10, 1, 20, 1)
                .block(0, "LWPOLYLINE", 8, "0", 62, 0, 70, 1, 10, 1, 20, 1, 10, 2, 20, 1, 10, 2, 20, 2, 10, 1, 20, 2)
                .block(0, "ENDBLK", 8, "0");
    }

    @Test
    void scaleRotationAndLayerOfTheInsertCount() {
        SourceRow row = DxfReaderTest.only(square().add(
                        0, "INSERT", 8, "绿地", 62, 3, 5, "2F", 2, "PLOT", 10, 100, 20, 200, 41, 10, 42, 20, 50, 90));
        assertThat(DxfReaderTest.shape(row).getEnvelopeInternal().getMinX()).isCloseTo(80, within(1e-9));
        assertThat(DxfReaderTest.shape(row).getEnvelopeInternal().getMaxY()).isCloseTo(210, within(1e-9));
        assertThat(row.values())
                .containsEntry("layer", "绿地")
                .containsEntry("block", "PLOT")
                .containsEntry("colour", "3")
                .containsEntry("handle", "2F");
    }

    @Test
    void arraysAndNestsUnfold() {
        DrawingText drawing = square().block(0, "BLOCK", 8, "0", 2, "row", 10, 0, 20, 0)
                .block(0, "INSERT", 8, "0", 2, "plot", 10, 0, 20, 0, 70, 3, 71, 2, 44, 10, 45, 5)
                .block(0, "ENDBLK", 8, "0")
                .add(0, "INSERT", 8, "a", 2, "row", 10, 0, 20, 0)
                .add(0, "INSERT", 8, "b", 2, "row", 10, 0, 20, 100, 210, 0, 220, 0, 230, -1);
        List<SourceRow> rows = drawing.rows();
        assertThat(rows).hasSize(12);
        assertThat(DxfReaderTest.shape(rows.get(5)).getEnvelopeInternal().toString())
                .isEqualTo("Env[20.0 : 21.0, 5.0 : 6.0]");
        assertThat(DxfReaderTest.shape(rows.get(11)).getEnvelopeInternal().toString())
                .isEqualTo("Env[-21.0 : -20.0, 105.0 : 106.0]");
    }

    @Test
    void circlesOfBlocksEnd() {
        DrawingText drawing = new DrawingText()
                .block(0, "BLOCK", 2, "a", 10, 0, 20, 0, 0, "INSERT", 8, "0", 2, "b", 0, "ENDBLK", 8, "0")
                .block(0, "BLOCK", 2, "b", 10, 0, 20, 0, 0, "INSERT", 8, "0", 2, "a")
                .block(0, "POINT", 8, "0", 10, 1, 20, 1, 0, "ENDBLK", 8, "0")
                .add(0, "INSERT", 8, "x", 2, "a", 10, 0, 20, 0);
        assertThat(drawing.rows()).hasSize(1);
        assertThat(DxfReaderTest.findings(drawing)).anyMatch(f -> f.contains("refer to each other in a circle"));
    }

    @Test
    void aMillionFoldOfAMillionFoldIsCut() {
        DrawingText drawing = square().block(0, "BLOCK", 2, "many", 10, 0, 20, 0)
                .block(0, "INSERT", 8, "0", 2, "plot", 70, 1000, 71, 1000, 44, 2, 45, 2, 0, "ENDBLK", 8, "0")
                .add(0, "INSERT", 8, "x", 2, "many", 70, 1000, 71, 1000, 44, 2, 45, 2);
        assertThat(drawing.layers().get(0).count().getAsLong()).isBetween(100L, 1_000_000L);
        assertThat(DxfReaderTest.findings(drawing)).anyMatch(f -> f.contains("Blocks unfold to more than"));
    }

    @Test
    void aSymbolWithoutShapesIsAPointAndItsAttributeNamesThePlotAroundIt() {
        List<SourceRow> rows = new DrawingText()
                .block(0, "BLOCK", 2, "tag", 10, 0, 20, 0, 0, "ENDBLK", 8, "0")
                .rectangle("plots", 0, 0, 100, 100)
                .add(0, "INSERT", 8, "tags", 66, 1, 2, "tag", 10, 50, 20, 50)
                .add(0, "ATTRIB", 8, "tags", 10, 40, 20, 50, 40, 2, 1, "孟津路游园", 2, "NAME", 70, 0)
                .add(0, "SEQEND", 8, "tags")
                .rows();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).values()).containsEntry("name", "孟津路游园");
        assertThat(DxfReaderTest.shape(rows.get(1)).toString()).isEqualTo("POINT (50 50)");
        assertThat(rows.get(1).values()).containsEntry("block", "tag");
    }
}
