package org.greenplan.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/** Which planes a district is offered, the best first, and how much each strains lengths at its edge. */
class PlaneProposalTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Harbin, 126.4, 126.9, 45.6, 45.9, EPSG:4551, EPSG:4530, EPSG:4511, EPSG:4500",
        "Urumqi, 87.3, 87.9, 43.6, 44.0, EPSG:4538, EPSG:4517, EPSG:4504, EPSG:4493",
        "Shangjie, 113.22, 113.37, 34.74, 34.86, EPSG:4547, EPSG:4526, EPSG:4508, EPSG:4497",
    })
    void theZonesOfTheDistrictsMiddleComeFirst(
            String city, double west, double east, double south, double north, String a, String b, String c, String d) {
        List<PlaneProposal> offered = PlaneProposal.of(new Envelope(west, east, south, north));
        assertThat(offered.subList(0, 4)).extracting(p -> p.plane().text()).containsExactly(a, b, c, d);
        assertThat(offered.get(4).plane().projection().centralMeridianDeg())
                .isCloseTo((west + east) / 2, within(1 / 120.0));
        assertThat(offered).allSatisfy(p -> assertThat(p.why().zh()).isNotBlank());
        assertThat(offered.get(4).edgeCmPerKm())
                .isLessThan(offered.get(0).edgeCmPerKm())
                .isLessThan(2.5);
        assertThat(Planes.of(offered.get(4).plane().text()))
                .isEqualTo(offered.get(4).plane());
    }

    /** A kilometre along the edge itself, on the plane and on the ellipsoid. */
    @Test
    void theStrainIsThatOfAKilometreAtTheEdge() {
        var box = new Envelope(113.22, 113.37, 34.74, 34.74);
        GaussKruger plane = Planes.of("EPSG:4547").projection();
        double dLat = 0.0045;
        var from = plane.forward(113.22, 34.74 - dLat);
        var to = plane.forward(113.22, 34.74 + dLat);
        double onPlaneM = Math.hypot(to.eastM() - from.eastM(), to.northM() - from.northM());
        GaussKruger own = new GaussKruger(113.22, 0);
        double onEllipsoidM = own.forward(113.22, 34.74 + dLat).northM()
                - own.forward(113.22, 34.74 - dLat).northM();
        double cmPerKm = (onPlaneM / onEllipsoidM - 1) * 100_000;
        PlaneProposal first = PlaneProposal.of(box).get(0);
        assertThat(first.edgeCmPerKm()).isCloseTo(cmPerKm, within(0.01));
        assertThat(first.why().en())
                .contains(String.format(java.util.Locale.ROOT, "%.1f cm per km", cmPerKm), "more than 2.5 cm");
    }
}
