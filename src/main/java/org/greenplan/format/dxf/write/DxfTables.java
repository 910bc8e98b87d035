package org.greenplan.format.dxf.write;

import java.io.IOException;
import java.util.Locale;
import org.greenplan.format.dxf.DxfMark;
import org.locationtech.jts.geom.Envelope;

/** The tables of a drawing: view, line types, layers with their colours, text styles, applications, block records. */
final class DxfTables {
    private static final String TABLE =
            """
            0 TABLE
            2 %s
            5 %s
            330 0
            100 AcDbSymbolTable
            70 %d
            """;

    private static final String LINE_TYPE =
            """
            0 LTYPE
            5 %s
            330 5
            100 AcDbSymbolTableRecord
            100 AcDbLinetypeTableRecord
            2 %s
            70 0
            3 %s
            72 65
            73 0
            40 0.0
            """;

    private static final String STYLE =
            """
            0 STYLE
            5 %s
            330 3
            100 AcDbSymbolTableRecord
            100 AcDbTextStyleTableRecord
            2 %s
            70 0
            40 0.0
            41 1.0
            50 0.0
            71 0
            42 2.5
            3 %s
            4\s
            """;

    private static final String APPLICATION =
            """
            0 APPID
            5 %s
            330 9
            100 AcDbSymbolTableRecord
            100 AcDbRegAppTableRecord
            2 %s
            70 0
            """;

    private static final String BLOCK_RECORD =
            """
            0 BLOCK_RECORD
            5 %s
            330 1
            100 AcDbSymbolTableRecord
            100 AcDbBlockTableRecord
            2 %s
            340 %s
            """;

    private static final String DIMENSION_STYLE =
            """
            0 TABLE
            2 DIMSTYLE
            5 A
            330 0
            100 AcDbSymbolTable
            70 1
            100 AcDbDimStyleTable
            71 1
            340 27
            0 DIMSTYLE
            105 27
            330 A
            100 AcDbSymbolTableRecord
            100 AcDbDimStyleTableRecord
            2 Standard
            70 0
            0 ENDTAB
            """;

    private final DxfOut out;
    private final DxfSheet sheet;

    DxfTables(DxfOut out, DxfSheet sheet) {
        this.out = out;
        this.sheet = sheet;
    }

    static String hex(long handle) {
        return Long.toHexString(handle).toUpperCase(Locale.ROOT);
    }

    /**
     * Writes the section.
     *
     * @param handle the first that is free; one is used for each layer
     */
    void write(long handle) throws IOException {
        out.lines("0 SECTION\n2 TABLES");
        view();
        out.lines(String.format(Locale.ROOT, TABLE, "LTYPE", "5", 3));
        out.lines(String.format(Locale.ROOT, LINE_TYPE, "14", "ByBlock", ""));
        out.lines(String.format(Locale.ROOT, LINE_TYPE, "15", "ByLayer", ""));
        out.lines(String.format(Locale.ROOT, LINE_TYPE, "16", "Continuous", "Solid line"));
        out.lines("0 ENDTAB");
        layers(handle);
        out.lines(String.format(Locale.ROOT, TABLE, "STYLE", "3", 2));
        out.lines(String.format(Locale.ROOT, STYLE, "11", "Standard", "txt"));
        out.lines(String.format(Locale.ROOT, STYLE, "28", "GREENPLAN", "simsun.ttc"));
        out.lines("0 ENDTAB");
        out.lines(String.format(Locale.ROOT, TABLE, "VIEW", "6", 0) + "0 ENDTAB");
        out.lines(String.format(Locale.ROOT, TABLE, "UCS", "7", 0) + "0 ENDTAB");
        out.lines(String.format(Locale.ROOT, TABLE, "APPID", "9", 2));
        out.lines(String.format(Locale.ROOT, APPLICATION, "12", "ACAD"));
        out.lines(String.format(Locale.ROOT, APPLICATION, "2A", DxfMark.APPLICATION));
        out.lines("0 ENDTAB");
        out.lines(DIMENSION_STYLE);
        out.lines(String.format(Locale.ROOT, TABLE, "BLOCK_RECORD", "1", 2));
        out.lines(String.format(Locale.ROOT, BLOCK_RECORD, DxfSheet.MODEL_SPACE, "*Model_Space", "22"));
        out.lines(String.format(Locale.ROOT, BLOCK_RECORD, "1B", "*Paper_Space", "1E"));
        out.lines("0 ENDTAB\n0 ENDSEC");
    }

    /** Opens with everything in sight. */
    private void view() throws IOException {
        Envelope extent = sheet.extent();
        double height =
                extent.isNull() ? 100 : Math.max(10, 1.1 * Math.max(extent.getHeight(), extent.getWidth() / 1.5));
        out.lines(String.format(Locale.ROOT, TABLE, "VPORT", "8", 1));
        out.lines("0 VPORT\n5 29\n330 8\n100 AcDbSymbolTableRecord\n100 AcDbViewportTableRecord\n2 *Active\n70 0");
        out.lines("10 0.0\n20 0.0\n11 1.0\n21 1.0");
        out.metres(12, extent.isNull() ? 0 : extent.centre().x);
        out.metres(22, extent.isNull() ? 0 : extent.centre().y);
        out.lines("13 0.0\n23 0.0\n14 1.0\n24 1.0\n15 1.0\n25 1.0\n16 0.0\n26 0.0\n36 1.0\n17 0.0\n27 0.0\n37 0.0");
        out.metres(40, height);
        out.lines("41 1.5\n42 50.0\n43 0.0\n44 0.0\n50 0.0\n51 0.0\n71 0\n72 1000\n73 1\n74 3\n75 0\n76 0\n77 0\n78 0");
        out.lines("0 ENDTAB");
    }

    private void layers(long firstHandle) throws IOException {
        out.lines(String.format(Locale.ROOT, TABLE, "LAYER", "2", sheet.pens().size() + 1));
        layer("10", "0", 7, -1);
        long handle = firstHandle;
        for (DxfPen pen : sheet.pens().values()) {
            layer(hex(handle++), pen.layer(), pen.aci(), pen.rgb());
        }
        out.lines("0 ENDTAB");
    }

    private void layer(String handle, String name, int aci, int rgb) throws IOException {
        out.pair(0, "LAYER");
        out.pair(5, handle);
        out.lines("330 2\n100 AcDbSymbolTableRecord\n100 AcDbLayerTableRecord");
        out.text(2, name);
        out.pair(70, 0);
        out.pair(62, aci);
        if (rgb >= 0) {
            out.pair(420, rgb);
        }
        out.lines("6 Continuous\n370 -3\n390 F");
    }
}
