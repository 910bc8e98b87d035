package org.greenplan.format.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.greenplan.format.FormatWriter;
import org.greenplan.format.TargetLayer;
import org.greenplan.format.TargetPlan;
import org.greenplan.format.TargetRows;
import org.greenplan.format.WriteOptions;
import org.greenplan.problem.Words;

/**
 * Writes one feature a line (GeoJSONSeq): what command lines and databases take in without reading to the end. Each line
 * starts with the record separator of RFC 8142 unless {@code rs=false} asks for bare lines.
 */
public final class GeoJsonSeqWriter implements FormatWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final char SEPARATOR = '\u001E';

    @Override
    public String id() {
        return "geojsonseq";
    }

    @Override
    public Words title() {
        return Words.of("GeoJSON 序列（每行一个要素）", "GeoJSON sequence (one feature a line)");
    }

    @Override
    public List<Words> limits() {
        return List.of(GeoJsonWriter.PLAIN);
    }

    @Override
    public String extension() {
        return "geojsons";
    }

    @Override
    public String mediaType() {
        return "application/geo+json-seq";
    }

    @Override
    public Coordinates coordinates() {
        return Coordinates.LON_LAT;
    }

    @Override
    public Set<String> options() {
        return Set.of("rs");
    }

    @Override
    public long write(TargetPlan plan, TargetRows rows, WriteOptions options, OutputStream out) throws IOException {
        options.requireKnown(options());
        boolean separated = options.find("rs") == null || options.flag("rs");
        boolean alone = plan.layers().size() == 1;
        JsonGenerator json = JSON.createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString(""));
        long count = 0;
        for (TargetLayer layer : plan.layers()) {
            FeatureText text = new FeatureText(
                    json, layer, plan.decimals(), alone, plan.profile().illustrative());
            count += rows.each(layer, row -> {
                if (separated) {
                    json.writeRaw(SEPARATOR);
                }
                text.write(row);
                json.writeRaw('\n');
            });
        }
        json.flush();
        return count;
    }
}
