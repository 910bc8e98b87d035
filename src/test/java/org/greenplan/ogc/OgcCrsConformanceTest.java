package org.greenplan.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.greenplan.json.GeoJsonText;
import org.greenplan.store.TestDatabases.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The abstract tests of OGC API Features Part 2 (18-058r1). GeoTools, which reads axes and projections from the EPSG registry, is
 * the engine that converts.
 */
class OgcCrsConformanceTest {
    private static final List<String> SYSTEMS = List.of(
            OgcPlan.CRS84,
            OgcPlan.EPSG + 4547,
            OgcPlan.EPSG + 4526,
            OgcPlan.EPSG + 4490,
            OgcPlan.EPSG + 4326,
            OgcPlan.EPSG + 3857);
    private static final String PARKS = "/collections/parks/items";

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/crs/crs-uri, /conf/crs/default-crs, /conf/crs/storageCrs")
    void systemsAreListed(Kind kind) {
        JsonNode document = OgcPlan.in(kind).json("/collections");
        for (JsonNode collection : document.path("collections")) {
            List<String> uris = new ArrayList<>();
            collection.path("crs").forEach(uri -> uris.add(uri.asText()));
            assertThat(uris)
                    .containsExactlyElementsOf(SYSTEMS)
                    .allSatisfy(uri -> assertThat(URI.create(uri).getScheme()).isEqualTo("http"));
            assertThat(collection.path("storageCrs").asText())
                    .isEqualTo(OgcPlan.EPSG + 4490)
                    .isIn(uris);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/crs/crs-parameter")
    void everySystemAnswers(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        for (String crs : SYSTEMS) {
            for (String path : List.of(PARKS + "?limit=2&crs=" + crs, PARKS + "/1?crs=" + crs)) {
                var answer = plan.get(path);
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(answer.header("Content-Crs")).isEqualTo("<" + crs + ">");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/crs/crs-parameter-default")
    void withoutParameterItIsCrs84(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        assertThat(plan.get(PARKS).header("Content-Crs")).isEqualTo("<" + OgcPlan.CRS84 + ">");
        assertThat(plan.get(PARKS + "/1").header("Content-Crs")).isEqualTo("<" + OgcPlan.CRS84 + ">");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/crs/crs-parameter-invalid, /conf/crs/bbox-crs-parameter-invalid")
    void otherSystemsAreRefused(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        for (String crs : List.of(OgcPlan.EPSG + 2343, "EPSG:4547", "urn:x", "")) {
            assertThat(plan.get(PARKS + "?crs=" + crs).status()).isEqualTo(400);
            assertThat(plan.get(PARKS + "/1?crs=" + crs).status()).isEqualTo(400);
            assertThat(plan.get(PARKS + "?bbox=1,2,3,4&bbox-crs=" + crs).status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/crs/crs-parameter-transform: the axes stand as the registry has them, to the nanodegree")
    void everySystemMeansTheSamePlaces(Kind kind) throws FactoryException, TransformException {
        OgcPlan plan = OgcPlan.in(kind);
        JsonNode plain = plan.json(PARKS + "?limit=4");
        for (String crs : SYSTEMS) {
            JsonNode page = plan.json(PARKS + "?limit=4&crs=" + crs);
            for (int i = 0; i < 4; i++) {
                Geometry expected = shape(plain.path("features").path(i));
                Geometry back = toLonLat(page.path("features").path(i).path("geometry"), crs);
                assertThat(back.equalsExact(expected, 2e-9)).as(crs).isTrue();
                JsonNode one =
                        plan.json(PARKS + "/" + page.path("features").path(i).path("id") + "?crs=" + crs);
                assertThat(one.path("geometry"))
                        .isEqualTo(page.path("features").path(i).path("geometry"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4326, 34.81, 113.29",
        "4490, 34.81, 113.29",
        "4547, 3853744.31, 435035.35",
        "4526, 3853744.31, 38435035.35",
        "3857, 12611385.11, 4138090.79",
    })
    @DisplayName(
            "The acceptance place of the domain: north first but on Web Mercator, and back again to the last digit")
    void northFirst(int epsg, double first, double second) {
        OgcPlan plan = OgcPlan.in(Kind.GEOPACKAGE);
        String point =
                """
                {"type":"Feature","geometry":{"type":"Point","coordinates":[113.29,34.81]},
                 "properties":{"name":"点","kind":"pump","status":"proposed"}}""";
        long id = plan.create("water_structures", point);
        String at = "/collections/water_structures/items/" + id;
        String crs = OgcPlan.EPSG + epsg;
        JsonNode there = plan.json(at + "?crs=" + crs);
        JsonNode position = there.path("geometry").path("coordinates");
        assertThat(position.path(0).asDouble()).isCloseTo(first, within(0.006));
        assertThat(position.path(1).asDouble()).isCloseTo(second, within(0.006));
        String body = "{\"type\":\"Feature\",\"geometry\":" + there.path("geometry") + ",\"properties\":"
                + there.path("properties") + "}";
        String tag = plan.get(at).header("ETag");
        var put = plan.send(
                "PUT", at, body, "Content-Type", OgcPlan.GEOJSON, "Content-Crs", "<" + crs + ">", "If-Match", tag);
        assertThat(put.status()).as(put.text()).isEqualTo(204);
        JsonNode back = plan.json(at).path("geometry").path("coordinates");
        assertThat(back.path(0).asDouble()).isCloseTo(113.29, within(1e-12));
        assertThat(back.path(1).asDouble()).isCloseTo(34.81, within(1e-12));
        plan.send("DELETE", at, null);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/crs/bbox-crs-parameter-default")
    void theBoxIsInCrs84UnlessSaid(Kind kind) {
        OgcPlan plan = OgcPlan.in(kind);
        String box = "?bbox=113.25,34.79,113.28,34.81";
        assertThat(OgcPlan.ids(plan.json(PARKS + box)))
                .isNotEmpty()
                .isEqualTo(OgcPlan.ids(plan.json(PARKS + box + "&bbox-crs=" + OgcPlan.CRS84)));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("/conf/crs/bbox-crs-parameter")
    void everySystemSelects(Kind kind) throws FactoryException, TransformException {
        OgcPlan plan = OgcPlan.in(kind);
        Envelope lonLat = new Envelope(113.25, 113.28, 34.79, 34.81);
        for (String crs : SYSTEMS) {
            Envelope box = box(lonLat, crs);
            String bbox = box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY();
            JsonNode found = plan.json(PARKS + "?limit=1000&crs=" + crs + "&bbox-crs=" + crs + "&bbox=" + bbox);
            assertThat(found.path("features")).as(crs).isNotEmpty();
            Geometry area = new org.locationtech.jts.geom.GeometryFactory().toGeometry(box);
            for (JsonNode feature : found.path("features")) {
                assertThat(raw(feature.path("geometry")).intersects(area))
                        .as(crs)
                        .isTrue();
            }
            int others = 0;
            for (JsonNode feature : plan.json(PARKS + "?limit=1000&crs=" + crs).path("features")) {
                others += raw(feature.path("geometry")).intersects(area) ? 1 : 0;
            }
            assertThat(found.path("numberMatched").asInt()).as(crs).isEqualTo(others);
        }
    }

    private static Geometry shape(JsonNode feature) {
        return GeoJsonText.parse(feature.path("geometry").toString()).geometry();
    }

    /** The numbers as they stand, whatever they mean. */
    private static Geometry raw(JsonNode geometry) {
        return PlainShape.of(geometry);
    }

    private static Geometry toLonLat(JsonNode geometry, String crs) throws FactoryException, TransformException {
        Geometry shape = PlainShape.of(geometry);
        if (crs.equals(OgcPlan.CRS84)) {
            return shape;
        }
        int epsg = Integer.parseInt(crs.substring(OgcPlan.EPSG.length()));
        var transform = CRS.findMathTransform(CRS.decode("EPSG:" + epsg), CRS.decode("EPSG:4490"), true);
        Geometry latLon = epsg == 4326 ? shape : JTS.transform(shape, transform);
        Geometry copy = latLon.copy();
        copy.apply(new Swap());
        return copy;
    }

    private static Envelope box(Envelope lonLat, String crs) throws FactoryException, TransformException {
        if (crs.equals(OgcPlan.CRS84)) {
            return lonLat;
        }
        int epsg = Integer.parseInt(crs.substring(OgcPlan.EPSG.length()));
        Envelope latLon = new Envelope(lonLat.getMinY(), lonLat.getMaxY(), lonLat.getMinX(), lonLat.getMaxX());
        return epsg == 4326
                ? latLon
                : JTS.transform(
                        latLon, CRS.findMathTransform(CRS.decode("EPSG:4490"), CRS.decode("EPSG:" + epsg), true));
    }

    private record Swap() implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence seq, int i) {
            Coordinate c = seq.getCoordinate(i).copy();
            seq.setOrdinate(i, 0, c.y);
            seq.setOrdinate(i, 1, c.x);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
