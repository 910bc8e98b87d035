package org.greenplan.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.greenplan.crs.Crs;
import org.greenplan.json.ShapeText;
import org.locationtech.jts.geom.Geometry;

/**
 * A stored shape in a coordinate system, its numbers in the order of the system's axes: degrees with every digit, metres to the
 * nanometre and without exponents. Outer rings run counter-clockwise on the ground (RFC 7946).
 */
record ShapeJson(JsonGenerator json, Crs crs) {
    private static final int METRE_DECIMALS = 9;

    void write(Geometry lonLat) throws IOException {
        new ShapeText(json, this::position).write(lonLat);
    }

    private void position(JsonGenerator to, double lonDeg, double latDeg) throws IOException {
        Crs.Pair pair = crs.pair(lonDeg, latDeg);
        number(to, crs.northFirst() ? pair.north() : pair.east());
        number(to, crs.northFirst() ? pair.east() : pair.north());
    }

    private void number(JsonGenerator to, double value) throws IOException {
        if (crs.geographic()) {
            to.writeNumber(value);
        } else {
            to.writeNumber(BigDecimal.valueOf(value)
                    .setScale(METRE_DECIMALS, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString());
        }
    }
}
