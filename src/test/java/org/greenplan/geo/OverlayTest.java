package org.greenplan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class OverlayTest {
    /** An overlapping plot far from all existing green made the whole report fail. */
    @Test
    void theUnionOfNothingIsEmptyAndTakesNothingAway() {
        var square = new GeometryFactory().toGeometry(new Envelope(0, 10, 0, 10));
        var nothing = Overlay.union(List.of());
        assertThat(nothing.isEmpty()).isTrue();
        assertThat(Overlay.intersection(square, nothing).getArea()).isZero();
        assertThat(Overlay.difference(square, List.of(nothing)).getArea()).isEqualTo(100);
    }
}
