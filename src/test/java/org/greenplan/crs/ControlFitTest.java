package org.greenplan.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.greenplan.crs.ControlFit.Method;
import org.greenplan.crs.ControlFit.Pair;
import org.greenplan.problem.Problem;
import org.junit.jupiter.api.Test;

/** A drawing is laid on the plane by points known in both. */
class ControlFitTest {
    @Test
    void twoPointsTurnScaleAndShift() {
        // Turned by 90 degrees to the left, twice as large, moved to (1000, 2000).
        ControlFit fit =
                ControlFit.of(Method.SIMILARITY, List.of(new Pair(0, 0, 1000, 2000), new Pair(10, 0, 1000, 2020)));
        GaussKruger.PlanePoint p = fit.place(0, 5);
        assertThat(p.eastM()).isCloseTo(990, within(1e-9));
        assertThat(p.northM()).isCloseTo(2000, within(1e-9));
        assertThat(fit.residualsM()).allSatisfy(r -> assertThat(r).isLessThan(1e-9));
    }

    @Test
    void aPointThatDoesNotFitShowsInTheResiduals() {
        List<Pair> pairs = List.of(
                new Pair(0, 0, 0, 0), new Pair(100, 0, 100, 0), new Pair(100, 100, 100, 103), new Pair(0, 100, 0, 100));
        ControlFit fit = ControlFit.of(Method.SIMILARITY, pairs);
        assertThat(fit.residualsM()).allSatisfy(r -> assertThat(r).isBetween(0.0, 2.0));
        assertThat(fit.residualsM().get(2))
                .isEqualTo(fit.residualsM().stream().mapToDouble(r -> r).max().orElseThrow());
    }

    @Test
    void threePointsAllowAnAffineChange() {
        List<Pair> pairs = List.of(
                new Pair(0, 0, 500, 600),
                new Pair(1, 0, 502, 600),
                new Pair(0, 1, 500.5, 603),
                new Pair(1, 1, 502.5, 603));
        GaussKruger.PlanePoint p = ControlFit.of(Method.AFFINE, pairs).place(2, 2);
        assertThat(p.eastM()).isCloseTo(505, within(1e-9));
        assertThat(p.northM()).isCloseTo(606, within(1e-9));
    }

    @Test
    void tooFewPointsOrPointsOnOneSpotAreRefused() {
        assertThatThrownBy(() -> ControlFit.of(Method.SIMILARITY, List.of(new Pair(0, 0, 0, 0))))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> ControlFit.of(Method.SIMILARITY, List.of(new Pair(1, 1, 0, 0), new Pair(1, 1, 5, 5))))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> ControlFit.of(
                        Method.AFFINE, List.of(new Pair(0, 0, 0, 0), new Pair(1, 1, 5, 5), new Pair(2, 2, 10, 10))))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void sevenParametersShiftTheEarthsCentre() {
        var none = SevenParameters.of("0,0,0,0,0,0,0");
        var place = new GaussKruger.LonLat(113.29, 34.81);
        var same = none.toCgcs2000(place, Ellipsoid.CGCS2000);
        assertThat(same.lonDeg()).isCloseTo(place.lonDeg(), within(1e-12));
        assertThat(same.latDeg()).isCloseTo(place.latDeg(), within(1e-12));
        // A turn about the pole by one second is one second of longitude.
        var turned = SevenParameters.of("0 0 0 0 0 1 0").toCgcs2000(place, Ellipsoid.CGCS2000);
        assertThat(turned.lonDeg() - place.lonDeg()).isCloseTo(1 / 3600.0, within(1e-10));
        assertThatThrownBy(() -> SevenParameters.of("1,2,3")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> SevenParameters.of("a,b,c,d,e,f,g")).isInstanceOf(Problem.Invalid.class);
    }
}
