package org.greenplan.scan;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenplan.crs.ControlFit;
import org.greenplan.crs.PlanCrs;

/** Control points as they are sent and kept: {plane, method, points: [{x, y, lon, lat}]}, and told with what each is missed by. */
public final class ScanJson {
    private ScanJson() {}

    /** Reads them; refuses what is no number, no plane, or more than anybody clicks. */
    public static ScanPoints read(JsonNode body) {
        List<ScanPoints.Point> points = new ArrayList<>();
        for (JsonNode each : body.path("points")) {
            points.add(new ScanPoints.Point(
                    number(each, "x"), number(each, "y"), number(each, "lon"), number(each, "lat")));
        }
        String plane = body.path("plane").asText("");
        PlanCrs.of(plane);
        boolean affine = body.path("method").asText("").equals("affine");
        return new ScanPoints(plane, affine ? ControlFit.Method.AFFINE : ControlFit.Method.SIMILARITY, points);
    }

    private static double number(JsonNode each, String name) {
        return each.path(name).isNumber() ? each.path(name).asDouble() : Double.NaN;
    }

    /** Writes the members into an object that is open. */
    public static void write(JsonGenerator json, ScanPoints points) throws IOException {
        Optional<ControlFit> fit = points.fit().map(ScanPlace::fit);
        json.writeStringField("plane", points.plane());
        json.writeStringField("method", text(points.method()));
        json.writeStringField("used", text(points.used()));
        json.writeArrayFieldStart("points");
        int doubtful = points.doubtful().orElse(-1);
        for (int i = 0; i < points.points().size(); i++) {
            ScanPoints.Point point = points.points().get(i);
            json.writeStartObject();
            json.writeNumberField("x", point.x());
            json.writeNumberField("y", point.y());
            json.writeNumberField("lon", point.lonDeg());
            json.writeNumberField("lat", point.latDeg());
            if (fit.isPresent()) {
                json.writeNumberField(
                        "missedM", millimetres(fit.get().residualsM().get(i)));
                json.writeBooleanField("doubtful", i == doubtful);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        if (fit.isPresent()) {
            json.writeNumberField("rmsM", millimetres(ScanPoints.rmsM(fit.get())));
        }
    }

    private static String text(ControlFit.Method method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private static double millimetres(double metres) {
        return Math.round(metres * 1000) / 1000.0;
    }
}
