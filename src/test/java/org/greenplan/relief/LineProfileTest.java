package org.greenplan.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.greenplan.relief.LineProfile.Way;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Whether water runs along a line by itself. */
class LineProfileTest {
    /** A thousand metres, ten stretches. */
    private static LineProfile along(Double from, Double to, double... ground) {
        List<Double> heights = new ArrayList<>();
        for (double height : ground) {
            heights.add(height);
        }
        return LineProfile.of(1000, heights, from, to);
    }

    @Test
    void downhillOverTheGroundNeedsNothing() {
        LineProfile profile = along(150.0, 140.0, 149, 146, 144, 141, 139);
        assertThat(profile.way()).isEqualTo(Way.GRAVITY);
        assertThat(profile.cutM()).isZero();
        assertThat(profile.liftM()).isZero();
        assertThat(profile.sentence().en()).contains("by gravity", "150.0 m down to 140.0 m");
    }

    @Test
    void aHillBetweenIsDugThroughOrPumpedOver() {
        LineProfile profile = along(150.0, 140.0, 149, 146, 152, 141, 139);
        assertThat(profile.way()).isEqualTo(Way.CUT);
        assertThat(profile.cutM()).isEqualTo(7, within(1e-9));
        assertThat(profile.cutAtM()).isEqualTo(500);
        assertThat(profile.liftM()).isEqualTo(2, within(1e-9));
        assertThat(profile.sentence().zh()).contains("距起点 500 m", "7.0 m", "扬程约 2.0 m");
    }

    @Test
    void aHigherEndNeedsAPumpOverTheHighestGround() {
        LineProfile profile = along(136.0, 150.0, 136, 140, 155, 152, 149);
        assertThat(profile.way()).isEqualTo(Way.PUMP);
        assertThat(profile.liftM()).isEqualTo(19);
    }

    @Test
    void withoutLevelsTheGroundIsTheLevel() {
        assertThat(along(null, null, 120, 118, 110).fromM()).isEqualTo(120);
        assertThat(along(null, null, 120, 118, 110).way()).isEqualTo(Way.CUT);
        assertThat(along(null, 110.0, Double.NaN, 118, 110).way()).isEqualTo(Way.UNKNOWN);
        LineProfile gap = along(120.0, 110.0, Double.NaN, 114, 110);
        assertThat(gap.unknownM()).isEqualTo(1000 / 3.0, within(1e-9));
        assertThat(gap.sentence().en()).contains("333 m of it have no height");
    }

    @Test
    void stationsCoverTheWholeLine() {
        LineString line = new GeometryFactory()
                .createLineString(
                        new Coordinate[] {new Coordinate(0, 0), new Coordinate(600, 0), new Coordinate(600, 400)});
        List<Coordinate> places = LineProfile.places(line, 10);
        assertThat(places).hasSize(101);
        assertThat(places.get(0)).isEqualTo(new Coordinate(0, 0));
        assertThat(places.get(60).distance(new Coordinate(600, 0))).isLessThan(1e-9);
        assertThat(places.get(100)).isEqualTo(new Coordinate(600, 400));
        assertThat(LineProfile.places(line, 1e6)).hasSize(51);
        assertThat(LineProfile.places(line, 1e-3)).hasSize(2001);
    }
}
