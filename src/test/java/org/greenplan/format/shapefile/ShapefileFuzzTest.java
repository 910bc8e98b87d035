package org.greenplan.format.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenplan.format.shapefile.ShapefileBytes.dbf;
import static org.greenplan.format.shapefile.ShapefileBytes.parts;
import static org.greenplan.format.shapefile.ShapefileBytes.row;
import static org.greenplan.format.shapefile.ShapefileBytes.shp;
import static org.greenplan.format.shapefile.ShapefileBytes.shx;
import static org.greenplan.format.shapefile.ShapefileBytes.square;
import static org.greenplan.format.shapefile.ShapefileBytes.text;
import static org.greenplan.format.shapefile.ShapefileBytes.turned;

import java.util.List;
import org.greenplan.crs.Crs;
import org.greenplan.crs.CrsWkt;
import org.greenplan.format.Mutations;
import org.greenplan.format.Uploads;
import org.junit.jupiter.api.Test;

/** Damaged shapefiles end in rows or in words. */
class ShapefileFuzzTest {
    @Test
    void anyDamageIsReadOrRefusedInWords() {
        List<String> columns = List.of("DKMC C 20", "MJ N 12 2", "RQ D 8", "KQ L 1", "N I 4", "T @ 8", "O O 8");
        byte[][] shapes = {
            parts(15, square(0, 0, 10), turned(square(2, 2, 4))), parts(15, square(20, 0, 10)), new byte[4]
        };
        byte[] line = row(CodePages.GBK, columns, "孟津路游园", "12.50", "20190315", "T", "abcd", "abcdefgh", "abcdefgh");
        int read = Mutations.survive(
                new ShapefileReader(),
                Uploads.of(
                        "a.shp", shp(15, shapes),
                        "a.shx", shx(15, shapes),
                        "a.dbf", dbf(77, CodePages.GBK, columns, line, line, line),
                        "a.cpg", text("GBK"),
                        "a.prj", text(CrsWkt.of(Crs.of("4547")).esri())),
                250,
                1);
        assertThat(read).isBetween(30, 245);
    }
}
