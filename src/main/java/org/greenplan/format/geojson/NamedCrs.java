package org.greenplan.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenplan.crs.PlaneText;
import org.greenplan.format.DeclaredCrs;
import org.greenplan.format.text.DatumName;
import org.greenplan.problem.Words;
import org.jspecify.annotations.Nullable;

/** The member {@code crs} that GeoJSON had in 2008 and that GIS programs still write for everything but WGS84. */
final class NamedCrs {
    private static final Pattern EPSG =
            Pattern.compile("(?i)(?:urn:ogc:def:crs:)?EPSG:[0-9.]*:?(\\d{4,6})|https?://.*/EPSG/[^/]+/(\\d{4,6})");
    private static final int SHOWN = 80;

    private NamedCrs() {}

    /** Reads {@code {"type":"name","properties":{"name":"…"}}}; null where nothing is named. */
    static @Nullable DeclaredCrs read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        String named = null;
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token == null) {
                return null;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT;
            if (text && ("name".equals(json.currentName()) || "code".equals(json.currentName()))) {
                named = "code".equals(json.currentName()) ? "EPSG:" + json.getText() : json.getText();
            }
        }
        return named == null ? null : declared(named.strip());
    }

    private static DeclaredCrs declared(String name) {
        String shown = "crs = " + name.substring(0, Math.min(name.length(), SHOWN));
        Words source = Words.of(shown, shown);
        if (name.toUpperCase(java.util.Locale.ROOT).endsWith("CRS84")) {
            return DeclaredCrs.lonLat(source);
        }
        Matcher epsg = EPSG.matcher(name.substring(0, Math.min(name.length(), 4 * SHOWN)));
        if (PlaneText.looksLocal(name)) {
            return new DeclaredCrs(null, name, source);
        }
        if (!epsg.matches()) {
            return DatumName.of(name).map(found -> found.declared(source)).orElse(DeclaredCrs.unknown(source));
        }
        String code = epsg.group(1) == null ? epsg.group(2) : epsg.group(1);
        return new DeclaredCrs(Integer.valueOf(code), null, source);
    }
}
