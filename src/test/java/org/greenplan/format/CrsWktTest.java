package org.greenplan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenplan.crs.Crs;
import org.greenplan.crs.CrsWkt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coordinate systems that we write into files are, for GDAL, those of the registry. */
class CrsWktTest {
    private static final String JUDGE =
            """
            import sys
            from osgeo import osr
            osr.UseExceptions()
            for line in open(sys.argv[1]):
                code, esri, ogc = line.rstrip('\\n').split('\\t')
                wanted = osr.SpatialReference(); wanted.ImportFromEPSG(int(code))
                for kind, wkt in (('esri', esri), ('ogc', ogc)):
                    found = osr.SpatialReference(); found.ImportFromWkt(wkt)
                    options = ['IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES', 'CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS']
                    same = found.IsSame(wanted, options)
                    named = found.AutoIdentifyEPSG() if kind == 'ogc' else 0
                    if kind == 'esri':
                        found.MorphFromESRI()
                        matches = found.FindMatches()
                        same = any(m[0].GetAuthorityCode(None) == code and m[1] >= 90 for m in matches)
                    print(code, kind, 'same' if same and named == 0 else 'DIFFERENT')
            """;

    @TempDir
    Path folder;

    @Test
    void gdalKnowsEveryOne() throws IOException {
        String lines = IntStream.concat(IntStream.rangeClosed(4491, 4554), IntStream.of(4326, 4490, 3857))
                .mapToObj(
                        epsg -> epsg + "\t" + CrsWkt.of(Crs.of("EPSG:" + epsg)).esri() + "\t"
                                + CrsWkt.of(Crs.of("EPSG:" + epsg)).ogc() + "\n")
                .collect(Collectors.joining());
        Path file = Files.writeString(folder.resolve("systems.txt"), lines);
        String said = Gdal.run("/usr/bin/python3", "-c", JUDGE, file.toString());
        assertThat(said.lines().filter(l -> l.endsWith("same"))).hasSize(2 * 67);
        assertThat(said).doesNotContain("DIFFERENT");
    }
}
