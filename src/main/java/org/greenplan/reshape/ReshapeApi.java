package org.greenplan.reshape;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.greenplan.catalogue.GeometryKind;
import org.greenplan.catalogue.LayerType;
import org.greenplan.crs.PlanCrs;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureJson;
import org.greenplan.feature.FeatureRef;
import org.greenplan.feature.FeatureStore;
import org.greenplan.geo.Overlay;
import org.greenplan.json.GeoJsonText;
import org.greenplan.json.JsonText;
import org.greenplan.plan.PlanDesk;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;
import org.greenplan.sql.Session;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What the verbs of editing would make of shapes, computed in the plan's plane. Nothing is written: the page lays it on the desk or sends it
 * as a changeset, which is checked as any other.
 */
public record ReshapeApi(PlanDesk desk) {
    /** Around a shape, features within it are looked at, degrees: about ten metres. */
    private static final double BESIDE_DEG = 1e-4;

    /** POST /api/reshape/split {@code {layer, id, line}}: the pieces, the largest first, in m² of the plane. */
    public void split(Context ctx) throws IOException {
        ReshapeBody body = ReshapeBody.read(ctx.bodyAsBytes());
        FeatureRef ref = body.ref();
        Geometry line = body.shape("line");
        answer(ctx, (session, corners) -> {
            Feature feature = area(session, ref);
            Geometry whole = corners.toPlane(feature.geometry());
            List<Geometry> pieces = Split.of(whole, corners.toPlane(line));
            return json -> {
                feature(json, session, feature);
                json.writeNumberField("planeM2", whole.getArea());
                json.writeArrayFieldStart("pieces");
                for (Geometry piece : pieces) {
                    json.writeStartObject();
                    shape(json, corners, piece);
                    json.writeEndObject();
                }
                json.writeEndArray();
            };
        });
    }

    /** POST /api/reshape/merge {@code {plots}}: their union, of how many parts, and what they covered twice. */
    public void merge(Context ctx) throws IOException {
        List<FeatureRef> refs = ReshapeBody.read(ctx.bodyAsBytes()).refs("plots");
        answer(ctx, (session, corners) -> {
            List<Feature> features =
                    refs.stream().map(ref -> area(session, ref)).toList();
            if (features.size() < 2
                    || features.stream()
                                    .map(one -> one.ref().layer())
                                    .distinct()
                                    .count()
                            > 1) {
                throw new Problem.Invalid(
                        Words.of("合并需要同一图层的两个以上要素。", "Two or more features of one layer can be merged."), "plots");
            }
            List<Geometry> shapes = features.stream()
                    .map(one -> corners.toPlane(one.geometry()))
                    .toList();
            Geometry union = Overlay.union(shapes);
            double sum = shapes.stream().mapToDouble(Geometry::getArea).sum();
            return json -> {
                shape(json, corners, union);
                json.writeNumberField("parts", union.getNumGeometries());
                json.writeNumberField("twiceM2", Math.max(0, sum - union.getArea()));
                json.writeArrayFieldStart("features");
                for (Feature feature : features) {
                    FeatureJson.write(json, session.catalogue(), feature);
                }
                json.writeEndArray();
            };
        });
    }

    /** POST /api/reshape/offset {@code {geometry, distanceM}}, or {@code {geometry, widthM}} for the belt around it. */
    public void offset(Context ctx) throws IOException {
        ReshapeBody body = ReshapeBody.read(ctx.bodyAsBytes());
        Geometry given = body.polygons("geometry");
        answer(ctx, (session, corners) -> {
            Geometry plane = corners.toPlane(given);
            Geometry made = body.has("widthM")
                    ? Offset.belt(plane, body.number("widthM"))
                    : Offset.of(plane, body.number("distanceM"));
            return json -> shape(json, corners, made);
        });
    }

    /** POST /api/reshape/shift {@code {geometry, eastM, northM}}: the same shape elsewhere on the plane. */
    public void shift(Context ctx) throws IOException {
        ReshapeBody body = ReshapeBody.read(ctx.bodyAsBytes());
        Geometry given = body.shape("geometry");
        answer(ctx, (session, corners) -> {
            Geometry moved = Typed.shifted(corners.toPlane(given), body.number("eastM"), body.number("northM"));
            return json -> shape(json, corners, moved);
        });
    }

    /** POST /api/reshape/place: a typed corner, {@code {x, y}} in the plane or {@code {from, bearingDeg, distanceM}}; as {@code place} in degrees. */
    public void place(Context ctx) throws IOException {
        ReshapeBody body = ReshapeBody.read(ctx.bodyAsBytes());
        answer(ctx, (session, corners) -> {
            var place = corners.toLonLat(Typed.place(body, desk.crs(session)));
            return json -> {
                json.writeFieldName("place");
                json.writeArray(new double[] {place.x, place.y}, 0, 2);
            };
        });
    }

    /** POST /api/reshape/rectangle {@code {corner, widthM, heightM, bearingDeg}}: of exact size, its width along the bearing. */
    public void rectangle(Context ctx) throws IOException {
        ReshapeBody body = ReshapeBody.read(ctx.bodyAsBytes());
        answer(ctx, (session, corners) -> {
            Geometry made = Typed.rectangle(body, desk.crs(session));
            return json -> shape(json, corners, made);
        });
    }

