package org.greenplan.page;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenplan.crs.PlanCrs;
import org.greenplan.json.JsonText;
import org.greenplan.network.Drawn;
import org.greenplan.network.Edge;
import org.greenplan.network.Network;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.relief.LineProfile;
import org.greenplan.relief.Relief;
import org.greenplan.waters.NetworkNow;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** The ground along a line of the water network, where an elevation model is at hand. */
public record ProfileApi(PlanDesk desk, @Nullable Relief relief) {
    /** Stations stand no farther apart. */
    private static final double STEP_M = 10;

    /**
     * GET /api/water/profile?line=water_links/3: stations with their heights, the levels at both ends, and whether water runs there by
     * itself; metres, along the line as it was digitised.
     */
    public void profile(Context ctx) {
        Relief model = relief;
        if (model == null) {
            throw new Problem.Missing(Words.of(
                    "没有高程模型。启动时用 --dem 文件.tif 给出。",
                    "There is no elevation model. Give one at the start: --dem FILE.tif."));
        }
        String id = Optional.ofNullable(ctx.queryParam("line")).orElse("");
        NetworkNow now = desk.water().network();
        Drawn line = Optional.ofNullable(now.network().drawing().things().get(id))
                .filter(thing -> thing.shape().getDimension() == 1)
                .orElseThrow(() -> new Problem.Missing(Words.of(
                        "水系中没有线“" + id + "”，它可能已被删除。",
                        "The network has no line \"" + id + "\"; it may have been deleted.")));
        LineString whole = whole(line);
        List<Double> ground = model.heightsM(lonLat(LineProfile.places(whole, STEP_M), now.crs()));
        LineProfile profile = LineProfile.of(
                whole.getLength(), ground, end(now.network(), line, true), end(now.network(), line, false));
        ctx.contentType("application/json").result(JsonText.of(json -> write(json, model.name(), profile)));
    }

    /** A line of several parts is looked at part by part; the longest tells whether water gets along it. */
    private static LineString whole(Drawn line) {
        var merger = new LineMerger();
        merger.add(line.shape());
        LineString longest = (LineString) line.shape().getGeometryN(0);
        for (Object merged : line.shape().getNumGeometries() == 1 ? List.of() : merger.getMergedLineStrings()) {
            longest = ((LineString) merged).getLength() > longest.getLength() ? (LineString) merged : longest;
        }
        return longest;
    }

    private static List<Coordinate> lonLat(List<Coordinate> places, PlanCrs crs) {
        return places.stream()
                .map(place -> crs.projection().inverse(place.x, place.y))
                .map(place -> new Coordinate(place.lonDeg(), place.latDeg()))
                .toList();
    }

    /** The level typed for what the line begins or ends at, metres, or null. */
    private static @Nullable Double end(Network network, Drawn line, boolean begin) {
        List<Edge> edges = network.topology().edges().stream()
                .filter(edge -> edge.feature().equals(line.id()))
                .toList();
        if (edges.isEmpty()) {
            return null;
        }
        String node = begin ? edges.get(0).from() : edges.get(edges.size() - 1).to();
        return network.topology().nodes().stream()
                .filter(found -> found.id().equals(node))
                .findFirst()
                .map(network.drawing()::levelM)
                .orElse(null);
    }

    private static void write(JsonGenerator json, String model, LineProfile profile) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", model);
        json.writeStringField("way", profile.way().name().toLowerCase(Locale.ROOT));
        number(json, "from_m", profile.fromM());
        number(json, "to_m", profile.toM());
        number(json, "cut_m", profile.cutM());
        number(json, "cut_at_m", profile.cutAtM());
        number(json, "lift_m", profile.liftM());
        number(json, "unknown_m", profile.unknownM());
        JsonText.words(json, "what", profile.sentence());
        json.writeArrayFieldStart("stations");
        for (LineProfile.Station station : profile.stations()) {
            json.writeStartObject();
            number(json, "along_m", station.alongM());
            number(json, "ground_m", station.groundM());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** To the centimetre; what is unknown is null. */
    private static void number(JsonGenerator json, String name, double metres) throws IOException {
        if (Double.isNaN(metres)) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, Math.round(metres * 100) / 100.0);
        }
    }
}
