package org.greenplan.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import net.sf.geographiclib.Geodesic;
import org.greenplan.json.GeoJsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The shifted maps and the way back. */
class MapShiftTest {
    @ParameterizedTest
    @CsvSource({"GCJ_02, 113.296359, 34.809074", "BD_09, 113.302800, 34.815300"})
    void shangjieIsShownWhereTheMapsShowIt(MapShift shift, double lon, double lat) {
        var seen = shift.shifted(113.29, 34.81);
        assertThat(seen.lonDeg()).isEqualTo(lon, within(5.1e-7));
        assertThat(seen.latDeg()).isEqualTo(lat, within(5.1e-7));
    }

    @ParameterizedTest
    @EnumSource
    void thereAndBackIsTheSamePlaceAllOverChina(MapShift shift) {
        for (double lon = 73.5; lon < 136; lon += 1.37) {
            for (double lat = 3.5; lat < 54; lat += 1.13) {
                var seen = shift.shifted(lon, lat);
                var back = shift.unshifted(seen.lonDeg(), seen.latDeg());
                assertThat(metres(lon, lat, back.lonDeg(), back.latDeg())).isLessThan(0.0001);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2.35, 48.86", "-74, 40.7", "139.7, 35.7", "NaN, 34"})
    void placesOutsideChinaStay(double lon, double lat) {
        for (MapShift shift : MapShift.values()) {
            assertThat(shift.shifted(lon, lat)).isEqualTo(new GaussKruger.LonLat(lon, lat));
            assertThat(shift.unshifted(lon, lat)).isEqualTo(new GaussKruger.LonLat(lon, lat));
        }
    }

    @Test
    void thePublishedBoundaryLandsOnTheTrueOne() throws IOException {
        Geometry published = read("/boundary/shangjie_410106_gcj02.json", "");
        Geometry truth = read("/boundary/shangjie_410106_wgs84.geojson", "/features/0/geometry");
        Coordinate[] back = MapShift.GCJ_02.unshifted(published).getCoordinates();
        Coordinate[] there = truth.getCoordinates();
        assertThat(back).hasSameSizeAs(there).hasSizeGreaterThan(500);
        for (int i = 0; i < back.length; i++) {
            assertThat(metres(back[i].x, back[i].y, there[i].x, there[i].y)).isLessThan(1);
        }
        assertThat(metres(published.getCoordinate().x, published.getCoordinate().y, there[0].x, there[0].y))
                .isGreaterThan(500);
    }

    private static double metres(double lon1, double lat1, double lon2, double lat2) {
        return Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2).s12;
    }

    private static Geometry read(String resource, String pointer) throws IOException {
        try (var in = MapShiftTest.class.getResourceAsStream(resource)) {
            JsonNode root = new ObjectMapper().readTree(in);
            return GeoJsonText.parse(root.at(pointer).toString()).geometry();
        }
    }
}