    /** POST /api/reshape/neighbours {@code {layer, id, geometry}}: how those beside it follow where their shared edges move. */
    public void neighbours(Context ctx) throws IOException {
        ReshapeBody body = ReshapeBody.read(ctx.bodyAsBytes());
        FeatureRef ref = body.ref();
        Geometry given = body.polygons("geometry");
        answer(ctx, (session, corners) -> {
            Feature feature = area(session, ref);
            Map<Feature, Geometry> beside = new LinkedHashMap<>();
            Envelope around = feature.geometry().getEnvelopeInternal();
            around.expandBy(BESIDE_DEG);
            Nearby.areas(session, ref.layer(), around).stream()
                    .filter(one -> !one.ref().equals(ref))
                    .forEach(one -> beside.put(one, corners.toPlane(one.geometry())));
            var neighbours = Neighbours.of(corners.toPlane(feature.geometry()), corners.toPlane(given), beside);
            Nearby.requireSound(session, neighbours.followed());
            return json -> {
                shape(json, corners, neighbours.shape());
                json.writeArrayFieldStart("neighbours");
                for (var one : neighbours.followed().entrySet()) {
                    json.writeStartObject();
                    feature(json, session, one.getKey());
                    json.writeNumberField(
                            "wasM2",
                            Objects.requireNonNull(beside.get(one.getKey())).getArea());
                    shape(json, corners, one.getValue());
                    json.writeEndObject();
                }
                json.writeEndArray();
            };
        });
    }

    /** POST /api/reshape/trace {@code {from, to, reachM}}: the corners between two places on an edge that is there, as {@code corners}. */
    public void trace(Context ctx) throws IOException {
        ReshapeBody body = ReshapeBody.read(ctx.bodyAsBytes());
        answer(ctx, (session, corners) -> {
            PlanCrs crs = desk.crs(session);
            var from = Typed.plane(body.place("from"), crs);
            var to = Typed.plane(body.place("to"), crs);
            Envelope box = new Envelope(body.place("from"), body.place("to"));
            box.expandBy(BESIDE_DEG);
            List<Geometry> edges =
                    Nearby.edges(session, box).stream().map(corners::toPlane).toList();
            var between = Trace.between(from, to, edges, Math.min(Nearby.MOST_REACH_M, body.number("reachM")));
            if (between == null) {
                throw new Problem.Invalid(
                        Words.of(
                                "上一个拐点和这里不在同一条边上。沿边描绘时，两处都要点在同一个图形的边上。",
                                "The last corner and this place lie on no common edge. To trace one, set both on the outline of one shape."),
                        "to");
            }
            return json -> {
                json.writeArrayFieldStart("corners");
                for (var corner : between) {
                    var place = corners.toLonLat(corner);
                    json.writeArray(new double[] {place.x, place.y}, 0, 2);
                }
                json.writeEndArray();
            };
        });
    }

    /** POST /api/reshape/inside {@code {geometry}}: the plots that lie in an area with more than half of themselves, as {@code plots}. */
    public void inside(Context ctx) throws IOException {
        Geometry area = ReshapeBody.read(ctx.bodyAsBytes()).polygons("geometry");
        answer(ctx, (session, corners) -> {
            List<FeatureRef> found = Nearby.inside(session, corners, area);
            return json -> {
                json.writeArrayFieldStart("plots");
                for (FeatureRef ref : found) {
                    json.writeStartObject();
                    json.writeStringField("layer", ref.layer());
                    json.writeNumberField("id", ref.id());
                    json.writeEndObject();
                }
                json.writeEndArray();
            };
        });
    }

    private void answer(Context ctx, BiFunction<Session, Corners, JsonText.Writing> verb) {
        String text = desk.database().read(session -> {
            JsonText.Writing members = verb.apply(session, new Corners(desk.crs(session)));
            return JsonText.of(json -> {
                json.writeStartObject();
                members.to(json);
                json.writeEndObject();
            });
        });
        ctx.contentType("application/json").result(text);
    }

    private static Feature area(Session session, FeatureRef ref) {
        LayerType layer = session.catalogue().get(ref.layer());
        if (layer.geometry() != GeometryKind.POLYGON) {
            throw new Problem.Invalid(Words.of("只有面状要素可以这样修改。", "Only areas can be changed like this."), "layer");
        }
        return new FeatureStore(session)
                .find(ref)
                .orElseThrow(() -> new Problem.Missing(Words.of(
                        ref.called(session.catalogue(), null).zh() + " 已不存在。",
                        ref.called(session.catalogue(), null).en() + " is not there any more.")));
    }

    private static void feature(JsonGenerator json, Session session, Feature feature) throws IOException {
        json.writeFieldName("feature");
        FeatureJson.write(json, session.catalogue(), feature);
    }

    private static void shape(JsonGenerator json, Corners corners, Geometry plane) throws IOException {
        json.writeNumberField("planeM2", plane.getArea());
        json.writeFieldName("geometry");
        GeoJsonText.write(json, corners.toLonLat(plane), GeoJsonText.FULL_PRECISION);
    }
}
