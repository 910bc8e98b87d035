package org.greenplan.history;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenplan.feature.Feature;
import org.greenplan.feature.FeatureRef;
import org.greenplan.json.JsonText;
import org.greenplan.list.ListValue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * A row as another program left it, whatever that is: SQLite keeps a word in a column of numbers.
 *
 * @param version what stands in the column of versions
 * @param values as the database gives them: of the catalogue's Java type where they can be read so, else text, number or bytes
 * @param shape lon/lat degrees; null where there is none or it cannot be read
 * @param bytes the stored shape in hexadecimal digits where it cannot be read, else null
 */
public record OutsideRow(
        FeatureRef ref,
        long version,
        Map<String, @Nullable Object> values,
        @Nullable Geometry shape,
        @Nullable String bytes) {
    public OutsideRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Whether the row is, to the last bit, what history has of it. */
    public boolean is(Feature known) {
        Geometry here = shape;
        return version == known.version()
                && here != null
                && here.equalsExact(known.geometry())
                && values.equals(known.attributes());
    }

    /** All of it as a line of JSON, for history. */
    public String text() {
        List<Map.Entry<String, @Nullable Object>> all = new ArrayList<>(values.entrySet());
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberField("version", version);
            Geometry readable = shape;
            if (readable != null && !readable.isEmpty()) {
                json.writeStringField("wkb", WKBWriter.toHex(new WKBWriter(2).write(readable)));
            } else if (bytes != null) {
                json.writeStringField("bytes", bytes);
            }
            json.writeObjectFieldStart("attributes");
            for (var value : all) {
                json.writeFieldName(value.getKey());
                write(json, value.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof byte[] raw) {
            json.writeString(HexFormat.of().formatHex(raw));
        } else if (value instanceof Double real && !Double.isFinite(real)) {
            json.writeString(real.toString());
        } else if (value instanceof Number || value instanceof Boolean || value instanceof ListValue) {
            JsonText.value(json, value);
        } else {
            JsonText.value(json, value == null ? null : value.toString());
        }
    }
}
