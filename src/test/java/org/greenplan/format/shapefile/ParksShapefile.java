package org.greenplan.format.shapefile;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shapefile of two parks as an office sends it: GBK without a .cpg, no .prj, zone 38 before the easting. */
public final class ParksShapefile {
    private static final Charset GBK = Charset.forName("GBK");
    private static final int POLYGON = 5;
    private static final double EAST = 38_435_035;
    private static final double NORTH = 3_853_686;
    private static final List<String> COLUMNS = List.of("DKMC C 40", "ND N 4", "BZ C 60");

    private ParksShapefile() {}

    /** The files by their names. */
    public static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("公园.shp", shp());
        files.put(
                "公园.dbf",
                ShapefileBytes.dbf(
                        0,
                        GBK,
                        COLUMNS,
                        ShapefileBytes.row(GBK, COLUMNS, "宗地甲游园", "2019", "首期"),
                        ShapefileBytes.row(GBK, COLUMNS, "宗地乙游园", "2019", "")));
        return files;
    }

    public static byte[] shp() {
        return ShapefileBytes.shp(
                POLYGON,
                ShapefileBytes.parts(POLYGON, ShapefileBytes.square(EAST, NORTH, 50)),
                ShapefileBytes.parts(POLYGON, ShapefileBytes.square(EAST + 200, NORTH, 40)));
    }
}
