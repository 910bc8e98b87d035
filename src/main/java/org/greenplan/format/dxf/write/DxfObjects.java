package org.greenplan.format.dxf.write;

import java.io.IOException;
import java.util.Locale;

/** The named objects at the end of a drawing: dictionaries, layouts, and our statement, which survives saving in AutoCAD. */
final class DxfObjects {
    private static final String ROOT =
            """
            0 SECTION
            2 OBJECTS
            0 DICTIONARY
            5 C
            330 0
            100 AcDbDictionary
            281 1
            3 ACAD_GROUP
            350 D
            3 ACAD_LAYOUT
            350 1A
            3 ACAD_MLINESTYLE
            350 17
            3 ACAD_PLOTSETTINGS
            350 19
            3 ACAD_PLOTSTYLENAME
            350 E
            3 GREENPLAN
            350 2B
            0 DICTIONARY
            5 D
            330 C
            100 AcDbDictionary
            281 1
            0 DICTIONARY
            5 1A
            330 C
            100 AcDbDictionary
            281 1
            3 Layout1
            350 1E
            3 Model
            350 22
            0 DICTIONARY
            5 17
            330 C
            100 AcDbDictionary
            281 1
            3 Standard
            350 18
            0 DICTIONARY
            5 19
            330 C
            100 AcDbDictionary
            281 1
            0 ACDBDICTIONARYWDFLT
            5 E
            330 C
            100 AcDbDictionary
            281 1
            3 Normal
            350 F
            100 AcDbDictionaryWithDefault
            340 F
            0 ACDBPLACEHOLDER
            5 F
            330 E
            0 MLINESTYLE
            5 18
            330 17
            100 AcDbMlineStyle
            2 Standard
            70 0
            3\s
            62 256
            51 90.0
            52 90.0
            71 2
            49 0.5
            62 256
            6 ByLayer
            49 -0.5
            62 256
            6 ByLayer
            """;

    private static final String LAYOUT =
            """
            0 LAYOUT
            5 %1$s
            330 1A
            100 AcDbPlotSettings
            1\s
            2 none_device
            4\s
            6\s
            40 0.0
            41 0.0
            42 0.0
            43 0.0
            44 0.0
            45 0.0
            46 0.0
            47 0.0
            48 0.0
            49 0.0
            140 0.0
            141 0.0
            142 1.0
            143 1.0
            70 %5$d
            72 1
            73 0
            74 5
            7\s
            75 16
            147 1.0
            148 0.0
            149 0.0
            100 AcDbLayout
            1 %2$s
            70 1
            71 %3$d
            10 0.0
            20 0.0
            11 420.0
            21 297.0
            12 0.0
            22 0.0
            32 0.0
            14 0.0
            24 0.0
            34 0.0
            15 0.0
            25 0.0
            35 0.0
            146 0.0
            13 0.0
            23 0.0
            33 0.0
            16 1.0
            26 0.0
            36 0.0
            17 0.0
            27 1.0
            37 0.0
            76 0
            330 %4$s
            """;

    private final DxfOut out;

    DxfObjects(DxfOut out) {
        this.out = out;
    }

    void write(String statement) throws IOException {
        out.lines(ROOT);
        out.lines(String.format(Locale.ROOT, LAYOUT, "1E", "Layout1", 1, "1B", 688));
        out.lines(String.format(Locale.ROOT, LAYOUT, "22", "Model", 0, DxfSheet.MODEL_SPACE, 1712));
        out.lines("0 XRECORD\n5 2B\n330 C\n100 AcDbXrecord\n280 1");
        out.text(1, statement);
        out.lines("0 ENDSEC");
    }
}
