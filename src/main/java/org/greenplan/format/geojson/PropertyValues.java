package org.greenplan.format.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.greenplan.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The properties of a feature as values of a table: objects and arrays stay as their JSON text. */
final class PropertyValues {
    /** A million characters are a book; no attribute is one. */
    static final int MOST_CHARS = 1_000_000;

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser json;
    private final Supplier<? extends Problem> tooLong;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private long chars;

    private PropertyValues(JsonParser json, Supplier<? extends Problem> tooLong) {
        this.json = json;
        this.tooLong = tooLong;
    }

    /** The parser stands on the value of the member; what is no object has no properties. */
    static Map<String, @Nullable Object> read(JsonParser json, Supplier<? extends Problem> tooLong) throws IOException {
        return json.currentToken() == JsonToken.START_OBJECT ? new PropertyValues(json, tooLong).members() : Map.of();
    }

    private Map<String, @Nullable Object> members() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            chars(name.length() + 16);
            json.nextToken();
            values.put(name, value());
        }
        return values;
    }

    private @Nullable Object value() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> {
                chars(json.getTextLength());
                yield json.getText();
            }
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> real();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT, START_ARRAY -> nested();
            default -> null;
        };
    }

    private Object integer() throws IOException {
        JsonParser.NumberType type = json.getNumberType();
        boolean fits = type == JsonParser.NumberType.INT || type == JsonParser.NumberType.LONG;
        return fits ? (Object) json.getLongValue() : json.getText();
    }

    /** A number beyond what a table can hold stays as its digits. */
    private Object real() throws IOException {
        double value = json.getDoubleValue();
        return Double.isFinite(value) ? (Object) value : json.getText();
    }

    private String nested() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(text)) {
            int depth = 0;
            do {
                JsonToken token = json.currentToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                copy.copyCurrentEvent(json);
                chars(token.isScalarValue() || token == JsonToken.FIELD_NAME ? json.getTextLength() + 3 : 1);
            } while (depth > 0 && json.nextToken() != null);
        }
        return text.toString();
    }

    private void chars(int more) {
        chars += more;
        if (chars > MOST_CHARS) {
            throw tooLong.get();
        }
    }
}
