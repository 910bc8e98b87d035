package org.greenplan.format.dxf.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.greenplan.format.Gdal;
import org.greenplan.format.dxf.Ezdxf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other programs find in our drawings: ezdxf's audit as AutoCAD's judge, GDAL as QGIS's reader. */
class DxfElsewhereTest {
    private static final String AUDIT =
            """
            import sys, ezdxf
            from ezdxf import recover
            strict = ezdxf.readfile(sys.argv[1])
            drawing, auditor = recover.readfile(sys.argv[1])
            for fault in list(auditor.errors) + list(auditor.fixes):
                print('FAULT', fault.code, fault.message)
            space = strict.modelspace()
            print(strict.dxfversion, strict.units, 'plots', len(space.query('LWPOLYLINE')), 'texts', len(space.query('TEXT')),
                  'hatches', len(space.query('HATCH')))
            for entity in space.query('LWPOLYLINE'):
                print(entity.dxf.layer, entity.closed, [v for c, v in entity.get_xdata('GREENPLAN')])
            print([layer.dxf.name + ' ' + str(layer.rgb) for layer in strict.layers])
            print(strict.rootdict['GREENPLAN'].tags)
            """;

    @ParameterizedTest
    @CsvSource({"vertices,true", "hatch,true", "encoding,gbk"})
    void anAuditFindsNothingToMend(String option, String value, @TempDir Path folder) throws IOException {
        Path drawing = Files.write(folder.resolve("d.dxf"), HandOver.sample().written(Map.of(option, value)));
        Path script = Files.writeString(folder.resolve("audit.py"), AUDIT);
        String said = Ezdxf.run(script, drawing);
        assertThat(said)
                .doesNotContain("FAULT")
                .contains("AC1015 6 plots 7")
                .contains("公园绿地-G14-游园 True ['plot=parks.17', 'role=ring', 'part=0', 'ring=1', 'pieces=2']")
                .contains("生态廊道 False ['plot=corridors.3', 'role=line']")
                .contains("'河流 (", "GREENPLAN crs=4526");
    }

    @Test
    void gdalFindsTheRingsTheirLayersAndTheNames(@TempDir Path folder) throws IOException {
        Path drawing = Files.write(folder.resolve("d.dxf"), HandOver.sample().written(Map.of()));
        String said = Gdal.run(
                "ogrinfo",
                "-ro",
                "-dialect",
                "sqlite",
                "-sql",
                "SELECT Layer, count(*) AS n, sum(ST_Area(ST_BuildArea(geometry))) AS area FROM entities"
                        + " WHERE SubClasses LIKE '%AcDbPolyline' GROUP BY Layer",
                drawing.toString());
        assertThat(said).contains("Layer (String) = 公园绿地-G14-游园", "n (Integer) = 2", "area (Real) = 10100.5");
        assertThat(Gdal.run("ogrinfo", "-ro", "-al", "-where", "Text IS NOT NULL", drawing.toString()))
                .contains("Text (String) = 孟津路游园 ^ 100%", "Text (String) = 9900.50 ㎡ 14.85 亩");
    }
}
