package org.greenplan.format.dxf.write;

import java.io.IOException;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;

/** Everything around the entities that AutoCAD asks of a file: header, classes, tables, blocks, and the objects at its end. */
final class DxfFrame {
    private static final String CLASSES =
            """
            0 SECTION
            2 CLASSES
            0 CLASS
            1 ACDBDICTIONARYWDFLT
            2 AcDbDictionaryWithDefault
            3 ObjectDBX Classes
            90 0
            280 0
            281 0
            0 CLASS
            1 ACDBPLACEHOLDER
            2 AcDbPlaceHolder
            3 ObjectDBX Classes
            90 0
            280 0
            281 0
            0 CLASS
            1 LAYOUT
            2 AcDbLayout
            3 ObjectDBX Classes
            90 0
            280 0
            281 0
            0 ENDSEC
            """;

    private static final String BLOCK =
            """
            0 BLOCK
            5 %1$s
            330 %3$s
            100 AcDbEntity
            8 0
            100 AcDbBlockBegin
            2 %4$s
            70 0
            10 0.0
            20 0.0
            30 0.0
            3 %4$s
            1\s
            0 ENDBLK
            5 %2$s
            330 %3$s
            100 AcDbEntity
            8 0
            100 AcDbBlockEnd
            """;

    private final DxfOut out;
    private final DxfNotes notes;
    private final boolean gbk;

    DxfFrame(DxfOut out, DxfNotes notes, boolean gbk) {
        this.out = out;
        this.notes = notes;
        this.gbk = gbk;
    }

    /** Up to where the entities begin. */
    void begin() throws IOException {
        out.pair(999, notes.statement());
        header();
        out.lines(CLASSES);
        long lastHandle = Long.parseLong(notes.sheet().nextHandle(), 16);
        new DxfTables(out, notes.sheet()).write(lastHandle);
        out.lines("0 SECTION\n2 BLOCKS");
        out.lines(String.format(Locale.ROOT, BLOCK, "20", "21", DxfSheet.MODEL_SPACE, "*Model_Space"));
        out.lines(String.format(Locale.ROOT, BLOCK, "1C", "1D", "1B", "*Paper_Space"));
        out.lines("0 ENDSEC\n0 SECTION\n2 ENTITIES");
    }

    /** From where the entities end. */
    void end() throws IOException {
        out.lines("0 ENDSEC");
        new DxfObjects(out).write(notes.statement());
        out.lines("0 EOF");
    }

    private void header() throws IOException {
        Envelope extent = notes.sheet().extent();
        boolean empty = extent.isNull();
        out.lines("0 SECTION\n2 HEADER");
        out.lines("9 $ACADVER\n1 AC1015\n9 $DWGCODEPAGE\n3 " + (gbk ? "ANSI_936" : "ANSI_1252"));
        out.lines("9 $INSBASE\n10 0.0\n20 0.0\n30 0.0");
        corner("$EXTMIN", empty ? 0 : extent.getMinX(), empty ? 0 : extent.getMinY(), true);
        corner("$EXTMAX", empty ? 1 : extent.getMaxX(), empty ? 1 : extent.getMaxY(), true);
        corner("$LIMMIN", empty ? 0 : extent.getMinX(), empty ? 0 : extent.getMinY(), false);
        corner("$LIMMAX", empty ? 1 : extent.getMaxX(), empty ? 1 : extent.getMaxY(), false);
        out.lines("9 $LTSCALE\n40 1.0\n9 $TEXTSIZE\n40 2.5\n9 $TEXTSTYLE\n7 GREENPLAN\n9 $CLAYER\n8 0");
        out.lines("9 $CELTYPE\n6 ByLayer\n9 $CECOLOR\n62 256\n9 $DIMSTYLE\n2 Standard");
        out.lines("9 $LUNITS\n70 2\n9 $LUPREC\n70 3\n9 $AUNITS\n70 0\n9 $AUPREC\n70 4");
        out.lines("9 $PDMODE\n70 34\n9 $PDSIZE\n40 2.0\n9 $MEASUREMENT\n70 1\n9 $INSUNITS\n70 6");
        out.lines("9 $TILEMODE\n70 1\n9 $PSTYLEMODE\n290 1");
        long used = Long.parseLong(notes.sheet().nextHandle(), 16)
                + notes.sheet().pens().size()
                + 1;
        out.pair(9, "$HANDSEED");
        out.pair(5, DxfTables.hex(used));
        out.lines("0 ENDSEC");
    }

    private void corner(String name, double x, double y, boolean withHeight) throws IOException {
        out.pair(9, name);
        out.metres(10, x);
        out.metres(20, y);
        if (withHeight) {
            out.metres(30, 0);
        }
    }
}
