package org.greenplan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class OverlayTest {
    /** An overlapping plot far from all existing green made the whole report fail. */
    @Test
    void theUnionOfNothingIsEmptyAndTakesNothingAway() {
        var square = new GeometryFactory().toGeometry(new Envelope(0, 10, 0, 10));
        var nothing = Overlay.union(List.of());
        assertThat(nothing.isEmpty()).isTrue();
        assertThat(Overlay.union(List.of(nothing, nothing)).isEmpty())
                .as("of several empty ones")
                .isTrue();
        assertThat(Overlay.intersection(square, nothing).getArea()).isZero();
        assertThat(Overlay.difference(square, List.of(nothing)).getArea()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 47, 48, 49, 300})
    void theUnionOfManyIsThatOfAnyOrder(int count) {
        var random = new Random(7);
        List<Geometry> shapes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = random.nextDouble() * 100;
            double y = random.nextDouble() * 100;
            shapes.add(new GeometryFactory().createPoint(new Coordinate(x, y)).buffer(1 + random.nextDouble() * 8));
        }
        Geometry union = Overlay.union(shapes);
        assertThat(union.isValid()).isTrue();
        double oneByOne = UnaryUnionOp.union(shapes).getArea();
        assertThat(union.getArea()).isCloseTo(oneByOne, within(oneByOne * 1e-12));
        Collections.shuffle(shapes, random);
        assertThat(Overlay.union(shapes).getArea()).isCloseTo(oneByOne, within(oneByOne * 1e-12));
        assertThat(Overlay.difference(new GeometryFactory().toGeometry(new Envelope(-20, 120, -20, 120)), shapes)
                        .getArea())
                .isCloseTo(140 * 140 - oneByOne, within(1e-8));
    }
}
