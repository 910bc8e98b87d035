package org.greenplan.format.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.greenplan.crs.Crs;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRows;
import org.greenplan.format.WriteOptions;
import org.greenplan.problem.Words;

/** Writes a GeoJSON FeatureCollection (RFC 7946); in another coordinate system than its own the file says which. */
public final class GeoJsonWriter implements FormatWriter {
    /** True of every GeoJSON. */
    static final Words PLAIN = Words.of("只有图形和属性，没有样式与图例。", "Shapes and attributes only: no styles, no legend.");

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String id() {
        return "geojson";
    }

    @Override
    public Words title() {
        return Words.of("GeoJSON", "GeoJSON");
    }

    @Override
    public List<Words> limits() {
        return List.of(
                PLAIN,
                Words.of(
                        "换用平面坐标后，只有认得 crs 的软件能放对位置。",
                        "In plane coordinates only programs that heed \"crs\" put it in its place."));
    }

    @Override
    public String extension() {
        return "geojson";
    }

    @Override
    public String mediaType() {
        return "application/geo+json; charset=utf-8";
    }

    @Override
    public Coordinates coordinates() {
        return Coordinates.ANY;
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public long write(TargetPlan plan, TargetRows rows, WriteOptions options, OutputStream out) throws IOException {
        options.requireKnown(options());
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        head(json, plan);
        json.writeArrayFieldStart("features");
        boolean alone = plan.layers().size() == 1;
        long count = 0;
        for (TargetLayer layer : plan.layers()) {
            FeatureText text = new FeatureText(json, layer, plan.decimals(), alone, false);
            count += rows.each(layer, row -> {
                text.write(row);
                json.writeRaw('\n');
            });
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
        return count;
    }

    /** What GDAL and QGIS read as well; a local plane has no name but its text. */
    private static String name(Crs crs) {
        return crs.epsg().map(epsg -> "urn:ogc:def:crs:EPSG::" + epsg).orElse(crs.code());
    }

    private static void head(JsonGenerator json, TargetPlan plan) throws IOException {
        json.writeStringField("name", plan.profile().title().zh());
        if (!plan.crs().equals(Crs.WGS84)) {
            json.writeObjectFieldStart("crs");
            json.writeStringField("type", "name");
            json.writeObjectFieldStart("properties");
            json.writeStringField("name", name(plan.crs()));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeObjectFieldStart("greenplan");
        json.writeStringField("plan", plan.profile().id());
        json.writeNumberField("lastChangeset", plan.lastChangeset());
        json.writeStringField("lastStamp", plan.lastStamp());
        json.writeStringField("exportedAt", plan.exportedAt().toString());
        json.writeBooleanField("illustrative", plan.profile().illustrative());
        json.writeStringField(
                "coordinates",
                plan.coordinates().zh() + " " + plan.coordinates().en());
        json.writeStringField("planeForAreas", plan.profile().plane().text());
        json.writeEndObject();
    }
}
